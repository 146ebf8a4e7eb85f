import type { EvaluationQuestion } from "../../../lib/evaluations/schema";

/** What NPQEL asks at the end of a module: short, the same in each but for one question of its own. */

const common: EvaluationQuestion[] = [
  {
    kind: "scale",
    key: "useful",
    legend: "How useful was this module for the work you do now?",
    low: "not at all",
    high: "very",
  },
  {
    kind: "scale",
    key: "clear",
    legend: "How clear was it what was asked of you, and by when?",
    low: "never clear",
    high: "always clear",
  },
  {
    kind: "scale",
    key: "group",
    legend: "How much did your peer learning group add to what you learnt?",
    low: "nothing",
    high: "a great deal",
  },
  {
    kind: "choice",
    key: "time",
    legend: "How did the time it took compare with the hours we give?",
    options: ["Less than the hours given", "About the hours given", "More than the hours given"],
  },
];

const words: EvaluationQuestion[] = [
  {
    kind: "text",
    key: "used",
    legend: "What have you used already, and what came of it?",
    hint: "Please name no person and no school.",
  },
  { kind: "text", key: "change", legend: "What is the one thing we should change?" },
];

const own: Record<1 | 2 | 3, EvaluationQuestion> = {
  1: {
    kind: "scale",
    key: "start",
    legend: "How well did the start of the programme prepare you for the rest of it?",
    low: "badly",
    high: "very well",
  },
  2: {
    kind: "scale",
    key: "event",
    legend: "How much did the day together add to the module?",
    low: "nothing",
    high: "a great deal",
  },
  3: {
    kind: "scale",
    key: "ready",
    legend: "How ready do you feel for the assessment?",
    low: "not at all",
    high: "fully",
  },
};

export const evaluations: { module: number; questions: EvaluationQuestion[] }[] = ([1, 2, 3] as const).map(
  (module) => ({ module, questions: [...common, own[module], ...words] }),
);
