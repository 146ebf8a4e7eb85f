import type { PlainDate } from "../dates";
import type { ApplicationState } from "./schema";
import type { Answers } from "./schema-answers";
import type { FundingRoute } from "./schema-choices";

/** What pages are shown of applications. */

/** A line of the applicant's list. */
export type MyApplication = {
  reference: string;
  cohortId: string;
  state: ApplicationState;
  programmeName: string;
  cohortName: string;
  /** Only while an offer stands: the last day to answer it. */
  answerBy: PlainDate | null;
};

/** One application, as its applicant sees it. */
export type ApplicationView = {
  id: string;
  reference: string;
  state: ApplicationState;
  version: number;
  answers: Answers;
  programme: { slug: string; shortName: string; title: string };
  cohort: {
    id: string;
    name: string;
    startsOn: PlainDate;
    applicationsClose: PlainDate | null;
    open: boolean;
  };
  submittedOn: PlainDate | null;
  offer: { fundedPlace: boolean; answerBy: PlainDate } | null;
  history: { state: ApplicationState; at: Date; reason: string | null }[];
};

/** One application, as the cohort's managers see it. */
export type ApplicationForReview = Omit<ApplicationView, "history"> & {
  email: string;
  /** `by` is null where the portal did it by itself. */
  history: { state: ApplicationState; at: Date; reason: string | null; by: string | null }[];
  places: { left: number; fundedLeft: number };
};

export type QueueRow = {
  id: string;
  reference: string;
  fullName: string;
  workplace: string;
  fundingRoute: FundingRoute | null;
  state: ApplicationState;
  cohortName: string;
  submittedOn: PlainDate | null;
  /** Only while an offer stands: the last day to answer it. */
  answerBy: PlainDate | null;
  /** Only until it is decided: the day by which the applicant was promised an answer. */
  promisedBy: PlainDate | null;
  /** True when that day has passed. */
  late: boolean;
};

/** A page of the queue. */
export type Queue = {
  rows: QueueRow[];
  total: number;
  page: number;
  pages: number;
  /** Applications by state, within the other filters; every state is there. */
  counts: Record<ApplicationState, number>;
  /** The cohorts one can choose from. */
  cohorts: { id: string; name: string }[];
};
