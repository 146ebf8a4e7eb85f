import { monthEnd, monthStart, monthsBetween, type PlainDate } from "../dates";
import type { DatedItem, TemplateItem } from "./schema";

type Dated<T extends TemplateItem> = Omit<T, "opensMonth" | "closesMonth"> &
  Pick<DatedItem, "opensOn" | "closesOn">;

/**
 * Dates a template by the month a cohort starts in: a window runs from the first day of its opening month to
 * the last day of its closing month. An item without months stays without a window.
 */
export function datedItems<T extends TemplateItem>(
  template: readonly T[],
  startMonth: PlainDate,
): Dated<T>[] {
  return template.map(({ opensMonth, closesMonth, ...item }) => ({
    ...item,
    opensOn: opensMonth === null ? null : monthStart(startMonth, opensMonth),
    closesOn: closesMonth === null ? null : monthEnd(startMonth, closesMonth),
  }));
}

/** A day so many months later: the same day of that month; the last day of a month stays the last day. */
export function monthsLater(day: PlainDate, months: number): PlainDate {
  const last = monthEnd(day, months);
  if (day === monthEnd(day)) return last;
  const first = monthStart(day, months);
  const same = `${first.slice(0, 8)}${day.slice(8)}`;
  // As text, the 31st of a month of thirty days comes after its last.
  return same <= last ? same : last;
}

/**
 * A note as a new cohort takes it over: one that names a year speaks of another cohort's dates, and stays there. "2000
 * words" names none.
 */
export const noteRolled = (note: string | null): string | null =>
  note !== null && /\b20[1-9]\d\b/.test(note) ? null : note;

/** The milestones of an earlier cohort as they are, moved to a cohort that starts in another month. */
export function rolledItems<T extends Pick<DatedItem, "opensOn" | "closesOn">>(
  items: readonly T[],
  fromStart: PlainDate,
  toStart: PlainDate,
): T[] {
  const months = monthsBetween(fromStart, toStart);
  const moved = (day: PlainDate | null) => day && monthsLater(day, months);
  return items.map((item) => ({ ...item, opensOn: moved(item.opensOn), closesOn: moved(item.closesOn) }));
}
