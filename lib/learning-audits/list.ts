import "server-only";
import { managesCohort } from "../auth/actor";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { cohortAverages } from "./averages";
import type { CohortArea } from "./schema";

type Row = CohortArea & { module: number | null };

/** As the page shows it: to one place after the point. */
const average = (of: CohortArea["before"]) => of && Math.round(of.average * 10) / 10;

const COLUMNS: readonly ListColumn<Row>[] = [
  { heading: "Module", cell: ({ module }) => module ?? "none" },
  { heading: "Area", width: 34, cell: ({ title }) => title },
  { heading: "Audit, average", cell: ({ before }) => average(before) },
  { heading: "Audit, people", cell: ({ before }) => before?.people },
  { heading: "Review, average", cell: ({ after }) => average(after) },
  { heading: "Review, people", cell: ({ after }) => after?.people },
];

/** A cohort's averages (`cohort=`), told in fives as on the page, for those who manage it. */
export const auditAveragesList: ListOf = async (actor, { cohort = "" }, at) => {
  if (!managesCohort(actor, cohort)) return null;
  const modules = await cohortAverages(actor, cohort, at);
  return (
    modules &&
    listFile({
      title: "Learning audits",
      columns: COLUMNS,
      cohortId: cohort,
      rows: modules.flatMap(({ module, areas }) => areas.map((area) => ({ module, ...area }))),
    })
  );
};
