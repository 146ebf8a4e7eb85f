import type { PlainDate } from "../dates";
import type { EnrolmentState } from "../enrolments/schema";
import type { AlertReason, EngagementQuestion, MilestoneState } from "./schema";
import type { Engagement } from "./views";

/** What staff's pages are made from: types only, exported by schema.ts. */

/** "part": there for some of its minutes, which count; the milestone is not done by that. */
export type RegisterMark = "present" | "part" | "absent";

/** An event's register as it stands. */
export type Register = {
  event: {
    id: string;
    title: string;
    place: string;
    startsAt: Date;
    endsAt: Date;
    groupName: string | null;
    /** True where those who hold a place are expected. */
    byChoice: boolean;
    cancelled: boolean;
    cohortId: string;
    cohortName: string;
  };
  /** What being there counts for. */
  milestone: { id: string; title: string; minutes: number };
  /** False before the day of the event, and for one that is cancelled. */
  canTake: boolean;
  /** When it was last taken or changed; null before. */
  takenAt: Date | null;
  /** Different after every change of a mark: what a review was made on goes with what is saved. */
  version: string;
  rows: {
    enrolmentId: string;
    fullName: string;
    workplace: string;
    /** True for who has said that they cannot come; they may turn up all the same. */
    sorry: boolean;
    /** What they said with it, if anything. */
    sorryNote: string;
    /** The viewer's own line: nobody marks themselves. */
    own: boolean;
    /** The group they are in, where it is another than the event's: a guest, as a rule. */
    otherGroup: string | null;
    mark: RegisterMark | null;
    minutes: number | null;
    /** Who gave the mark, and when. */
    by: string | null;
    at: Date | null;
  }[];
};

/** A mark that took another's place: the old one is kept. */
export type RegisterCorrection = {
  id: string;
  fullName: string;
  from: { mark: RegisterMark; minutes: number };
  to: { mark: RegisterMark; minutes: number };
  /** Why, as it was written. */
  why: string | null;
  by: string;
  at: Date;
};

/** A participant in the staff's engagement list. */
export type EngagementRow = {
  enrolmentId: string;
  fullName: string;
  workplace: string;
  state: EnrolmentState;
  groupName: string | null;
  engagement: Engagement;
  /** One state a column, in the order of `columns`. */
  states: MilestoneState[];
  overdueCount: number;
  lastActivityOn: PlainDate | null;
  /** The gravest first; none for somebody who is not taking part. */
  alerts: Alert[];
};

/** A reason to get in touch with somebody, and the day since which it has held. */
export type Alert = { reason: AlertReason; since: PlainDate };

/** A milestone that counts, as a heading: "Study 1". */
export type MilestoneColumn = {
  milestoneId: string;
  number: number;
  module: number | null;
  short: string;
  title: string;
};

export type CohortEngagement = {
  cohort: {
    id: string;
    name: string;
    slug: string;
    programmeShortName: string;
    thresholdPercent: number;
    /** False while the order, the filters and the counts are partly of an earlier time. */
    upToDate: boolean;
  };
  /** False for a facilitator, who sees their own groups' people and goes no further from here. */
  manages: boolean;
  columns: MilestoneColumn[];
  rows: EngagementRow[];
  /** The groups there are to choose from, by name. */
  groups: { id: string; name: string }[];
  total: number;
  page: number;
  pages: number;
  question: EngagementQuestion;
};
