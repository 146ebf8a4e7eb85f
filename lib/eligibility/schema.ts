/** The questions of "Is it for me?", safe in the browser. The answers travel in the address and are kept nowhere. */

export const ROLES = ["executive", "head", "leader", "other"] as const;
export const SETTINGS = ["state", "independent", "international", "elsewhere"] as const;
export const PLACES = ["england", "outside"] as const;
export const PAYERS = ["school", "myself", "scholarship", "unsure"] as const;

export type Role = (typeof ROLES)[number];
export type Setting = (typeof SETTINGS)[number];
export type Place = (typeof PLACES)[number];
export type Payer = (typeof PAYERS)[number];
export type QuestionName = "role" | "setting" | "place" | "payer" | "number";

/** What has been answered so far. `number` is a URN (six digits), a UKPRN (eight), or "" when left out. */
export type Answers = { role?: Role; setting?: Setting; place?: Place; payer?: Payer; number?: string };

type Choice = { value: string; label: string; hint?: string };
type Question = { legend: string; hint?: string; choices: readonly Choice[]; problem: string };

export const QUESTIONS: Record<QuestionName, Question> = {
  role: {
    legend: "What do you do, or want to do next?",
    problem: "Choose the answer nearest to your role",
    choices: [
      {
        value: "executive",
        label: "Lead several schools",
        hint: "Executive headteacher or school trust chief executive, now or as your next step",
      },
      { value: "head", label: "Lead one school" },
      { value: "leader", label: "Lead in a school in another way" },
      { value: "other", label: "Something else" },
    ],
  },
  setting: {
    legend: "Where do you work?",
    problem: "Choose the kind of school you work in",
    choices: [
      { value: "state", label: "A state school or school trust in England" },
      { value: "independent", label: "An independent school in England" },
      { value: "international", label: "A British international school" },
      { value: "elsewhere", label: "Somewhere else" },
    ],
  },
  place: {
    legend: "Is your work in England?",
    problem: "Choose whether you work in England",
    choices: [
      { value: "england", label: "Yes, in England" },
      { value: "outside", label: "No, outside England" },
    ],
  },
  payer: {
    legend: "Who would pay the fee?",
    problem: "Choose who would pay",
    choices: [
      { value: "school", label: "My school or trust" },
      { value: "myself", label: "I would" },
      { value: "scholarship", label: "I hope for a scholarship" },
      { value: "unsure", label: "I do not know yet" },
    ],
  },
  number: {
    legend: "Your school's URN or your trust's UKPRN",
    hint: "A URN has six digits, a UKPRN eight. We use it to look at the lists of scholarship funding, and keep no record of it.",
    problem: "Type a URN of six digits or a UKPRN of eight, or leave it empty",
    choices: [],
  },
};
