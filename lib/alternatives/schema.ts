import { z } from "zod";
import { isPlainDate, type PlainDate } from "../dates";
import { line, paragraph } from "../form";
import { type ItemKind, itemKind } from "../route-map/schema";

/** Shapes of alternative activities, safe in the browser. Durations are minutes. */

export const ALTERNATIVE_STATES = [
  "proposed",
  "agreed",
  "handed_in",
  "sent_back",
  "credited",
  "declined",
  "withdrawn",
] as const;
export type AlternativeState = (typeof ALTERNATIVE_STATES)[number];

export const STATE_WORDS: Record<AlternativeState, string> = {
  proposed: "proposed",
  agreed: "agreed, to be done",
  handed_in: "handed in",
  sent_back: "sent back",
  credited: "credited",
  declined: "not agreed",
  withdrawn: "withdrawn",
};

export const PLAN_MAX = 2_000;
export const ACCOUNT_MAX = 4_000;
/** What is chosen instead of one of the programme's list. */
export const OWN_IDEA = "own";

const formKey = z.uuid({ error: "Reload the page and try again" });
const minutes = z.coerce
  .number({ error: "Choose how long" })
  .int("Choose how long")
  .min(5, "Choose how long")
  .max(6_000, "Choose how long");

/** A proposal: one of the programme's list, or an idea of one's own with a name and how long it takes. */
export const proposalForm = z
  .strictObject({
    option: z.union([z.literal(OWN_IDEA), z.uuid()], { error: "Choose one, or an idea of your own" }),
    title: line("a short name for it", 160, { optional: true }),
    minutes: minutes.optional(),
    plan: paragraph("what you would do", PLAN_MAX),
    formKey,
  })
  .superRefine((form, context) => {
    if (form.option !== OWN_IDEA) return;
    const missing = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (form.title === "") missing("title", "Enter a short name for it");
    if (form.minutes === undefined) missing("minutes", "Choose how long it takes");
  });
export type Proposal = z.output<typeof proposalForm>;

/** What was done, and what one takes from it. */
export const accountForm = z.strictObject({
  did: paragraph("what you did", ACCOUNT_MAX),
  learned: paragraph("what you take from it", ACCOUNT_MAX),
  doneOn: z
    .string({ error: "Enter the day" })
    .refine(isPlainDate, "Enter the day you did it, or finished it"),
});
export type Account = z.output<typeof accountForm>;

export const VERDICTS = ["agreed", "declined", "credited", "sent_back"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A reviewer's word; what is not agreed, and what goes back, needs words. */
export const verdictForm = z
  .strictObject({
    verdict: z.enum(VERDICTS, { error: "Choose one" }),
    minutes: minutes.optional(),
    words: paragraph("a word to the participant", PLAN_MAX, { optional: true }),
  })
  .superRefine((form, context) => {
    const says = form.verdict === "declined" || form.verdict === "sent_back";
    if (says && form.words === "")
      context.addIssue({
        code: "custom",
        path: ["words"],
        message: "Say why, so that they know what would do",
      });
    if (!says && form.minutes === undefined)
      context.addIssue({ code: "custom", path: ["minutes"], message: "Choose what it counts for" });
  });
export type VerdictInput = z.output<typeof verdictForm>;

/** One of the programme's list. */
export const optionForm = z.strictObject({
  kind: itemKind,
  title: line("a name", 160),
  description: paragraph("what there is to do", 1_000),
  minutes: z
    .string({ error: "Enter how many minutes" })
    .max(5, "Enter whole minutes, such as 120")
    .transform((text) => text.trim())
    .refine((text) => /^\d+$/.test(text), "Enter whole minutes, such as 120")
    .transform(Number)
    .refine((number) => number >= 15 && number <= 6_000, "Enter 15 to 6,000 minutes"),
  offered: z.enum(["yes", "no"], { error: "Choose whether it is offered" }),
  version: z.coerce.number().int().min(0).max(1_000_000),
  formKey: formKey.optional(),
});
export type OptionInput = z.output<typeof optionForm>;

export type Option = {
  id: string;
  kind: ItemKind;
  title: string;
  description: string;
  minutes: number;
  offered: boolean;
  version: number;
};

/** Every step, for whoever follows it. */
export type Step = { toState: AlternativeState; by: string; on: PlainDate; words: string | null };

/** An alternative as its participant sees it. */
export type MyAlternative = {
  id: string;
  state: AlternativeState;
  title: string;
  plan: string;
  minutes: number;
  did: string | null;
  learned: string | null;
  doneOn: PlainDate | null;
  steps: Step[];
};

/** What can be done about a missed milestone: what is on its way or was, or what may be proposed. */
export type MyAlternatives = {
  /** The latest first. */
  all: MyAlternative[];
  /** The one that is on its way. */
  live: MyAlternative | null;
  /** Why nothing can be proposed now; null when it can. */
  whyNot: string | null;
  /** The most minutes that it can count for: what is still missing. */
  most: number;
  /** The programme's list for this kind of item. */
  options: Option[];
  /** The last day on which it can still be credited; null where the route map has none. */
  until: PlainDate | null;
};

export const ALTERNATIVE_SHOWS = ["waiting", "on_the_way", "ended"] as const;
export const ALTERNATIVES_PAGE_SIZE = 50;
export const alternativesQuestion = z.object({
  show: z.enum(ALTERNATIVE_SHOWS).catch("waiting"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type AlternativesQuestion = z.infer<typeof alternativesQuestion>;

/** A line of the staff's list. */
export type AlternativeRow = {
  id: string;
  fullName: string;
  cohortName: string;
  title: string;
  module: number | null;
  milestoneTitle: string;
  minutes: number;
  state: AlternativeState;
  /** The day of the last step. */
  since: PlainDate;
};

/** One alternative for those who review it. */
export type AlternativeForStaff = Omit<MyAlternative, "state"> &
  Omit<AlternativeRow, "since"> & {
    enrolmentId: string;
    cohortId: string;
    /** Of the milestone, and of it recorded so far. */
    milestoneMinutes: number;
    recordedMinutes: number;
  };

/** Lengths to choose from, in minutes: by the quarter hour up to two hours, then by the hour; always the most. */
export function lengths(most: number): number[] {
  const steps = [15, 30, 45, 60, 75, 90, 105, 120];
  for (let hours = 3; hours * 60 <= most; hours++) steps.push(hours * 60);
  return [...new Set([...steps.filter((length) => length < most), most])];
}
