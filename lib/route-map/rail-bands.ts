import { monthEnd, monthStart, type PlainDate } from "../dates";
import type { RailItem } from "./rail-items";

/** The tinted columns behind the rail: before the start, one for each module, the assessment. */

export type Band = {
  /** 0 for what stands before the start, then 1 to 4. */
  tone: 0 | 1 | 2 | 3 | 4;
  x: number;
  width: number;
  label: string;
};

type Across = {
  left: number;
  month: number;
  at: (day: PlainDate, end?: boolean) => number;
  /** Width of the column before the first month; 0 without one. */
  before: number;
  /** Right edge of the last month. */
  end: number;
};

const GAP = 2;

/** A module begins with its learning audit or, without one, its study; it ends with its last item. */
function spanOf(items: readonly RailItem[], module: number): { from: PlainDate; to: PlainDate } | undefined {
  const own = items.filter((item) => item.module === module && item.opensOn && item.closesOn);
  const opening = ["learning_audit", "self_directed_study"] as const;
  const starts = opening.map((kind) => own.find((item) => item.kind === kind)?.opensOn).find(Boolean);
  const from = starts ?? own.map((item) => item.opensOn ?? "").toSorted()[0];
  const to = own
    .map((item) => item.closesOn ?? "")
    .toSorted()
    .at(-1);
  return from && to ? { from, to } : undefined;
}

/**
 * Modules share a month where one ends in the month that the next begins in: the border is then drawn in the
 * middle of that month. Months after the last module belong to the assessment.
 */
export function bandsOf(items: readonly RailItem[], across: Across): Band[] {
  const spans = [1, 2, 3].flatMap((module) => {
    const span = spanOf(items, module);
    return span ? [{ module, ...span }] : [];
  });
  const edges = spans.map((span, at) => {
    const previous = spans[at - 1];
    if (!previous) return across.left;
    const begins = across.at(monthStart(span.from));
    return across.at(monthEnd(previous.to), true) > begins ? begins + across.month / 2 : begins;
  });
  const last = spans.at(-1);
  const finish = last ? Math.min(across.end, across.at(monthEnd(last.to), true)) : across.left;
  const bands = spans.map(({ module }, at) =>
    band(module as 1 | 2 | 3, `Module ${module}`, edges[at] ?? across.left, edges[at + 1] ?? finish),
  );
  if (across.before > 0) bands.unshift(band(0, "Before", across.left - across.before, across.left));
  if (across.end - finish > GAP) bands.push(band(4, last ? "Assessment" : "", finish, across.end));
  return bands;
}

function band(tone: Band["tone"], label: string, from: number, to: number): Band {
  const x = Math.round(from + GAP / 2);
  return { tone, label, x, width: Math.round(to - GAP / 2) - x };
}
