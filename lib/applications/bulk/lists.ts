import "server-only";
import { managedCohorts, managesCohort } from "../../auth/actor";
import { type ListColumn, type ListOf, listFile } from "../../list-file";
import { STATE_WORDS } from "../schema";
import { bulkAddress } from "../schema-bulk";
import { bulkDone, outcomeWords } from "../schema-bulk-words";
import { allBulkActs, bulkResult } from "./queries";
import type { BulkActLine, BulkResult } from "./views";

/** What was done with many applications at once, as files. */

const ACTS: readonly ListColumn<BulkActLine>[] = [
  { heading: "What", width: 34, cell: (line) => bulkDone(line, line.done) },
  { heading: "Chosen", cell: ({ chosen }) => chosen },
  { heading: "Left as they were", cell: ({ left }) => left },
  { heading: "Finished", cell: ({ finished }) => (finished ? "yes" : "no") },
  { heading: "Cohort", width: 20, cell: ({ cohortName }) => cohortName },
  { heading: "By", width: 24, cell: ({ by }) => by },
  { heading: "At", width: 18, cell: ({ at }) => ({ at }) },
];

/** Every act, of one cohort (`cohort=`) or of all that the actor manages. */
export const bulkActsList: ListOf = async (actor, query) => {
  const managed = managedCohorts(actor);
  if (managed !== "all" && managed.length === 0) return null;
  const { cohort } = bulkAddress.parse(query);
  const cohortId = cohort && managesCohort(actor, cohort) ? cohort : null;
  return listFile({
    title: "Many at once",
    columns: ACTS,
    cohortId,
    ...(await allBulkActs(actor, cohort)),
  });
};

type Row = BulkResult["rows"][number];

/** What became of each application of one act (`act=`), for those who manage its cohort. */
export const bulkResultList: ListOf = async (actor, { act = "" }) => {
  const result = await bulkResult(actor, act);
  if (!result) return null;
  const done = outcomeWords(result);
  const columns: readonly ListColumn<Row>[] = [
    { heading: "Applicant", width: 26, cell: ({ name }) => name },
    { heading: "Reference", width: 16, cell: ({ reference }) => reference },
    { heading: "School or trust", width: 34, cell: ({ workplace }) => workplace },
    { heading: "State", width: 20, cell: ({ state }) => STATE_WORDS[state] },
    {
      heading: "What happened",
      width: 50,
      cell: ({ outcome, message }) =>
        outcome === "done" ? done : outcome === "open" ? "nothing yet" : `left as it was: ${message}`,
    },
  ];
  return listFile({ title: "What happened", columns, cohortId: result.cohortId, rows: result.rows });
};
