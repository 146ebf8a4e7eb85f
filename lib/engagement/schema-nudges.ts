import { z } from "zod";
import { type FormState, line, paragraph } from "../form";
import { ALERT_REASONS, type AlertReason } from "./schema-list";

/** A letter to a chosen set: its words, the words that are filled in for each, and its form; safe in the browser. */

/** What stands in braces in the words of a nudge, and what it becomes. */
export const MERGE_WORDS = {
  "first name": "their first name",
  overdue: "what is overdue, by name",
  engagement: "their engagement to date, in a sentence",
  "places to choose": "the residentials that they have chosen no place for, by name",
  contact: "the address to write to",
} as const;
export type MergeWord = keyof typeof MERGE_WORDS;

/** So many at once: a page of the list. */
export const NUDGE_MAX = 50;

const GAP = /\{([^{}]*)\}/g;
const isKnown = (word: string): word is MergeWord => Object.hasOwn(MERGE_WORDS, word);

/** A template with its gaps filled in; a word that is not known stays as it stands. */
export function merged(template: string, words: Record<MergeWord, string>): string {
  return template.replace(GAP, (gap, word: string) => (isKnown(word) ? words[word] : gap));
}

const ALL_WORDS = Object.keys(MERGE_WORDS)
  .map((word) => `{${word}}`)
  .join(", ");

/** Only words in braces that can be filled in, and no brace without its other half. */
const withGaps = (what: string, max: number) => (text: z.ZodType<string, string>) =>
  text.superRefine((typed, context) => {
    const unknown = [...typed.matchAll(GAP)].map(([, word = ""]) => word).find((word) => !isKnown(word));
    if (unknown !== undefined)
      context.addIssue({
        code: "custom",
        message: `{${unknown.slice(0, 40)}} cannot be filled in: use ${ALL_WORDS}`,
      });
    else if (/[{}]/.test(typed.replace(GAP, "")))
      context.addIssue({
        code: "custom",
        message: "A brace stands alone: what is filled in begins with { and ends with }",
      });
    else if (typed.length > max) context.addIssue({ code: "custom", message: `Shorten ${what}` });
  });

const ids = z
  .string({ error: "Tick somebody first" })
  // In one spelling, so that nobody is chosen twice.
  .transform((text) => [...new Set(text.toLowerCase().split(",").filter(Boolean))])
  .pipe(z.array(z.uuid()).min(1, "Tick somebody first").max(NUDGE_MAX, `Tick ${NUDGE_MAX} or fewer`));

const words = {
  subject: withGaps("the subject", 120)(line("the subject", 120)),
  body: withGaps("the words", 3_000)(paragraph("the words", 3_000)),
};

export const nudgeForm = z.strictObject({
  ...words,
  to: ids,
  step: z.enum(["preview", "send", "edit"]).default("preview"),
  formKey: z.uuid({ error: "Reload the page and try again" }),
});
export type NudgeInput = z.output<typeof nudgeForm>;

/** Who is ticked in the address: one or many `p`, and the template to begin with. */
export const nudgeAddress = z.object({
  p: z
    .union([z.string(), z.array(z.string())])
    .transform((one) =>
      [...new Set([one].flat().map((id) => id.toLowerCase()))].filter((id) => z.uuid().safeParse(id).success),
    )
    .transform((all) => all.slice(0, NUDGE_MAX))
    .catch([]),
  template: z.uuid().catch(""),
  /** The reason whose list they were ticked in. */
  reason: z.enum(ALERT_REASONS).optional().catch(undefined),
});

/** A letter as somebody would read it. */
export type NudgeLetterView = {
  enrolmentId: string;
  fullName: string;
  to: string;
  subject: string;
  text: string;
};

/** Who gets one and who does not, and why. */
export type NudgePreview = {
  letters: NudgeLetterView[];
  left: { fullName: string; why: string }[];
};

export type NudgeState = FormState & { preview?: NudgePreview };

/** Words to begin with. */
export type NudgeTemplateView = {
  id: string;
  name: string;
  subject: string;
  body: string;
  /** The reason for an alert that it is meant for. */
  reason: AlertReason | null;
};

/** One of a programme's, as it is edited. */
export type NudgeTemplateToEdit = NudgeTemplateView & { offered: boolean; version: number };

/** The form of a template; a new one is known by the form's key. */
export const nudgeTemplateForm = z.strictObject({
  name: line("a name", 80),
  ...words,
  reason: z.union([z.literal(""), z.enum(ALERT_REASONS)], { error: "Choose what it is for" }),
  offered: z.enum(["yes", "no"], { error: "Choose whether it is offered" }),
  version: z.coerce.number().int().min(0).max(1_000_000),
  step: z.enum(["preview", "save"]).default("save"),
  formKey: z.uuid({ error: "Reload the page and try again" }).optional(),
});
export type NudgeTemplateInput = Omit<z.output<typeof nudgeTemplateForm>, "step">;
