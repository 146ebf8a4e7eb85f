import { z } from "zod";
import { isPlainDate, type PlainDate } from "../dates";
import { paragraph } from "../form";

/** Shapes of corrections, safe in the browser. Durations are minutes. */

export const SAID_MAX = 2_000;

const formKey = z.uuid({ error: "Reload the page and try again" });

/** A participant says what is wrong with what is recorded of a milestone. */
export const askForm = z.strictObject({ said: paragraph("what is wrong", SAID_MAX), formKey });

export const CORRECTION_OUTCOMES = ["put_right", "not_changed"] as const;
export type CorrectionOutcome = (typeof CORRECTION_OUTCOMES)[number];

/** What is chosen where nothing was recorded, in place of a record to replace. */
export const NEW_RECORD = "new";

const wholeMinutes = z
  .string({ error: "Enter how many minutes" })
  .max(5, "Enter whole minutes, such as 120")
  .transform((text) => text.trim())
  .refine((text) => /^\d*$/.test(text), "Enter whole minutes, such as 120")
  .transform((text) => (text === "" ? null : Number(text)));

const day = z
  .string()
  .refine((text) => text === "" || isPlainDate(text), "Enter a day, such as 25 June 2026")
  .transform((text) => text || null);

/** The answer. What is put right is a record of so many minutes on a day, in place of an earlier one or new. */
export const answerForm = z
  .strictObject({
    outcome: z.enum(CORRECTION_OUTCOMES, { error: "Choose whether it is put right" }),
    answer: paragraph("your answer", SAID_MAX),
    replaces: z.union([z.literal(NEW_RECORD), z.uuid()], { error: "Choose what it replaces" }).optional(),
    minutes: wholeMinutes.optional(),
    happenedOn: day.optional(),
  })
  .superRefine((form, context) => {
    if (form.outcome !== "put_right") return;
    const missing = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!form.replaces) missing("replaces", "Choose what it replaces");
    if (form.minutes === null || form.minutes === undefined) missing("minutes", "Enter how many minutes");
    if (!form.happenedOn) missing("happenedOn", "Enter the day it happened on");
  });
export type CorrectionAnswer = z.output<typeof answerForm>;

export const CORRECTION_SHOWS = ["open", "answered"] as const;
export const CORRECTIONS_PAGE_SIZE = 50;
/** What the staff's list can be asked; unknown values fall back to what is open. */
export const correctionsQuestion = z.object({
  show: z.enum(CORRECTION_SHOWS).catch("open"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CorrectionsQuestion = z.infer<typeof correctionsQuestion>;

/** A correction as its participant sees it. */
export type MyCorrection = {
  id: string;
  said: string;
  askedOn: PlainDate;
  /** Null while it is open. */
  answered: { outcome: CorrectionOutcome; answer: string; by: string; on: PlainDate } | null;
};

/** A line of the staff's list. */
export type CorrectionRow = {
  id: string;
  fullName: string;
  cohortName: string;
  title: string;
  module: number | null;
  said: string;
  askedOn: PlainDate;
  outcome: CorrectionOutcome | null;
  answeredOn: PlainDate | null;
};

/** One correction with what is recorded, for whoever answers it. */
export type CorrectionForStaff = CorrectionRow & {
  enrolmentId: string;
  cohortId: string;
  answer: string | null;
  answeredBy: string | null;
  milestone: { id: string; minutes: number | null };
  /** The day of an event of it that has been, else null: what a new record's day is proposed as. */
  eventDay: PlainDate | null;
  startsOn: PlainDate;
};
