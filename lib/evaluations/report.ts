import {
  type EvaluationQuestion,
  evaluationQuestions,
  LEAST_TOLD,
  type ModuleReport,
  type QuestionReport,
  SCALE,
} from "./schema";

/** What answers come to, so that nobody can be told from it: pure. */

export type Answered = { version: number; question: string; answer: string };

/**
 * A module's answers, version by version. A question that fewer than five people answered shows nothing, not even how
 * many did.
 * @param answers those that are told, in an order that says nothing
 */
export function reportOf(
  forms: readonly { version: number; questions: unknown }[],
  answers: readonly Answered[],
): ModuleReport["versions"] {
  return forms.map(({ version, questions }) => ({
    version,
    questions: evaluationQuestions.parse(questions).map((question) =>
      ofQuestion(
        question,
        answers
          .filter((each) => each.version === version && each.question === question.key)
          .map(({ answer }) => answer),
      ),
    ),
  }));
}

function ofQuestion(question: EvaluationQuestion, answers: readonly string[]): QuestionReport {
  const people = answers.length;
  if (people < LEAST_TOLD) return { question, people: null };
  const possible: readonly string[] =
    question.kind === "scale" ? SCALE : question.kind === "choice" ? question.options : [];
  return {
    question,
    people,
    average:
      question.kind === "scale" ? answers.reduce((sum, answer) => sum + Number(answer), 0) / people : null,
    counts: possible.map((answer) => ({ answer, people: answers.filter((each) => each === answer).length })),
    texts: question.kind === "text" ? [...answers] : [],
  };
}
