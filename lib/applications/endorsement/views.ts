import type { PlainDate } from "../../dates";
import type { Outcome, SharedPart, Standing } from "../schema-endorsement";

/** What pages are shown of a sponsor's endorsement. */

/** The sponsor's page. What the applicant shared is there only while an answer is waited for. */
export type AskingView = {
  standing: Standing;
  applicantName: string;
  sponsorName: string;
  programme: {
    slug: string;
    shortName: string;
    title: string;
    durationMonths: number;
    /** Minutes of learning, all told. */
    learningMinutes: number;
    engagementThresholdPercent: number;
    residentialPlaces: string[];
    hours: { component: string; minutes: number; publishedAs: string | null }[];
    feePence: number;
    feeWithVatPence: number;
    contactEmail: string;
  };
  cohort: { name: string; startsOn: PlainDate };
  answerBy: PlainDate;
  shared: SharedPart[];
  said: { outcome: Outcome; on: PlainDate; note: string; jobTitle: string } | null;
  /** True when the newer link went to somebody else. */
  othersTurn: boolean;
};

/** How it stands, for the applicant: what a sponsor wrote to staff is not there. */
export type EndorsementView = {
  /** The asking that is shown; a form that asks again names it. */
  id: string;
  standing: Standing;
  sponsorName: string;
  sponsorEmail: string;
  askedOn: PlainDate;
  remindedOn: PlainDate | null;
  answerBy: PlainDate;
  answeredOn: PlainDate | null;
  /** True when the e-mail was given up: the address may be wrong. */
  undelivered: boolean;
  /** Only of somebody who is the wrong person: who the right one is. */
  rightPerson: string;
  /** Whether, and from when, the applicant may have the link sent again. */
  resend: "now" | Date | null;
  canChange: boolean;
};

/** The same for staff, with all that was said; the earlier askings too, the latest first. */
export type EndorsementForStaff = Omit<EndorsementView, "resend" | "canChange" | "rightPerson"> & {
  note: string;
  jobTitle: string;
  canResend: boolean;
  /** True when an offer needs a reason to be made without endorsement. */
  needsOverride: boolean;
  overrideReason: string | null;
  earlier: {
    id: string;
    sponsorName: string;
    sponsorEmail: string;
    askedOn: PlainDate;
    standing: Standing;
    note: string;
  }[];
};
