import "server-only";
import { type ListColumn, type ListOf, listFile } from "../../list-file";
import { OUTCOME_TAGS } from "../schema-registrations";
import { registrationReport, registrationsOfCohort, type UploadReport, type UploadRow } from "./queries";

/** DfE's lists and what became of their lines, as files; for those who manage the cohort (`cohort=`). */

const UPLOADS: readonly ListColumn<UploadRow>[] = [
  { heading: "File", width: 34, cell: ({ fileName }) => fileName },
  { heading: "Imported", width: 30, cell: ({ at }) => at },
  { heading: "By", width: 24, cell: ({ by }) => by },
  { heading: "Lines", cell: ({ rowCount }) => rowCount },
  { heading: "Matched", cell: ({ counts }) => counts.matched },
  { heading: "Imported before", cell: ({ counts }) => counts.already },
  { heading: "No application", cell: ({ counts }) => counts.unmatched },
  { heading: "Need a look", cell: ({ counts }) => counts.conflict },
  { heading: "Not imported", cell: ({ counts }) => counts.wrong },
];

export const registrationListsList: ListOf = async (actor, { cohort = "" }) => {
  const found = await registrationsOfCohort(actor, cohort);
  return found && listFile({ title: "DfE lists", columns: UPLOADS, cohortId: cohort, rows: found.uploads });
};

type Line = UploadReport["lines"][number];

const LINES: readonly ListColumn<Line>[] = [
  { heading: "Line", cell: ({ line }) => line },
  { heading: "Name", width: 26, cell: ({ name }) => name },
  { heading: "E-mail", width: 34, cell: ({ email }) => email },
  { heading: "DfE’s identifier", width: 38, cell: ({ dfeId }) => dfeId },
  { heading: "What became of it", width: 18, cell: ({ outcome }) => OUTCOME_TAGS[outcome] },
  { heading: "Why", width: 50, cell: ({ why }) => why },
];

/** What became of every line of one list (`upload=`). */
export const registrationsList: ListOf = async (actor, { cohort = "", upload = "" }) => {
  const report = await registrationReport(actor, cohort, upload);
  return (
    report && listFile({ title: "DfE registrations", columns: LINES, cohortId: cohort, rows: report.lines })
  );
};
