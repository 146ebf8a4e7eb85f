import { z } from "zod";
import { type FormState, line, paragraph } from "../form";

/** A letter to a chosen set: its words, the words that are filled in for each, and its form; safe in the browser. */

/** What stands in braces in the words of a nudge, and what it becomes. */
export const MERGE_WORDS = {
  "first name": "their first name",
  overdue: "what is overdue, by name",
  engagement: "their engagement to date, in a sentence",
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

/** Only words in braces that can be filled in. */
const withGaps = (what: string, max: number) => (text: z.ZodType<string, string>) =>
  text.superRefine((typed, context) => {
    const unknown = [...typed.matchAll(GAP)].map(([, word = ""]) => word).find((word) => !isKnown(word));
    if (unknown !== undefined)
      context.addIssue({
        code: "custom",
        message: `{${unknown.slice(0, 40)}} cannot be filled in: use ${Object.keys(MERGE_WORDS)
          .map((word) => `{${word}}`)
          .join(", ")}`,
      });
    else if (typed.length > max) context.addIssue({ code: "custom", message: `Shorten ${what}` });
  });

const ids = z
  .string({ error: "Tick somebody first" })
  .transform((text) => [...new Set(text.split(",").filter(Boolean))])
  .pipe(z.array(z.uuid()).min(1, "Tick somebody first").max(NUDGE_MAX, `Tick ${NUDGE_MAX} or fewer`));

export const nudgeForm = z.strictObject({
  subject: withGaps("the subject", 120)(line("the subject", 120)),
  body: withGaps("the words", 3_000)(paragraph("the words", 3_000)),
  to: ids,
  step: z.enum(["preview", "send", "edit"]).default("preview"),
  formKey: z.uuid({ error: "Reload the page and try again" }),
});
export type NudgeInput = z.output<typeof nudgeForm>;

/** Who is ticked in the address: one or many `p`, and the template to begin with. */
export const nudgeAddress = z.object({
  p: z
    .union([z.string(), z.array(z.string())])
    .transform((one) => [...new Set([one].flat())].filter((id) => z.uuid().safeParse(id).success))
    .transform((all) => all.slice(0, NUDGE_MAX))
    .catch([]),
  template: z.uuid().catch(""),
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

export type NudgeTemplateView = { id: string; name: string; subject: string; body: string };
