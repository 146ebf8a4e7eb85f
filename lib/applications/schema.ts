import { z } from "zod";
import { normaliseAddress } from "../auth/address";
import type { PlainDate } from "../dates";
import { line, paragraph } from "../form";

/** Shapes of applications, safe in the browser. */

export const APPLICATION_STATES = [
  "draft",
  "submitted",
  "under_review",
  "waitlisted",
  "offered",
  "accepted",
  "declined",
  "rejected",
  "withdrawn",
  "expired",
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** As the applicant reads them. */
export const STATE_WORDS: Record<ApplicationState, string> = {
  draft: "not sent yet",
  submitted: "sent",
  under_review: "being read",
  waitlisted: "on the waiting list",
  offered: "place offered",
  accepted: "place accepted",
  declined: "offer declined",
  rejected: "not successful",
  withdrawn: "withdrawn",
  expired: "offer ran out",
};

export const FUNDING_ROUTES = [
  "school_or_trust",
  "self_funded",
  "scholarship",
  "independent_school",
] as const;
export type FundingRoute = (typeof FUNDING_ROUTES)[number];
export const FUNDING_WORDS: Record<FundingRoute, string> = {
  school_or_trust: "My school or trust pays",
  self_funded: "I pay myself",
  scholarship: "I hope for a scholarship",
  independent_school: "An independent school in England pays",
};

export const DFE_REGISTRATIONS = ["registered", "not_yet", "not_sure"] as const;
export type DfeRegistration = (typeof DFE_REGISTRATIONS)[number];
export const DFE_WORDS: Record<DfeRegistration, string> = {
  registered: "Yes",
  not_yet: "Not yet",
  not_sure: "I am not sure",
};

/** The longest statement: 500 words, and in characters what 500 long words come to. */
export const STATEMENT_WORDS = 500;
export const STATEMENT_LIMIT = 5_000;

const statement = paragraph("your reasons", STATEMENT_LIMIT, { optional: true }).refine(
  (text) => text.split(/\s+/).filter(Boolean).length <= STATEMENT_WORDS,
  `Shorten your reasons to ${STATEMENT_WORDS} words or fewer`,
);

/** A choice that may still be open in a draft: nothing chosen is null. */
const openChoice = <T extends readonly [string, ...string[]]>(values: T, message: string) =>
  z
    .enum([...values, ""], { error: message })
    .default("")
    .transform((value) => (value === "" ? null : (value as T[number])));

/** Seven digits, typed with or without spaces or "RP"; 0000000 is nobody's (DfE). Empty is null. */
const trn = z
  .string()
  .max(30, "Enter the seven digits of your TRN, or leave it empty")
  .transform((text) =>
    text
      .toUpperCase()
      .replace(/[\s/-]/g, "")
      .replace(/^RP/, ""),
  )
  .refine(
    (text) => text === "" || (/^\d{7}$/.test(text) && text !== "0000000"),
    "Enter the seven digits of your TRN, or leave it empty",
  )
  .transform((text) => (text === "" ? null : text));

const urn = z
  .string()
  .max(20, "Enter the six digits of the URN, or leave it empty")
  .transform((text) => text.replace(/\s/g, ""))
  .refine((text) => text === "" || /^\d{6}$/.test(text), "Enter the six digits of the URN, or leave it empty")
  .transform((text) => (text === "" ? null : text));

const sponsorEmail = z
  .string()
  .max(254, "Enter a shorter e-mail address")
  .transform((text, ctx) => {
    if (text.trim() === "") return "";
    const address = normaliseAddress(text);
    if (address) return address;
    ctx.addIssue({ code: "custom", message: "Enter an e-mail address, such as name@school.example" });
    return z.NEVER;
  });

/** The draft's version when the page was opened; a save from a stale page is refused. */
const version = z.coerce.number().int().min(1).max(1_000_000);

/** The steps of the form. In a draft everything may still be empty; what is there has to be right. */
export const STEPS = {
  about: z.strictObject({
    version,
    fullName: line("your full name", 120, { optional: true }),
    trn,
    dfeRegistration: openChoice(DFE_REGISTRATIONS, "Choose one of the answers"),
  }),
  work: z.strictObject({
    version,
    workplace: line("your school or trust", 160, { optional: true }),
    workplaceUrn: urn,
    jobTitle: line("your role", 120, { optional: true }),
    fundingRoute: openChoice(FUNDING_ROUTES, "Choose who pays"),
    sponsorName: line("your sponsor's name", 120, { optional: true }),
    sponsorEmail,
  }),
  reasons: z.strictObject({
    version,
    statement,
  }),
};
export type Step = keyof typeof STEPS;
export const STEP_ORDER: readonly Step[] = ["about", "work", "reasons"];

/** A step as its form sends it: the version, which button was pressed, and each question's answer as typed. */
export function stepForm(step: Step) {
  const { version: number, ...questions } = STEPS[step].shape;
  const typed = Object.fromEntries(Object.keys(questions).map((name) => [name, z.string().default("")]));
  return z
    .strictObject({ version: number, leave: z.literal("yes").optional(), ...typed })
    .transform((form) => {
      const { version: at, leave, ...values } = form as Record<string, unknown>;
      return {
        version: at as number,
        leave: leave === "yes",
        ...readAnswers(step, values as Record<string, string>),
      };
    });
}

/** Reads each answer of a step by itself, so that one which is wrong does not keep the others from being saved. */
export function readAnswers(
  step: Step,
  values: Record<string, string>,
): { answers: Partial<Answers>; errors: Record<string, string> } {
  const answers: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, question] of Object.entries(STEPS[step].shape)) {
    if (name === "version") continue;
    const read = question.safeParse(values[name] ?? "");
    if (read.success) answers[name] = read.data;
    else errors[name] = read.error.issues[0]?.message ?? "Check this answer";
  }
  return { answers, errors };
}

