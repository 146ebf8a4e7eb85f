import { z } from "zod";
import { isPlainDate, type PlainDate } from "../dates";
import type { RegisterMark } from "../engagement/schema";
import { isHttps, line, paragraph, WEB_ADDRESS } from "../form";

export * from "./schema-attendance";
export * from "./schema-register";

/** Shapes of events, safe in the browser: a dated happening with a register. */

/** An event as its cohort's staff see it. */
export type StaffEvent = {
  id: string;
  title: string;
  place: string;
  /** "Thursday 3 December 2026, 16:00 to 18:00", in London. */
  when: string;
  day: PlainDate;
  milestoneId: string;
  /** "Spring 2026", for lists across cohorts. */
  cohortName: string;
  groupName: string | null;
  facilitatorName: string | null;
  /** True where those who hold a place are expected. */
  byChoice: boolean;
  /** How many there is room for; null where there is no limit. */
  capacity: number | null;
  cancelled: boolean;
  /** From the day of the event on, its register can be taken. */
  started: boolean;
  over: boolean;
  /** People marked present or absent by the register as it stands; 0 before it is taken. */
  marked: number;
  /** How many active participants are expected (lib/enrolments/expected.ts). */
  expected: number;
};

/** An event as a participant sees it. */
export type MyEvent = {
  id: string;
  title: string;
  place: string;
  when: string;
  day: PlainDate;
  milestoneId: string;
  groupName: string | null;
  facilitatorName: string | null;
  /** What the register says about me; null before it is taken. */
  mark: RegisterMark | null;
  minutes: number;
  past: boolean;
};

/** What the form that adds an event needs to offer. */
export type EventChoices = {
  milestones: { value: string; label: string }[];
  groups: { value: string; label: string }[];
  facilitators: { value: string; label: string }[];
};

/** An event as the form that changes it shows it: all text. */
export type EventDetails = {
  title: string;
  place: string;
  firstDay: string;
  startTime: string;
  /** Empty for an event of one day. */
  lastDay: string;
  endTime: string;
  facilitatorId: string;
  capacity: string;
  choiceUntil: string;
};

/** The kinds of milestone that people meet for, and whose attendance a register records. */
export const MET_FOR = ["induction", "residential", "face_to_face_event", "peer_learning_group"] as const;

export const EVENT_SHOWS = ["coming", "to_take", "all"] as const;

/** What the staff's list of events can be asked; unknown values fall back to what is coming. */
export const eventsQuestion = z.object({
  show: z.enum(EVENT_SHOWS).catch("coming"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type EventsQuestion = z.infer<typeof eventsQuestion>;

const day = (message: string) => z.string({ error: message }).max(10, message).refine(isPlainDate, message);
const time = (message: string) => z.string({ error: message }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, message);
const choice = (message: string) => z.string({ error: message }).max(36, message);
const optionalDay = (message: string) =>
  z
    .string({ error: message })
    .max(10, message)
    .refine((text) => text === "" || isPlainDate(text), message);
const key = z.uuid({ error: "Reload the page and try again" });
const version = z.coerce.number({ error: "Reload the page and try again" }).int().min(1).max(1_000_000);

export const MOST_PLACES = 5_000;
export const INSTRUCTIONS_MAX = 6_000;
export const MESSAGE_MAX = 600;
export const NEED_MAX = 1_000;

const PLACES = `Enter a whole number from 1 to ${MOST_PLACES.toLocaleString("en-GB")}, or leave it empty`;
const LAST_DAY = "Enter the last day, or leave it empty";
const UNTIL = "Enter the last day on which a place can be chosen, such as 3 December 2026";

/** What can be said of an event and changed later. */
const details = {
  title: line("a title", 160, { optional: true }),
  place: line("where it is, such as Online or Manchester", 120),
  firstDay: day("Enter the day, such as 3 December 2026"),
  startTime: time("Enter when it starts, such as 16:00"),
  lastDay: optionalDay(LAST_DAY),
  endTime: time("Enter when it ends, such as 18:00"),
  facilitatorId: choice("Choose who runs it"),
  /** Null: no limit. */
  capacity: z
    .string({ error: PLACES })
    .max(8, PLACES)
    .transform((text) => text.trim())
    .refine((text) => text === "" || (/^[1-9]\d*$/.test(text) && Number(text) <= MOST_PLACES), PLACES)
    .transform((text) => (text === "" ? null : Number(text))),
  /** Empty where nobody chooses. */
  choiceUntil: optionalDay(UNTIL),
};

/** Who is expected, besides a group by its identifier. */
export const WHOLE_COHORT = "";
export const BY_CHOICE = "choice";

/** The form that adds an event. An empty `peerGroupId` is the whole cohort, "choice" those who choose it. */
export const scheduleForm = z
  .strictObject({
    formKey: key,
    milestoneId: choice("Choose what the event is for").min(1, "Choose what the event is for"),
    ...details,
    peerGroupId: choice("Choose who is expected"),
  })
  .refine(({ peerGroupId, choiceUntil }) => peerGroupId !== BY_CHOICE || choiceUntil !== "", {
    path: ["choiceUntil"],
    message: UNTIL,
  });

/** The same for one that is there; what it is for and who is expected stay as they are. */
export const changeForm = z.strictObject({ version, ...details });

/** How one joins: a link, and instructions in Markdown. Either may be empty. */
export const instructionsForm = z.strictObject({
  version,
  joiningUrl: line("the joining link", 500, { optional: true }).refine(
    (text) => text === "" || isHttps(text),
    WEB_ADDRESS,
  ),
  instructions: paragraph("the joining instructions", INSTRUCTIONS_MAX, { optional: true }),
});

/** Why it does not take place, as those concerned are told. */
export const cancellationForm = z.strictObject({
  version,
  message: paragraph("the message", MESSAGE_MAX, { optional: true }),
});

const needs = {
  access: paragraph("what you need", NEED_MAX, { optional: true }),
  dietary: paragraph("what you eat", NEED_MAX, { optional: true }),
};
export const needsForm = z.strictObject(needs);
export type Needs = z.output<typeof needsForm>;

/** A place chosen, and whether to wait where none is left. */
export const placeForm = z.strictObject({
  ...needs,
  wait: z
    .enum(["yes"])
    .optional()
    .transform((said) => said === "yes"),
});
export type PlaceChoice = z.output<typeof placeForm>;

/** A place that staff give to somebody. */
export const giveForm = z.strictObject({
  enrolmentId: z.uuid({ error: "Choose somebody from the list" }),
});

/** A place or turn that staff take away, and why. */
export const removalForm = z.strictObject({ reason: line("the reason", 300) });

/** Another turn on the waiting list: 1 is the first. */
export const turnForm = z.strictObject({
  turn: z.coerce
    .number({ error: "Enter a turn, such as 1" })
    .int("Enter a turn, such as 1")
    .min(1, "Enter a turn, such as 1")
    .max(MOST_PLACES, "Enter a turn, such as 1"),
});
