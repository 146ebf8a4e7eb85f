import { z } from "zod";
import { line, paragraph } from "../form";
import { version } from "./schema";
import { type Changes, wordsIn } from "./schema-answers";
import {
  DECLARATIONS,
  DFE_REGISTRATIONS,
  FUNDING_ROUTES,
  INTERNATIONAL,
  LEADERSHIP_ROLES,
  SPONSOR_PARTS,
  SPONSOR_ROLES,
} from "./schema-choices";
import { openAddress, openChoice, openCount, openYesNo, postcode, ticks, trn } from "./schema-fields";

/** What an application asks, a page at a time. Safe in the browser. */

/** The longest experience in words, and in characters what so many long words come to. */
export const EXPERIENCE_WORDS = 250;
const EXPERIENCE_LIMIT = 3_000;
/** In characters: what the most words that any statement may have come to. */
export const STATEMENT_LIMIT = 20_000;
export const NEEDS_LIMIT = 1_000;

/** The pages with questions of their own. In a draft everything may be empty; what is there has to be right. */
export const PAGES = {
  about: { fullName: line("your full name", 120, { optional: true }) },
  registration: { dfeRegistration: openChoice(DFE_REGISTRATIONS, "Choose one of the answers"), trn },
  workplace: {
    workplace: line("the name of your school or trust", 200, { optional: true }),
    workplaceTown: line("the town", 80, { optional: true }),
    workplacePostcode: postcode,
  },
  role: {
    jobTitle: line("your job title", 120, { optional: true }),
    leadershipRole: openChoice(LEADERSHIP_ROLES, "Choose the answer nearest to your role"),
    leadershipYears: openCount("the years", 60),
    schoolsLed: openCount("the number of schools", 500),
    experience: paragraph("your experience", EXPERIENCE_LIMIT, { optional: true }).refine(
      (text) => wordsIn(text) <= EXPERIENCE_WORDS,
      `Shorten your experience to ${EXPERIENCE_WORDS} words or fewer`,
    ),
  },
  funding: { fundingRoute: openChoice([...FUNDING_ROUTES, INTERNATIONAL], "Choose who pays") },
  sponsor: {
    sponsorRole: openChoice(SPONSOR_ROLES, "Choose who your sponsor is"),
    sponsorName: line("your sponsor's name", 120, { optional: true }),
    sponsorEmail: openAddress,
    sponsorSees: ticks(SPONSOR_PARTS, "Choose from the parts of your application"),
  },
  mentor: {
    mentorIsSponsor: openYesNo("Choose whether your sponsor is to be your mentor"),
    mentorName: line("your mentor's name", 120, { optional: true }),
    mentorEmail: openAddress,
    mentorJobTitle: line("your mentor's job title", 120, { optional: true }),
  },
  residential: {
    residentialPlace: line("the place", 60, { optional: true }).transform((place) => place || null),
    access: paragraph("what you need", NEEDS_LIMIT, { optional: true }),
    dietary: paragraph("what you eat", NEEDS_LIMIT, { optional: true }),
  },
  declarations: { declarations: ticks(DECLARATIONS, "Tick the declarations on this page") },
} as const;
export type Page = keyof typeof PAGES;

const statementPage = { statement: paragraph("your statement", STATEMENT_LIMIT, { optional: true }) };

/** A page of the form: one of the fixed ones, or a statement's. */
export type Step = Page | `statement-${string}`;

export const isPage = (step: string): step is Page => Object.hasOwn(PAGES, step);
/** The step at that address, if there can be one; whether the programme has that prompt, its data says. */
export function stepAt(text: string): Step | undefined {
  return isPage(text) || /^statement-[a-z0-9-]{1,40}$/.test(text) ? (text as Step) : undefined;
}
const questionsOf = (step: Step): Record<string, z.ZodType> => (isPage(step) ? PAGES[step] : statementPage);

type Typed = Record<string, string | string[]>;
export type Read = { answers: Changes; errors: Record<string, string>; international: boolean };

const typed = z.union([z.string(), z.array(z.string()).max(20)]).default("");

/** A page as its form sends it: the version, where to go on to, and each question's answer as typed. */
export function stepForm(step: Step) {
  const fields = Object.fromEntries(Object.keys(questionsOf(step)).map((name) => [name, typed]));
  return z
    .strictObject({
      version,
      leave: z.literal("yes").optional(),
      from: z.literal("check").optional(),
      ...fields,
    })
    .transform((form) => {
      const { version: at, leave, from, ...values } = form as Record<string, unknown>;
      return {
        version: at as number,
        leave: leave === "yes",
        fromCheck: from === "check",
        ...readAnswers(step, values as Typed),
      };
    });
}

/** Reads each answer of a page by itself, so that one which is wrong does not keep the others from being saved. */
export function readAnswers(step: Step, values: Typed): Read {
  const answers: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, question] of Object.entries(questionsOf(step))) {
    const read = question.safeParse(values[name] ?? "");
    if (read.success) answers[name] = read.data;
    else errors[name] = read.error.issues[0]?.message ?? "Check this answer";
  }
  return { ...settled(step, answers), errors };
}

/** What follows from what was answered. */
function settled(step: Step, answers: Record<string, unknown>): Omit<Read, "errors"> {
  const international = answers.fundingRoute === INTERNATIONAL;
  if (international) answers.fundingRoute = null;
  if (step === "workplace" && "workplace" in answers) {
    Object.assign(answers, { workplaceKind: answers.workplace ? "by_hand" : null });
    Object.assign(answers, { workplaceUrn: null, workplaceTrust: null });
  }
  // Another person's name is not kept for nothing.
  if (answers.mentorIsSponsor === true) {
    Object.assign(answers, { mentorName: "", mentorEmail: "", mentorJobTitle: "" });
  }
  if (isPage(step)) return { answers, international };
  const statements =
    typeof answers.statement === "string"
      ? [{ key: step.slice("statement-".length), body: answers.statement }]
      : [];
  return { answers: { statements }, international };
}

/** The same, with the applicant's own address refused for the sponsor and the mentor: nobody endorses themselves. */
export function refuseOwnAddress(read: Read, own: string): Read {
  const { sponsorEmail, mentorEmail, ...answers } = read.answers;
  const errors = { ...read.errors };
  const kept: Changes = { ...answers };
  if (sponsorEmail === own) errors.sponsorEmail = "Enter your sponsor's address, not your own";
  else if (sponsorEmail !== undefined) kept.sponsorEmail = sponsorEmail;
  if (mentorEmail === own) errors.mentorEmail = "Enter your mentor's address, not your own";
  else if (mentorEmail !== undefined) kept.mentorEmail = mentorEmail;
  return { ...read, answers: kept, errors };
}