/** The last page's form: the applicant says that it is all true. */
export const submission = z.strictObject({
  version,
  declared: z.literal("yes", { error: "Tick the box to say that your answers are true" }),
});

/** What an application says, filled or not. */
export type Answers = {
  fullName: string;
  trn: string | null;
  dfeRegistration: DfeRegistration | null;
  workplace: string;
  workplaceUrn: string | null;
  jobTitle: string;
  fundingRoute: FundingRoute | null;
  sponsorName: string;
  sponsorEmail: string;
  statement: string;
};

/** What still has to be filled in before it can be sent, with the step to do it on. The TRN never holds it up. */
export function missing(answers: Answers): { field: keyof Answers; step: Step; what: string }[] {
  const needed: { field: keyof Answers; step: Step; what: string }[] = [
    { field: "fullName", step: "about", what: "your full name" },
    { field: "dfeRegistration", step: "about", what: "whether you have registered with DfE" },
    { field: "workplace", step: "work", what: "your school or trust" },
    { field: "jobTitle", step: "work", what: "your role" },
    { field: "fundingRoute", step: "work", what: "who pays" },
    { field: "sponsorName", step: "work", what: "your sponsor's name" },
    { field: "sponsorEmail", step: "work", what: "your sponsor's e-mail address" },
    { field: "statement", step: "reasons", what: "your reasons for applying" },
  ];
  return needed.filter(({ field }) => !answers[field]);
}

/** A line of the applicant's list. */
export type MyApplication = {
  reference: string;
  cohortId: string;
  state: ApplicationState;
  programmeName: string;
  cohortName: string;
  /** Only while an offer stands: the last day to answer it. */
  answerBy: PlainDate | null;
};

/** One application, as its applicant sees it. */
export type ApplicationView = {
  id: string;
  reference: string;
  state: ApplicationState;
  version: number;
  answers: Answers;
  programme: { slug: string; shortName: string; title: string };
  cohort: {
    id: string;
    name: string;
    startsOn: PlainDate;
    applicationsClose: PlainDate | null;
    open: boolean;
  };
  submittedOn: PlainDate | null;
  offer: { fundedPlace: boolean; answerBy: PlainDate } | null;
  history: { state: ApplicationState; at: Date; reason: string | null }[];
};

/** One application, as the cohort's managers see it. */
export type ApplicationForReview = ApplicationView & {
  email: string;
  places: { left: number; fundedLeft: number };
};

export type QueueRow = {
  id: string;
  reference: string;
  fullName: string;
  workplace: string;
  fundingRoute: FundingRoute | null;
  state: ApplicationState;
  cohortName: string;
  submittedOn: PlainDate | null;
  answerBy: PlainDate | null;
};

/** The queue's filters, as they stand in the address; anything else is left out. */
export const queueFilters = z.object({
  state: z.enum(APPLICATION_STATES).optional().catch(undefined),
  cohort: z.uuid().optional().catch(undefined),
  q: line("what to find", 100, { optional: true }).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});
export type QueueFilters = z.output<typeof queueFilters>;

/** A decision with nothing to say but yes; the version is that of the page it was made on. */
export const decisionForm = z.strictObject({ version });
export const offerForm = z.strictObject({
  version,
  fundedPlace: z.enum(["yes", "no"], { error: "Choose whether the place is funded" }),
});
export const rejectionForm = z.strictObject({
  version,
  reason: paragraph("the reason, as the applicant will read it", 2_000),
});
export const declineForm = z.strictObject({ reason: paragraph("your reason", 2_000, { optional: true }) });
export const acceptForm = z.strictObject({
  commitments: z.literal("yes", { error: "Tick the box to take on what the programme asks" }),
});
/** A page with only a button. */
export const buttonForm = z.strictObject({});
/** Which cohort to apply to. */
export const startForm = z.strictObject({ cohortId: z.string().max(36) });
