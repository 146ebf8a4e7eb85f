import { z } from "zod";
import { normaliseAddress } from "../auth/address";
import { line, paragraph } from "../form";
import { version } from "./schema";
import { DFE_REGISTRATIONS, type DfeRegistration, FUNDING_ROUTES, type FundingRoute } from "./schema-choices";

/** What an application asks, step by step. Safe in the browser. */

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
      .replace(/^RP(?=.)/, ""),
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
