import { monthEnd, monthStart, type PlainDate } from "../dates";
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
