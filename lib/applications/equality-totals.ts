import { EQUALITY, EQUALITY_QUESTIONS, type EqualityQuestion, PREFER_NOT } from "./schema-equality";

/** The equality answers as totals from which nobody can be told. Pure. */

/** A number below this is not shown: with so few, somebody who knows the cohort knows who it is. */
export const LEAST_SHOWN = 5;

export type EqualityTotals = {
  question: EqualityQuestion;
  legend: string;
  /** Null where the number is hidden. */
  rows: { label: string; count: number | null }[];
  /** Null wherever a row is hidden: it could be worked out from the others. */
  total: number | null;
}[];

type Counted = { question: string; answer: string; count: number };

/**
 * The totals of each question. Every number under five is hidden, a nought as well: that nobody said something can
 * tell as much. Where that hides a single row, the smallest of the others goes with it, so that it cannot be had by
 * taking away; and then there is no total. Who prefers not to say is counted with those who left the question out:
 * not at all.
 */
export function totalsOf(counted: readonly Counted[]): EqualityTotals {
  return EQUALITY_QUESTIONS.map((question) => {
    const { legend, answers } = EQUALITY[question];
    const rows = Object.entries(answers)
      .filter(([answer]) => answer !== PREFER_NOT)
      .map(([answer, label]) => ({
        label,
        count: counted.find((each) => each.question === question && each.answer === answer)?.count ?? 0,
      }));
    const shown = hide(rows.map(({ count }) => count));
    const whole = shown.every((count) => count !== null);
    return {
      question,
      legend,
      rows: rows.map(({ label }, at) => ({ label, count: shown[at] ?? null })),
      total: whole ? rows.reduce((sum, { count }) => sum + count, 0) : null,
    };
  });
}

function hide(counts: number[]): (number | null)[] {
  const shown = counts.map((count) => (count < LEAST_SHOWN ? null : count));
  if (shown.filter((count) => count === null).length !== 1) return shown;
  const smallest = Math.min(...shown.filter((count) => count !== null));
  const at = shown.indexOf(smallest);
  return shown.map((count, index) => (index === at ? null : count));
}
