import { daysBetween, type PlainDate, shortDate } from "@/lib/dates";

/** "today", "yesterday", "12 days ago"; a date once it is longer than two months. */
export function daysAgo(day: PlainDate, today: PlainDate): string {
  const days = daysBetween(day, today);
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  return days <= 60 ? `${days} days ago` : shortDate(day);
}
