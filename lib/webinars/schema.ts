import { z } from "zod";
import { addressField } from "../auth/address";
import { isPlainDate } from "../dates";
import { isHttps, line, paragraph, WEB_ADDRESS } from "../form";

/** Shapes of information webinars, safe in the browser. */

/** Where a webinar stands at an instant. A full one may have places again; one that is over may have a recording. */
export const WEBINAR_STATES = ["draft", "open", "full", "on_now", "over", "cancelled"] as const;
export type WebinarState = (typeof WEBINAR_STATES)[number];

export const DESCRIPTION_MAX = 4_000;
export const MESSAGE_MAX = 600;
export const MOST_PLACES = 5_000;

const key = z.uuid({ error: "The form is incomplete. Reload the page and try again." });
const version = z.coerce.number({ error: "Reload the page and try again" }).int().min(1).max(1_000_000);

/** The public form. */
export const registrationForm = z.strictObject({
  formKey: key,
  name: line("your name", 120),
  email: addressField,
});
export type Registration = z.output<typeof registrationForm>;

const time = (message: string) => z.string({ error: message }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, message);
const PLACES = `Enter a whole number from 1 to ${MOST_PLACES.toLocaleString("en-GB")}, or leave it empty`;
const DAY = "Enter the day, such as 3 December 2026";

const details = {
  /** A programme's slug, or empty for all of them. */
  programme: z
    .string({ error: "Choose a programme from the list" })
    .max(60, "Choose a programme from the list"),
  title: line("a title", 160),
  description: paragraph("what it is about", DESCRIPTION_MAX),
  day: z.string({ error: DAY }).max(10, DAY).refine(isPlainDate, DAY),
  startTime: time("Enter when it starts, such as 16:00"),
  endTime: time("Enter when it ends, such as 16:45"),
  joiningUrl: line("the joining link", 500).refine(isHttps, WEB_ADDRESS),
  /** Null: as many as come. */
  capacity: z
    .string({ error: PLACES })
    .max(8, PLACES)
    .transform((text) => text.trim())
    .refine((text) => text === "" || (/^[1-9]\d*$/.test(text) && Number(text) <= MOST_PLACES), PLACES)
    .transform((text) => (text === "" ? null : Number(text))),
};

/** A new webinar; the key becomes its identifier. */
export const newWebinarForm = z.strictObject({ formKey: key, ...details });
/** The same for one that is there; the version is the one that the form was opened with. */
export const webinarForm = z.strictObject({ version, ...details });
export type WebinarDetails = Omit<z.output<typeof webinarForm>, "version">;

export const versionForm = z.strictObject({ version });

/** What those registered are told besides, in the team's words. */
export const cancellationForm = z.strictObject({
  version,
  message: paragraph("the message", MESSAGE_MAX, { optional: true }),
});

/** Empty takes the recording away again. */
export const recordingForm = z.strictObject({
  version,
  recordingUrl: line("the recording’s address", 500, { optional: true }).refine(
    (text) => text === "" || isHttps(text),
    WEB_ADDRESS,
  ),
});

/** Pages of a list; anything else than a page there could be is the first. */
export const pageQuestion = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});
