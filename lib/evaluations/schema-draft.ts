import { z } from "zod";
import { isStorable } from "../form";
import { type EvaluationQuestion, evaluationQuestion } from "./schema";
import { FIELDS, type Field, MOST_QUESTIONS, type Row, rowField, rowsIn } from "./schema-rows";

/** The form in which an evaluation's questions are written, as it is sent. */

const STEP = /^(save|add-(scale|choice|text)|(out|up|down)-\d{1,2})$/;
const UNKNOWN = "Reload the page and try again";
const LONGEST = 2_000;
const typed = z
  .string()
  .max(LONGEST, "Shorten this")
  .refine(isStorable, "Remove the hidden control characters");
const numbered = FIELDS.flatMap((field) =>
  Array.from({ length: MOST_QUESTIONS }, (_, index) => [rowField(field, index), typed.optional()]),
);

/** What was sent: a step and the rows as typed; the questions, too, where it is to be saved. */
export type DraftForm = { token: string; step: string; rows: Row[]; questions: EvaluationQuestion[] };

export const draftForm = z
  .strictObject({
    token: z.string({ error: UNKNOWN }).max(40, UNKNOWN),
    step: z.string({ error: UNKNOWN }).regex(STEP, UNKNOWN),
    ...Object.fromEntries(numbered),
  })
  .transform((form, context): DraftForm => {
    const { token, step } = form as { token: string; step: string };
    const rows = rowsIn(form);
    const questions = step === "save" ? questionsOf(rows, context) : [];
    return { token, step, rows, questions };
  });

/** The draft that a page showed, to be published or thrown away. */
export const draftTokenForm = z.strictObject({ token: z.string({ error: UNKNOWN }).max(40, UNKNOWN) });

function questionsOf(rows: readonly Row[], context: z.RefinementCtx): EvaluationQuestion[] {
  const wrong = (field: Field, index: number, message: string) =>
    context.addIssue({ code: "custom", path: [rowField(field, index)], message });
  if (rows.length === 0) {
    context.addIssue({ code: "custom", path: [], message: "Add at least one question." });
    return [];
  }
  const keys = new Set(rows.map(({ key }) => key).filter(Boolean));
  return rows.flatMap((row, index) => {
    const { kind, legend, hint } = folded(row);
    // A key that a row before has, which no form of ours sends, would be two questions' answers under one.
    const key =
      row.key && !rows.slice(0, index).some((before) => before.key === row.key)
        ? row.key
        : freshKey(legend, keys);
    const base = { key, legend, ...(hint ? { hint } : {}) };
    const { low, high } = folded(row);
    const options = row.options.split("\n").map(fold).filter(Boolean);
    const question =
      kind === "scale"
        ? { ...base, kind, low, high }
        : kind === "choice"
          ? { ...base, kind, options }
          : { ...base, kind };
    if (new Set(options).size < options.length) wrong("options", index, "Write each answer once");
    const read = evaluationQuestion.safeParse(question);
    if (read.success) return [read.data];
    for (const field of new Set(read.error.issues.map(({ path }) => String(path[0]))))
      wrong(
        field === "key" ? "legend" : (field as Field),
        index,
        `Question ${index + 1}: ${WRONG[field] ?? UNKNOWN}`,
      );
    return [];
  });
}

const WRONG: Record<string, string | undefined> = {
  legend: "enter the question, in 200 characters or fewer",
  hint: "shorten what stands below it to 300 characters or fewer",
  low: "say what 1 means, in 60 characters or fewer",
  high: "say what 5 means, in 60 characters or fewer",
  options: "write 2 to 8 answers, one a line, of 80 characters or fewer",
};

const fold = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();
const folded = (row: Row) => ({
  ...{
    kind: row.kind,
    legend: fold(row.legend),
    hint: fold(row.hint),
    low: fold(row.low),
    high: fold(row.high),
  },
});

/** A key of a new question, from its words; no other question of the form has it. */
function freshKey(legend: string, taken: Set<string>): string {
  const words = legend.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const stem = words.join("-").slice(0, 30).replace(/-+$/, "") || "question";
  let key = stem;
  for (let count = 2; taken.has(key); count++) key = `${stem}-${count}`;
  taken.add(key);
  return key;
}
