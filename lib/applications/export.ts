import "server-only";
import { managedCohorts, managesCohort } from "../auth/actor";
import { type ListOf, listFile } from "../list-file";
import { COLUMNS } from "./export-columns";
import { exportedIds, exportedRows } from "./export-rows";
import { queueFilters } from "./schema-queue";

/** The applications of a view of the queue, all of its pages, in its order; for those who decide applications. */
export const applicationsList: ListOf = async (actor, query, at) => {
  const managed = managedCohorts(actor);
  if (managed !== "all" && managed.length === 0) return null;
  const filters = queueFilters.parse(query);
  return listFile({
    title: "Applications",
    columns: COLUMNS,
    cohortId: filters.cohort && managesCohort(actor, filters.cohort) ? filters.cohort : null,
    ids: await exportedIds(actor, filters, at),
    read: await exportedRows(actor, at),
  });
};
