import type { PlainDate } from "../dates";
import type { ApplicationState } from "./schema";
import type { Answers, Needs } from "./schema-answers";

/** What pages are shown of applications. */

/** A line of the applicant's list. */
export type MyApplication = {
  reference: string;
  cohortId: string;
  state: ApplicationState;
  programmeName: string;
  cohortName: string;
  /** Whose turn it is; null when nothing follows. */
  turn: "yours" | "ours" | null;
  /** Until when: a draft is sent, an offer is answered, an application that was sent is decided. */
  by: PlainDate | null;
};

export type HistoryStep = {
  state: ApplicationState;
  at: Date;
  /** In somebody's own words, as the applicant reads them. */
  reason: string | null;
  /** Of a rejection, as schema-reasons.ts names them. */
  reasonCodes: string[];
};

/** One application, as its applicant sees it. */
export type ApplicationView = {
  id: string;
  reference: string;
  state: ApplicationState;
  version: number;
  answers: Answers;
  /** What only the applicant reads here. */
  needs: Needs;
  programme: { id: string; slug: string; shortName: string; title: string };
  cohort: {
    id: string;
    name: string;
    startsOn: PlainDate;
    applicationsClose: PlainDate | null;
    open: boolean;
  };
  submittedOn: PlainDate | null;
  offer: { fundedPlace: boolean; answerBy: PlainDate } | null;
  /** Whether the place that was accepted is funded; null without one. */
  fundedPlace: boolean | null;
  /** True once the equality questions were answered or passed over; what was answered is not known. */
  equalityDone: boolean;
  history: HistoryStep[];
};

/** One application, as the cohort's managers see it. */
export type ApplicationForReview = Omit<
  ApplicationView,
  "history" | "needs" | "equalityDone" | "fundedPlace"
> & {
  email: string;
  /** `by` is null where the portal did it by itself. */
  history: (HistoryStep & { by: string | null })[];
  places: { left: number; fundedLeft: number };
};
