import type { EvaluationQuestion } from "./schema";

/**
 * The rows of the form in which an evaluation's questions are written. Fields are numbered by row; buttons add a row, take
 * one out or move it, and send the whole form along, so that nothing typed is lost and no script is needed. Nothing here
 * parses, since all of it reaches the browser.
 */

export const MOST_QUESTIONS = 12;
export const KINDS = ["scale", "choice", "text"] as const;
export type Kind = (typeof KINDS)[number];
export const KIND_NAMES: Record<Kind, string> = {
  scale: "A mark from 1 to 5",
  choice: "One of a few answers",
  text: "Words of their own, if they like",
};

/** A row as it is typed; `options` has an answer a line. The key is empty until the question has been saved once. */
export type Row = {
  key: string;
  kind: Kind;
  legend: string;
  hint: string;
  low: string;
  high: string;
  options: string;
};
export const FIELDS = ["key", "kind", "legend", "hint", "low", "high", "options"] as const;
export type Field = (typeof FIELDS)[number];

export const rowField = (field: Field, index: number) => `${field}${index}`;

const EMPTY = { key: "", legend: "", hint: "", low: "", high: "", options: "" };

export function rowOf(question: EvaluationQuestion): Row {
  const { key, kind, legend, hint = "" } = question;
  const row = { ...EMPTY, key, kind, legend, hint };
  if (question.kind === "scale") return { ...row, low: question.low, high: question.high };
  return question.kind === "choice" ? { ...row, options: question.options.join("\n") } : row;
}

/** The rows that a form sent, in their order. */
export function rowsIn(values: Record<string, unknown>): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < MOST_QUESTIONS; index++) {
    const text = (field: Field) => String(values[rowField(field, index)] ?? "");
    const kind = KINDS.find((each) => each === text("kind"));
    if (!kind) break;
    const { key, legend, hint, low, high, options } = Object.fromEntries(
      FIELDS.map((field) => [field, text(field)]),
    ) as Record<Field, string>;
    rows.push({ key, kind, legend, hint, low, high, options });
  }
  return rows;
}

/** The same as a form's values. */
export const valuesOf = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap((row, index) => FIELDS.map((field) => [rowField(field, index), row[field]])),
  );

/** The rows after a button that adds, takes out or moves: "add-scale", "out-3", "up-3", "down-3"; rows count from 0. */
export function afterStep(rows: readonly Row[], step: string): Row[] {
  const [what = "", which = ""] = step.split("-");
  if (what === "add") {
    const kind = KINDS.find((each) => each === which);
    return kind && rows.length < MOST_QUESTIONS ? [...rows, { ...EMPTY, kind }] : [...rows];
  }
  const index = Number(which);
  const row = rows[index];
  if (!row) return [...rows];
  const others = rows.toSpliced(index, 1);
  if (what === "out") return others;
  return others.toSpliced(Math.max(0, what === "up" ? index - 1 : index + 1), 0, row);
}
