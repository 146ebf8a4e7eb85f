import { z } from "zod";
import { addressField } from "../auth/address";
import { isPlainDate } from "../dates";
import { line, paragraph } from "../form";

export type * from "./views";

/** Shapes of mentoring, safe in the browser. */

/** Kinds of milestones in which a mentor has a part. */
export const MENTOR_KINDS = ["mentor_check_in", "impact_report"] as const;
export type MentorKind = (typeof MENTOR_KINDS)[number];

export const CHECK_IN_STATES = ["draft", "sent", "confirmed", "disputed"] as const;
export type CheckInState = (typeof CHECK_IN_STATES)[number];

/** How a check-in or a report stands; what it is called depends on who reads it. */
export type ItemStanding = "upcoming" | "open" | "draft" | "waiting" | "disputed" | "done" | "not_required";

export const EXTENTS = ["a_great_deal", "clearly", "a_little", "not_yet"] as const;
export type Extent = (typeof EXTENTS)[number];
export const EXTENT_WORDS: Record<Extent, string> = {
  a_great_deal: "A great deal",
  clearly: "Clearly",
  a_little: "A little",
  not_yet: "Not yet",
};

export const CHECK_IN_MAX = { talkedAbout: 3000, nextSteps: 2000, words: 2000 } as const;

/** What an impact report asks besides its one choice, in this order. Every programme asks the same. */
export const REPORT_QUESTIONS = [
  {
    key: "changes",
    label: "What is done differently in your school or trust because of it?",
    hint: "New ways of working, decisions taken, things stopped. One or two that matter say more than a list.",
    max: 3000,
    optional: false,
  },
  {
    key: "evidence",
    label: "How can you tell?",
    hint: "What you have seen, heard or measured. Please name no pupils and no members of staff.",
    max: 3000,
    optional: false,
  },
  {
    key: "hindered",
    label: "What has got in the way?",
    hint: "In the school, or in how the programme is run.",
    max: 2000,
    optional: true,
  },
  {
    key: "support",
    label: "What will you do in the coming months so that it goes on?",
    hint: "Time, people, a place on an agenda.",
    max: 2000,
    optional: false,
  },
] as const;
export type ReportKey = (typeof REPORT_QUESTIONS)[number]["key"];
export const EXTENT_QUESTION = "How far has taking part helped your school or trust to improve?";

const version = z.coerce.number().int().min(0).max(1_000_000);
/** Of a saved draft everything may still be missing. */
const draftText = (what: string, max: number) => paragraph(what, max, { optional: true });

export const checkInForm = z.strictObject({
  version,
  metOn: z
    .string({ error: "Enter the day you met" })
    .refine((day) => day === "" || isPlainDate(day), "Enter the day you met"),
  talkedAbout: draftText("what you talked about", CHECK_IN_MAX.talkedAbout),
  nextSteps: draftText("the next steps", CHECK_IN_MAX.nextSteps),
});
export type CheckInInput = z.infer<typeof checkInForm>;

/** A button that sends what was saved, as it was seen. */
export const sendForm = z.strictObject({ version });

export const answerForm = z.strictObject({
  version,
  answer: z.enum(["confirmed", "not_held"], { error: "Say whether it took place" }),
  words: paragraph("a sentence or two in your own words", CHECK_IN_MAX.words),
});
export type AnswerInput = z.infer<typeof answerForm>;

export const reportForm = z.strictObject({
  version,
  extent: z.enum(EXTENTS, { error: "Choose one of the four" }).optional(),
  changes: draftText("what is done differently", 3000),
  evidence: draftText("how you can tell", 3000),
  hindered: draftText("what has got in the way", 2000),
  support: draftText("what you will do", 2000),
});
export type ReportInput = z.infer<typeof reportForm>;

/** The mentor who is there now, as the page showed it; empty where there was none. */
const seen = z.union([z.uuid(), z.literal("")]);

export const mentorForm = z.strictObject({
  seen,
  name: line("the mentor’s name", 120),
  email: addressField,
  jobTitle: line("the mentor’s job title", 120),
});
export type MentorInput = z.infer<typeof mentorForm>;

/** `seen`: the newest link, so that a second click sends no second one. */
export const resendForm = z.strictObject({ seen });

export const MENTOR_STANDINGS = ["missing", "bouncing", "silent", "withdrawn", "asked", "fine"] as const;
export type MentorStanding = (typeof MENTOR_STANDINGS)[number];
/** Those that need somebody of the staff. */
export const NEEDS_STAFF: readonly MentorStanding[] = ["missing", "bouncing", "silent", "withdrawn"];
export const MENTOR_STANDING_WORDS: Record<MentorStanding, string> = {
  missing: "no mentor",
  bouncing: "e-mail bounces",
  silent: "silent",
  withdrawn: "link withdrawn",
  asked: "asked",
  fine: "nothing waits",
};

export const MENTORS_PAGE_SIZE = 50;
export const mentorsQuestion = z.object({
  show: z.enum(["attention", "all", ...MENTOR_STANDINGS]).catch("attention"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type MentorsQuestion = z.infer<typeof mentorsQuestion>;

export const reportsQuestion = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
