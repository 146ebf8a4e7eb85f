import { z } from "zod";
import { isPlainDate } from "../dates";
import { paragraph } from "../form";

/** What staff enter, put right and excuse for a participant. Safe in the browser. Durations are minutes. */

export const REASON_MAX = 1_000;
/** What is chosen where nothing was recorded, in place of a record to replace. */
export const NO_RECORD = "new";

const reason = paragraph("the reason", REASON_MAX);

/** The form that enters a record for somebody, or puts one right by a new one. The milestone comes from the address. */
export const entryForm = z.strictObject({
  replaces: z.union([z.literal(NO_RECORD), z.uuid()], { error: "Choose what it replaces" }),
  minutes: z
    .string({ error: "Enter how many minutes" })
    .trim()
    .regex(/^\d{1,5}$/, "Enter whole minutes, such as 120")
    .transform(Number),
  happenedOn: z
    .string({ error: "Enter the day it happened on" })
    .refine(isPlainDate, "Enter the day it happened on"),
  reason,
  formKey: z.uuid({ error: "Reload the page and try again" }),
});
export type EntryInput = z.output<typeof entryForm>;

/** Excusing from a milestone, and an exception for the assessment: granted or taken back, each with its reason. */
export const excusalForm = z.strictObject({ granted: z.enum(["yes", "no"]), reason });
export type ExcusalInput = z.output<typeof excusalForm>;
