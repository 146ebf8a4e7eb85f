import { z } from "zod";
import { isPlainDate, type PlainDate } from "../dates";
import { line, paragraph } from "../form";

/** The log of who was in touch with whom: the form and what it is shown as; safe in the browser. */

export const CONTACT_HOW = ["phone", "email", "meeting", "other"] as const;
export type ContactHow = (typeof CONTACT_HOW)[number];
export const HOW_WORDS: Record<ContactHow, string> = {
  phone: "by phone",
  email: "by e-mail",
  meeting: "in a meeting",
  other: "in another way",
};

const day = (problem: string) => z.string({ error: problem }).refine(isPlainDate, problem);

export const contactForm = z
  .strictObject({
    how: z.enum(CONTACT_HOW, { error: "Choose how you were in touch" }),
    happenedOn: day("Enter the day you were in touch"),
    said: paragraph("what was said", 2_000),
    outcome: line("what came of it", 1_000),
    nextOn: z
      .literal("")
      .or(day("Enter the day as a date, or leave it out"))
      .default("")
      .transform((typed) => typed || null),
    /** The entry that this one puts right. */
    supersedesId: z.uuid().or(z.literal("")).default(""),
    formKey: z.uuid({ error: "Reload the page and try again" }),
  })
  .refine(({ nextOn, happenedOn }) => nextOn === null || nextOn > happenedOn, {
    path: ["nextOn"],
    error: "Enter a day after the one you were in touch",
  });
export type ContactInput = z.output<typeof contactForm>;

/** An entry of the log. */
export type ContactView = {
  id: string;
  by: string;
  how: ContactHow;
  happenedOn: PlainDate;
  said: string;
  outcome: string;
  nextOn: PlainDate | null;
  recordedAt: Date;
  /** False when a later entry puts it right; it is kept and shown as such. */
  live: boolean;
  /** True for an entry that puts an earlier one right. */
  corrects: boolean;
};
