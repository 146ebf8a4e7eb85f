import { z } from "zod";

/** The equality questions: asked after an application is sent, answered or not, and kept apart from it. */

type Question = { legend: string; hint?: string; answers: Record<string, string> };

/** Said rather than chosen among; never a row of the totals. */
export const PREFER_NOT = "prefer_not";
const OR_NOT = { [PREFER_NOT]: "I prefer not to say" } as const;

export const EQUALITY = {
  sex: {
    legend: "What is your sex?",
    answers: { female: "Female", male: "Male", ...OR_NOT },
  },
  age: {
    legend: "How old are you?",
    answers: {
      under_30: "Under 30",
      "30_to_39": "30 to 39",
      "40_to_49": "40 to 49",
      "50_to_59": "50 to 59",
      "60_or_over": "60 or over",
      ...OR_NOT,
    },
  },
  ethnic_group: {
    legend: "What is your ethnic group?",
    answers: {
      asian: "Asian or Asian British",
      black: "Black, African, Caribbean or Black British",
      mixed: "Mixed or multiple ethnic groups",
      white: "White",
      other: "Another ethnic group",
      ...OR_NOT,
    },
  },
  disability: {
    legend: "Do you have a condition or illness that limits what you can do day to day?",
    hint: "A physical or mental one that has lasted, or is expected to last, twelve months or more.",
    answers: { yes: "Yes", no: "No", ...OR_NOT },
  },
} as const satisfies Record<string, Question>;
export type EqualityQuestion = keyof typeof EQUALITY;
export const EQUALITY_QUESTIONS = Object.keys(EQUALITY) as EqualityQuestion[];
export type EqualityAnswers = Partial<Record<EqualityQuestion, string>>;

const answerTo = (question: EqualityQuestion) =>
  z
    .enum([...Object.keys(EQUALITY[question].answers), ""], { error: "Choose one of the answers, or none" })
    .optional();

/** Any of the questions answered, or all passed over. */
export const equalityForm = z
  .strictObject({
    skip: z.literal("yes").optional(),
    sex: answerTo("sex"),
    age: answerTo("age"),
    ethnic_group: answerTo("ethnic_group"),
    disability: answerTo("disability"),
  })
  .transform(({ skip, ...typed }): EqualityAnswers => {
    const answered = Object.entries(typed).filter(([, answer]) => answer);
    return skip ? {} : Object.fromEntries(answered);
  });
