import { z } from "zod";
import { addressField } from "../auth/address";
import { line, paragraph } from "../form";

/** Shapes of enquiries, safe in the browser. */

/** Where an enquiry stands: nobody has answered, somebody has, or it was set aside without an answer. */
export const ENQUIRY_STATES = ["waiting", "answered", "set_aside"] as const;
export type EnquiryState = (typeof ENQUIRY_STATES)[number];

export const QUESTION_MAX = 3_000;
export const ANSWER_MAX = 6_000;

const key = z.uuid({ error: "The form is incomplete. Reload the page and try again." });
/** Where the enquiry stood when the page was opened, as `standing` in states.ts makes it. */
const seen = z.string().regex(/^(waiting|answered|set_aside)-\d{1,4}$/);

/** The public form. `programme` is a programme's slug, or empty for "none in particular". */
export const questionForm = z.strictObject({
  formKey: key,
  name: line("your name", 120),
  email: addressField,
  programme: z.string().max(60, "Choose a programme from the list"),
  question: paragraph("your question", QUESTION_MAX),
});
export type Question = z.output<typeof questionForm>;

export const answerForm = z.strictObject({
  formKey: key,
  seen,
  body: paragraph("your answer", ANSWER_MAX),
});
export type Answer = z.output<typeof answerForm>;

export const closureForm = z.strictObject({
  seen,
  reason: line("the reason", 300),
});
export type Closure = z.output<typeof closureForm>;

/** The queue's filters, as they stand in the address; anything else is left out. */
export const enquiryFilters = z.object({
  show: z
    .enum([...ENQUIRY_STATES, "all"])
    .optional()
    .catch(undefined),
  q: line("what to find", 100, { optional: true }).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});
export type EnquiryFilters = z.output<typeof enquiryFilters>;

/** What a view shows: what was asked for; else all when something is looked for, and what waits when not. */
export function shownEnquiries({ show, q }: EnquiryFilters): EnquiryState | "all" {
  return show ?? (q ? "all" : "waiting");
}

/** True for what could be an enquiry's reference, such as Q-4F7KQ2: checked before it reaches a query. */
export function isEnquiryReference(text: unknown): text is string {
  return typeof text === "string" && /^Q-[2-9A-HJKMNP-Z]{6}$/.test(text);
}
