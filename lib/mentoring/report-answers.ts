import { type Extent, REPORT_QUESTIONS } from "./schema";
import type { ReportAnswers } from "./views";

/** What a report says, by question. Pure. */

type Row = { extent: Extent | null; changes: string; evidence: string; hindered: string; support: string };

export const answersOf = ({ extent, changes, evidence, hindered, support }: Row): ReportAnswers => ({
  extent,
  changes,
  evidence,
  hindered,
  support,
});

/** True when every question that has to be is answered. */
export const isWholeReport = (row: Row): boolean =>
  row.extent !== null && REPORT_QUESTIONS.every(({ key, optional }) => optional || row[key] !== "");
