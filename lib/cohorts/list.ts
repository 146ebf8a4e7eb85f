import "server-only";
import { managedCohorts } from "../auth/actor";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { cohortsFor } from "./queries";
import type { StaffCohortRow } from "./schema";
import { archivedQuestion } from "./schema-forms";

const COLUMNS: readonly ListColumn<StaffCohortRow>[] = [
  { heading: "Programme", cell: ({ programme }) => programme.shortName },
  { heading: "Cohort", width: 24, cell: ({ name }) => name },
  { heading: "State", cell: ({ state }) => state },
  { heading: "Starts on", cell: ({ startsOn }) => ({ day: startsOn }) },
  {
    heading: "Applications close",
    cell: ({ applicationsClose }) => applicationsClose && { day: applicationsClose },
  },
  { heading: "To be read", cell: ({ applications }) => applications.submitted },
  { heading: "Under review", cell: ({ applications }) => applications.under_review },
  { heading: "On the waiting list", cell: ({ applications }) => applications.waitlisted },
  { heading: "Offered", cell: ({ applications }) => applications.offered },
  { heading: "Places", cell: ({ capacity }) => capacity },
  { heading: "Places taken", cell: ({ placesTaken }) => placesTaken },
  { heading: "Funded places", cell: ({ fundedPlaces }) => fundedPlaces },
  { heading: "Funded places taken", cell: ({ fundedTaken }) => fundedTaken },
  { heading: "Active", cell: ({ participants }) => participants.active },
  { heading: "Deferred", cell: ({ participants }) => participants.deferred },
  { heading: "Withdrawn", cell: ({ participants }) => participants.withdrawn },
  { heading: "Completed", cell: ({ participants }) => participants.completed },
  { heading: "Moved to another cohort", cell: ({ participants }) => participants.transferred },
];

/** The cohorts that one manages, with the archived ones when asked for (`archived=1`). */
export const cohortsList: ListOf = async (actor, query, at) => {
  const managed = managedCohorts(actor);
  if (managed !== "all" && managed.length === 0) return null;
  const { archived } = archivedQuestion.parse(query);
  const rows = await cohortsFor(actor, at, { archived: archived === "1" });
  return listFile({ title: "Cohorts", columns: COLUMNS, rows });
};
