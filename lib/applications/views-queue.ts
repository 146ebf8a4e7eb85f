import type { PlainDate } from "../dates";
import type { Reading } from "./rubric";
import type { ApplicationState } from "./schema";
import type { FundingRoute } from "./schema-choices";
import type { WaitingOn } from "./schema-queue";

/** What the queue's page is shown. */

export type QueueRow = {
  id: string;
  reference: string;
  fullName: string;
  workplace: string;
  /** Of a school on the national register; null for a trust and for a place typed by hand. */
  region: string | null;
  phase: string | null;
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
  waitingOn: WaitingOn[];
  /** True while it is read or waits for a place. */
  undecided: boolean;
  /** How many reviews were handed in, and what they come to. */
  reviews: number;
  reading: Reading;
  /** Their mean total, where the viewer may know it. */
  score: number | null;
  /** The most that the programme's criteria come to; 0 where it has none. */
  maxScore: number;
};

/** A page of the queue. */
export type Queue = {
  rows: QueueRow[];
  total: number;
  page: number;
  pages: number;
  /** Applications by state, within the other filters; every state is there. */
  counts: Record<ApplicationState, number>;
  /** By those they wait for, within the other filters; one that waits for two counts with both. */
  waiting: Record<WaitingOn | "all", number>;
  /** The cohorts one can choose from. */
  cohorts: { id: string; name: string }[];
  /** The regions and phases one can choose from. */
  regions: string[];
  phases: string[];
};
