import { hoursAndMinutes, monthAndYear, monthStart, monthsBetween, type PlainDate } from "../dates";
import { daysInMonth, earlier, type RailItem, type RailSign, signOf, windowInWords } from "./rail-items";

/** The route map as a list by month, and what each month asks in hours. */

export type MonthEntry = {
  number: number;
  title: string;
  href: string;
  sign: RailSign;
  /** "Module 1 · 8 h · by end of October 2026" */
  meta: string;
  note: string | null;
};

export type MonthGroup = {
  /** First day of the month; null for what has no date. */
  month: PlainDate | null;
  /** "May 2026", or "Before the programme". */
  label: string;
  entries: MonthEntry[];
};

/** Items under the month they open in, in the route map's order; those without a date come first. */
export function itemsByMonth(items: readonly RailItem[]): MonthGroup[] {
  const groups = new Map<string, MonthGroup>();
  const sorted = items.toSorted(
    (a, b) => earlier(a.opensOn?.slice(0, 7) ?? "", b.opensOn?.slice(0, 7) ?? "") || a.number - b.number,
  );
  for (const item of sorted) {
    const month = item.opensOn && `${item.opensOn.slice(0, 7)}-01`;
    const key = month ?? "";
    const group = groups.get(key) ?? {
      month,
      label: month ? monthAndYear(month) : "Before the programme",
      entries: [],
    };
    group.entries.push(entryOf(item));
    groups.set(key, group);
  }
  return [...groups.values()];
}

function entryOf(item: RailItem): MonthEntry {
  const { number, title, href, note = null } = item;
  const parts = [
    item.module ? `Module ${item.module}` : "",
    item.minutes ? hoursAndMinutes(item.minutes) : "",
    item.progressLabel ?? "",
    // A note says why there is no date; without one the list says that there is none.
    item.opensOn || !note ? untilInWords(item) : "",
  ];
  return { number, title, href, sign: signOf(item), note, meta: parts.filter(Boolean).join(" · ") };
}

/** "by end of October 2026"; "by 14 October 2026" where a window ends inside its month. */
function untilInWords(item: Pick<RailItem, "opensOn" | "closesOn">): string {
  if (!item.opensOn || !item.closesOn) return windowInWords(item);
  const month = monthAndYear(item.closesOn);
  return Number(item.closesOn.slice(8)) === daysInMonth(item.closesOn)
    ? `by end of ${month}`
    : `by ${Number(item.closesOn.slice(8))} ${month}`;
}

export type MonthHours = {
  month: PlainDate;
  /** "May 2026" */
  label: string;
  minutes: number;
};

/**
 * Learning time of each month, in minutes: an item's minutes are spread evenly over the months of its window,
 * so that the months add up to the items. Items without minutes or without a window are left out. Months run
 * from `start` to the last that asks for anything.
 */
export function hoursByMonth(
  start: PlainDate,
  items: readonly Pick<RailItem, "minutes" | "opensOn" | "closesOn">[],
): MonthHours[] {
  const minutes: number[] = [];
  for (const item of items) {
    if (!item.minutes || !item.opensOn || !item.closesOn) continue;
    const first = Math.max(0, monthsBetween(start, item.opensOn));
    const count = Math.max(1, monthsBetween(start, item.closesOn) - first + 1);
    for (let at = 0; at < count; at++) {
      // The last months of the window carry the minutes that do not divide.
      const share = Math.floor((item.minutes * (at + 1)) / count) - Math.floor((item.minutes * at) / count);
      minutes[first + at] = (minutes[first + at] ?? 0) + share;
    }
  }
  return Array.from(minutes, (spent, at) => {
    const month = monthStart(start, at);
    return { month, label: monthAndYear(month), minutes: spent ?? 0 };
  });
}
