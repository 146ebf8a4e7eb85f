import { z } from "zod";
import { paragraph } from "../form";
import { keyedFields } from "../form-keyed";

export type * from "./views";

/** Shapes of learning audits, safe in the browser. A mark is 1 to 5. */

export const AUDIT_KINDS = ["learning_audit", "learning_audit_review"] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** What each mark says, from 1 to 5. */
export const MARK_WORDS = [
  "new to me",
  "I know the basics",
  "sound in my own school",
  "confident across schools",
  "I lead others in it",
] as const;
export const MARKS = [1, 2, 3, 4, 5] as const;
export const NOTE_MAX = 1_000;

/** The names of an area's two fields in the form. */
export const markField = (key: string) => `mark-${key}`;
export const noteField = (key: string) => `note-${key}`;

/** One area's answer as it was sent: no mark yet is null. */
export type MarkInput = { areaKey: string; mark: number | null; note: string };

const mark = z
  .union([z.literal(""), z.coerce.number().int().min(1).max(5)], { error: "Choose a mark from 1 to 5" })
  .transform((value) => (value === "" ? null : value));
const note = paragraph("the note", NOTE_MAX, { optional: true });

/** The audit's form, whether it is saved or sent. Which areas there are is the programme's business. */
export const auditForm = z
  .looseObject({
    version: z.coerce.number().int().min(0).max(1_000_000),
    formKey: z.uuid({ error: "Reload the page and try again" }),
    step: z.literal("send").optional(),
  })
  .transform(({ version, formKey, step, ...fields }, ctx) => {
    const read = keyedFields(fields, { mark, note }, ctx);
    const marks = [...read].map(
      ([areaKey, given]): MarkInput => ({ areaKey, mark: given.mark ?? null, note: given.note ?? "" }),
    );
    return { version, formKey, send: step === "send", marks };
  });
export type AuditInput = z.output<typeof auditForm>;

/** What keeps an audit from being sent, by field: a mark for every area. Notes are one's own choice. */
export function gapsInAudit(
  marks: readonly MarkInput[],
  areas: readonly { key: string; title: string }[],
): Record<string, string> {
  const gaps = areas.filter(({ key }) => !marks.find(({ areaKey }) => areaKey === key)?.mark);
  return Object.fromEntries(gaps.map(({ key, title }) => [markField(key), `Choose a mark for “${title}”`]));
}

/** The three modules, and the programme as a whole: first audit against last review. */
export const COMPARISONS = ["1", "2", "3", "programme"] as const;
export type Comparison = (typeof COMPARISONS)[number];
export const comparison = z.enum(COMPARISONS);
export const COMPARISON_WORDS: Record<Comparison, string> = {
  "1": "Module 1",
  "2": "Module 2",
  "3": "Module 3",
  programme: "Whole programme",
};
