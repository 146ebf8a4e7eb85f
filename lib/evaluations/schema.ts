import { z } from "zod";
import { paragraph } from "../form";
import { keyedFields } from "../form-keyed";

export type * from "./views";

/** Shapes of end-of-module evaluations, safe in the browser. */

export const TEXT_MAX = 2_000;
/** Fewer people than this are never told of. */
export const LEAST_TOLD = 5;
export const SCALE = ["1", "2", "3", "4", "5"] as const;

const words = (max: number) => z.string().trim().min(1).max(max);
const base = {
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
  legend: words(200),
  hint: words(300).optional(),
};

/** A question: a mark of 1 to 5 between two ends, one of a few answers, or words of one's own, which are optional. */
export const evaluationQuestion = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("scale"), ...base, low: words(60), high: words(60) }),
  z.strictObject({ kind: z.literal("choice"), ...base, options: z.array(words(80)).min(2).max(8) }),
  z.strictObject({ kind: z.literal("text"), ...base }),
]);
export type EvaluationQuestion = z.infer<typeof evaluationQuestion>;

/** A form's questions in their order; each key once. */
export const evaluationQuestions = z
  .array(evaluationQuestion)
  .min(1)
  .max(12)
  .refine(
    (questions) => new Set(questions.map(({ key }) => key)).size === questions.length,
    "Each question needs a key of its own",
  );

export const answerField = (key: string) => `answer-${key}`;

/** The form as it is sent; which questions there are is the version's business. */
export const evaluationForm = z
  .looseObject({ formId: z.uuid({ error: "Reload the page and try again" }) })
  .transform(({ formId, ...fields }, ctx) => {
    const read = keyedFields(fields, { answer: paragraph("the answer", TEXT_MAX, { optional: true }) }, ctx);
    const answers = new Map([...read].map(([key, { answer = "" }]) => [key, answer]));
    return { formId, answers };
  });

/** What is wrong with the answers, by field: a scale or choice left out, or an answer that is none of those. */
export function gapsInEvaluation(
  questions: readonly EvaluationQuestion[],
  answers: ReadonlyMap<string, string>,
): Record<string, string> {
  const bad = questions.filter((question) => {
    if (question.kind === "text") return false;
    const possible: readonly string[] = question.kind === "scale" ? SCALE : question.options;
    return !possible.includes(answers.get(question.key) ?? "");
  });
  return Object.fromEntries(bad.map(({ key, legend }) => [answerField(key), `Answer “${legend}”`]));
}
