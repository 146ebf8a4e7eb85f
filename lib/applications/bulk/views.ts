import type { ApplicationState } from "../schema";
import type { BulkKind, Reminder } from "../schema-bulk";

/** What the pages of many applications at once are shown. */

export type BulkRow = {
  id: string;
  version: number;
  reference: string;
  name: string;
  workplace: string;
  state: ApplicationState;
  /** Null for a draft, which staff do not open. */
  href: string | null;
};

/** Before it happens. */
export type BulkPreview = {
  cohort: { id: string; name: string };
  /** To whom it is done, in the order in which it is done, and what happens to each. */
  rows: (BulkRow & { what: string })[];
  /** To whom nothing is done, and why. */
  left: (BulkRow & { why: string })[];
  /** How many there are whom a reminder to everybody concerns; more than are done at once when it is a long list. */
  total: number;
  places: { left: number; fundedLeft: number };
  /** For a reminder: how many of those looked at each one would reach. */
  reach: Record<Reminder, number>;
  /** Which reminder it is: the one asked for, or else the one that reaches more of those ticked. */
  about: Reminder | null;
  /** For an offer: how many would be offered a place but for their sponsor's endorsement. */
  unendorsed: number;
  /** The e-mail to the first, as it will read; null where nobody gets one. */
  letter: Letter | null;
};
export type Letter = { to: string; subject: string; text: string };

/** Ticked applications of several cohorts, which are decided one cohort after the other. */
export type SeveralCohorts = { cohorts: { id: string; name: string; count: number }[] };

/** A line of the list of what was done before. */
export type BulkActLine = {
  id: string;
  kind: BulkKind;
  about: Reminder | null;
  cohortName: string;
  by: string;
  at: Date;
  chosen: number;
  done: number;
  left: number;
  finished: boolean;
};

/** After it happened. */
export type BulkResult = BulkActLine & {
  cohortId: string;
  fundedPlace: boolean;
  done: number;
  rows: (Omit<BulkRow, "version"> & { outcome: "done" | "left" | "open"; message: string })[];
  /** True for the one who began it, while something of it is still to do. */
  canContinue: boolean;
};
