import { z } from "zod";
import { isPlainDate, type PlainDate } from "../dates";
import { line } from "../form";
import type { CohortState } from "./states";

export { COHORT_STATES, type CohortState } from "./states";

/** Shapes of cohorts, safe in the browser. */

/** A cohort as anyone may see it. */
export type CohortFacts = {
  id: string;
  slug: string;
  /** "Spring 2027" */
  name: string;
  /** First day of the month it starts in. */
  startsOn: PlainDate;
  applicationsOpen: PlainDate | null;
  /** The last day to apply, until 23:59 in London. */
  applicationsClose: PlainDate | null;
  placesLeft: number;
  fundedPlacesLeft: number;
};

/**
 * Where a programme stands for somebody who would like to join: what the prospectus's one next step hangs on.
 * `full`: applications are open, and every place is held or taken. `closed` without a cohort: none is planned.
 */
export type CohortSituation =
  | { state: "open" | "full"; cohort: CohortFacts; closesOn: PlainDate }
  | { state: "opens_on"; cohort: CohortFacts; opensOn: PlainDate }
  | { state: "closed"; cohort: CohortFacts | null };

/** A cohort that takes applications today; when `placesLeft` is 0, an offer has to wait for a place. */
export type OpenCohort = CohortFacts & {
  applicationsClose: PlainDate;
  programme: { id: string; slug: string; shortName: string; title: string };
};

export const APPLICATION_STATES = [
  "draft",
  "submitted",
  "under_review",
  "waitlisted",
  "offered",
  "accepted",
  "declined",
  "rejected",
  "withdrawn",
  "expired",
] as const;
export const ENROLMENT_STATES = ["active", "deferred", "withdrawn", "completed", "transferred"] as const;

/** A cohort as its staff see it. */
export type StaffCohort = CohortFacts & {
  programme: { id: string; slug: string; shortName: string; title: string };
  capacity: number;
  placesTaken: number;
  fundedPlaces: number;
  fundedTaken: number;
  offerDays: number;
  state: CohortState;
  /** For the forms that change it: of its facts, and of its milestones. */
  version: number;
  routeMapVersion: number;
};

/** A row of the staff's list of cohorts. */
export type StaffCohortRow = StaffCohort & {
  /** Participants by state; every state is there. */
  participants: Record<(typeof ENROLMENT_STATES)[number], number>;
  /** Applications by state; every state is there. Drafts are counted, never shown. */
  applications: Record<(typeof APPLICATION_STATES)[number], number>;
};

const day = (message: string) => z.string({ error: message }).refine(isPlainDate, message);

export const cohortDetails = {
  slug: z
    .string({ error: "Enter a short name for addresses, such as spring-2027" })
    .max(60, "Shorten this to 60 characters or fewer")
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, digits and hyphens, such as spring-2027"),
  name: line("a name, such as Spring 2027", 60),
  applicationsOpen: day("Enter the day applications open").nullable(),
  applicationsClose: day("Enter the last day to apply").nullable(),
  capacity: z.int().min(1, "Enter how many places there are").max(20_000),
  fundedPlaces: z.int().min(0).max(20_000),
  offerDays: z.int().min(1).max(90).default(14),
};
export const startMonth = z
  .string({ error: "Enter the month it starts in, such as 2027-05" })
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, "Enter the month it starts in, such as 2027-05");

/** What staff change of a cohort that is there. */
export type CohortDetails = z.output<z.ZodObject<typeof cohortDetails>>;

/** A new cohort, as it is given. */
export const newCohort = z.strictObject({
  ...cohortDetails,
  /** "2027-05" */
  startMonth,
});
export type NewCohort = z.input<typeof newCohort>;
