import { z } from "zod";
import { addressField } from "../auth/address";

/** Shapes of being told, safe in the browser. */

/** What somebody may ask to be told of. */
export const TOPICS = ["scholarships", "next_cohort"] as const;
export type Topic = (typeof TOPICS)[number];

/** Each topic as a choice in the form, and in the sentence "We tell you …". */
export const TOPIC_WORDS: Record<Topic, { label: string; when: string }> = {
  scholarships: {
    label: "News on scholarships",
    when: "when there is news on scholarships",
  },
  next_cohort: {
    label: "The next cohort opening for applications",
    when: "when the next cohort opens for applications",
  },
};

/** Days in which an address has to be confirmed; then it is deleted. */
export const CONFIRM_DAYS = 7;
/** Months after which a confirmed address is deleted, unless its owner leaves or is told before. */
export const KEEP_MONTHS = 24;

/** True for a topic as an address names it. */
export const isTopic = (text: unknown): text is Topic => TOPICS.some((topic) => topic === text);

/** The public form. */
export const beToldForm = z.strictObject({
  email: addressField,
  topics: z
    .preprocess(
      (ticked) => (ticked === undefined ? [] : [ticked].flat()),
      z
        .array(z.enum(TOPICS, { error: "Choose what you want to be told" }))
        .min(1, "Choose what you want to be told")
        .max(TOPICS.length, "Choose each once"),
    )
    .transform((ticked) => TOPICS.filter((topic) => ticked.includes(topic))),
});
export type BeTold = z.output<typeof beToldForm>;

/** Confirming and leaving: a button and the link's token. */
export const linkForm = z.strictObject({
  token: z.string().max(100, "This link is incomplete. Copy the whole of it out of the e-mail."),
});
