import "server-only";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { evaluationsOfCohort } from "./queries";
import type { ModuleReport, QuestionReport } from "./schema";

type Row = {
  module: string;
  told: number;
  version: number;
  question: string;
  answer: string;
  people: number | null;
  average: number | null;
};

const COLUMNS: readonly ListColumn<Row>[] = [
  { heading: "Module", width: 24, cell: ({ module }) => module },
  { heading: "People in the report", cell: ({ told }) => told },
  { heading: "Version of the questions", cell: ({ version }) => version },
  { heading: "Question", width: 50, cell: ({ question }) => question },
  { heading: "Answer", width: 50, cell: ({ answer }) => answer },
  { heading: "People who gave it", cell: ({ people }) => people },
  { heading: "Average of the question", cell: ({ average }) => average },
];

/**
 * What a cohort's evaluations come to (`cohort=`), for those who manage it: the same report as the page's, so that a
 * file tells nothing that the page does not (docs/decisions/0011). A line for each possible answer with how many gave
 * it, and for each text in an order that says nothing.
 */
export const evaluationsList: ListOf = async (actor, { cohort = "" }) => {
  const reports = await evaluationsOfCohort(actor, cohort);
  return (
    reports &&
    listFile({
      title: "Evaluations",
      columns: COLUMNS,
      cohortId: cohort,
      rows: reports.flatMap(linesOf),
    })
  );
};

function linesOf({ module, title, people: told, versions }: ModuleReport): Row[] {
  return versions.flatMap(({ version, questions }) =>
    questions.flatMap((result) =>
      answersTo(result).map((answer) => ({
        ...{ module: module ? `Module ${module}` : title, told, version },
        ...{ question: result.question.legend, ...answer },
      })),
    ),
  );
}

function answersTo(result: QuestionReport): Pick<Row, "answer" | "people" | "average">[] {
  if (result.people === null)
    return [{ answer: "fewer than five people answered", people: null, average: null }];
  const average = result.average === null ? null : Math.round(result.average * 10) / 10;
  return [
    ...result.counts.map((count) => ({ ...count, average })),
    ...result.texts.map((answer) => ({ answer, people: null, average: null })),
  ];
}
