import { type Answers, PAYERS, PLACES, QUESTIONS, type QuestionName, ROLES, SETTINGS } from "./schema";

type Asked = Record<string, string | string[] | undefined>;

/** What the path has come to: a question to ask, with what was wrong if it was answered wrongly, or the end. */
export type Step = { answers: Answers; ask: QuestionName | null; problem: string | null };

const ALLOWED: Record<Exclude<QuestionName, "number">, readonly string[]> = {
  role: ROLES,
  setting: SETTINGS,
  place: PLACES,
  payer: PAYERS,
};

/** The questions that these answers lead through. British international schools apply elsewhere, so theirs is short. */
export function pathFor(answers: Answers): QuestionName[] {
  if (answers.setting === "international") return ["role", "setting"];
  if (answers.setting === "elsewhere") return ["role", "setting", "place", "payer"];
  return ["role", "setting", "payer", "number"];
}

function valid(name: QuestionName, value: string): string | null {
  if (name !== "number") return ALLOWED[name].includes(value) ? value : null;
  if (value.length > 40) return null;
  const digits = value.replace(/\s/g, "");
  return /^(?:\d{6}|\d{8})?$/.test(digits) ? digits : null;
}

/**
 * Reads the address up to the first question without a good answer. `asked` names the question whose form was sent,
 * so that sending it empty is told apart from coming to it for the first time.
 */
export function stepFrom(asked: Asked): Step {
  const answers: Answers = {};
  for (const name of ["role", "setting", "place", "payer", "number"] as const) {
    if (!pathFor(answers).includes(name)) continue;
    const given = asked[name];
    const good = typeof given === "string" ? valid(name, given) : null;
    if (good === null) {
      const wrong = given !== undefined || asked.asked === name;
      return { answers, ask: name, problem: wrong ? QUESTIONS[name].problem : null };
    }
    Object.assign(answers, { [name]: good });
  }
  return { answers, ask: null, problem: null };
}
