import { z } from "zod";
import { isPlainDate } from "../dates";
import { paragraph } from "../form";

export * from "./schema-list";
export type * from "./views";
export type * from "./views-staff";

/** Shapes of engagement, safe in the browser. Durations are minutes, windows are days. */

export const MILESTONE_STATES = [
  "upcoming",
  "open",
  "due_soon",
  "overdue",
  "completed",
  "credited",
  "not_required",
] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];

/** As people say them, beside the glyph. */
export const STATE_WORDS: Record<MilestoneState, string> = {
  upcoming: "to come",
  open: "open",
  due_soon: "due soon",
  overdue: "overdue",
  completed: "done",
  credited: "credited",
  not_required: "not required",
};

/**
 * How an item gets done: study is logged in pieces; a task is marked as done by the participant; an audit or an
 * evaluation is sent in; an event's register is taken; the mentor or the coach confirms; a gate opens by itself; or
 * nothing is recorded.
 */
export type DoneBy =
  | "study"
  | "task"
  | "audit"
  | "evaluation"
  | "event"
  | "mentor"
  | "coach"
  | "gate"
  | "nothing";

/** What the live records of one milestone and one participant come to. */
export type Tally = {
  minutesRecorded: number;
  completed: boolean;
  credited: boolean;
  /** False when staff have excused the participant. */
  required: boolean;
};

export const SOURCE_WORDS = {
  self_recorded: "recorded by the participant",
  attendance_register: "attendance register",
  submitted_form: "submitted form",
  mentor_confirmation: "confirmed by the mentor",
  staff_entry: "entered by staff",
  credit: "alternative activity, credited by staff",
} as const;
export type RecordSource = keyof typeof SOURCE_WORDS;

/** The longest piece of study that can be logged at once, and the shortest. */
export const STUDY_MINUTES = { least: 5, most: 720 } as const;

const formKey = z.uuid({ error: "Reload the page and try again" });
const minutes = z.coerce
  .number({ error: "Enter how many minutes" })
  .int("Enter whole minutes")
  .min(STUDY_MINUTES.least, `Enter at least ${STUDY_MINUTES.least} minutes`)
  .max(STUDY_MINUTES.most, "Enter 720 minutes or fewer; log a longer stretch in pieces");
const happenedOn = z
  .string({ error: "Enter the day you studied" })
  .refine(isPlainDate, "Enter the day you studied");
const note = paragraph("the note", 1_000, { optional: true });

/** The form that logs study; the milestone comes from the address. */
export const logStudyForm = z.strictObject({ minutes, happenedOn, note: note.optional(), formKey });
/** Up to when changes are marked as seen: the instant that the page was made at. */
export const seenForm = z.strictObject({
  until: z.iso.datetime({ error: "Reload the page and try again" }).transform((text) => new Date(text)),
});
export const markDoneForm = z.strictObject({ formKey });
/** The form that corrects a record: 0 minutes withdraws it. */
export const correctRecordForm = z.strictObject({
  minutes: z.coerce
    .number({ error: "Enter how many minutes" })
    .int("Enter whole minutes")
    .min(0)
    .max(STUDY_MINUTES.most),
  happenedOn,
  note: note.optional(),
  formKey,
});
