import { z } from "zod";
import type { PlainDate } from "../dates";

/** Shapes of reminders, safe in the browser. */

export const FREQUENCIES = ["weekly", "each", "essential"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Whoever has not chosen: one e-mail a week does not weary, and nobody misses an event by it. */
export const DEFAULT_FREQUENCY: Frequency = "weekly";

/** Each choice, as the form has it. */
export const FREQUENCY_WORDS: Record<Frequency, { label: string; hint: string }> = {
  weekly: {
    label: "Once a week",
    hint: "One e-mail on Monday morning with what opens, what is due and what is late, when there is something. And the day before an event, and a week before the last day to choose a place at one.",
  },
  each: {
    label: "Each as it falls due",
    hint: "When something opens or a place can be chosen, a week before it is due, when it is late, and a week and a day before an event. At most one e-mail a day.",
  },
  essential: {
    label: "Only what is essential",
    hint: "The day before an event, a week before the last day to choose a place at one, once when something is late and can still be done, and when the assessment opens and closes.",
  },
};

/**
 * opens: its window opens; closes: it closes within a week; overdue: it has closed and can still be done; event_week
 * and event_day: a week and a day before an event; places_open and places_close: a place at it can be chosen, and for a
 * week yet. The most urgent first.
 */
export const REMINDER_KINDS = [
  "event_day",
  "overdue",
  "places_close",
  "closes",
  "event_week",
  "places_open",
  "opens",
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** As the viewer's own list of them says it. */
export const KIND_WORDS: Record<ReminderKind, string> = {
  opens: "it opens",
  closes: "it is due soon",
  overdue: "it is overdue",
  event_week: "it takes place soon",
  event_day: "it is the next day",
  places_open: "you can choose a place",
  places_close: "you can choose a place until soon",
};

/** An e-mail of reminders as its reader finds it again. */
export type SentLetter = {
  day: PlainDate;
  digest: boolean;
  items: { id: string; href: string; title: string; what: string }[];
};

const frequency = z.enum(FREQUENCIES, { error: "Choose how often" });

/** The form of somebody who is signed in, and that behind the link in an e-mail. */
export const frequencyForm = z.strictObject({ frequency });
export const frequencyByLinkForm = z.strictObject({
  frequency,
  token: z.string().max(100, "This link is incomplete. Copy the whole of it out of the e-mail."),
});
