import { TZDate } from "@date-fns/tz";
import { endOfDay } from "date-fns/endOfDay";

/**
 * Days and deadlines. A day without a time is a PlainDate, "2026-07-24": it compares as text, never shifts
 * with a time zone and goes to and from PostgreSQL's DATE unchanged. Deadlines end at 23:59:59 in London.
 */

export const LONDON = "Europe/London";

/** A calendar day: YYYY-MM-DD. */
export type PlainDate = string;

/** The day that a DATE column holds (Prisma hands it over as midnight UTC). */
export function plainDate(date: Date): PlainDate {
  return date.toISOString().slice(0, 10);
}

/** The value to write into a DATE column. */
export function dateColumn(day: PlainDate): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** Made once: "2026-12-03 16:00" in London. Sweden writes dates as ISO does, and Intl is many times date-fns' speed. */
const LONDON_CLOCK = new Intl.DateTimeFormat("sv-SE", {
  timeZone: LONDON,
  dateStyle: "short",
  timeStyle: "short",
});

/** The day it is in London at that instant. */
export function dayInLondon(at: Date): PlainDate {
  return LONDON_CLOCK.format(at).slice(0, 10);
}

/** The last instant of that day in London: when a deadline on that day passes. */
export function endOfDayInLondon(day: PlainDate): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(endOfDay(new TZDate(year, month - 1, date, LONDON)).getTime());
}

/** An instant from a day and a time of day in London: ("2026-12-03", "16:00"). */
export function londonTime(day: PlainDate, time: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(new TZDate(year, month - 1, date, hours, minutes, 0, LONDON).getTime());
}

/** The day some whole days later (or earlier, when negative). */
export function addPlainDays(day: PlainDate, days: number): PlainDate {
  const date = dateColumn(day);
  date.setUTCDate(date.getUTCDate() + days);
  return plainDate(date);
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((dateColumn(to).getTime() - dateColumn(from).getTime()) / 86_400_000);
}

/** First day of the month that lies `months` after the month of `day`. */
export function monthStart(day: PlainDate, months = 0): PlainDate {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return plainDate(new Date(Date.UTC(year, month - 1 + months, 1)));
}

/** Last day of the month that lies `months` after the month of `day`. */
export function monthEnd(day: PlainDate, months = 0): PlainDate {
  return addPlainDays(monthStart(day, months + 1), -1);
}

/** Whole months from the month of one day to the month of another. */
export function monthsBetween(from: PlainDate, to: PlainDate): number {
  const [y1 = 0, m1 = 0] = from.split("-").map(Number);
  const [y2 = 0, m2 = 0] = to.split("-").map(Number);
  return (y2 - y1) * 12 + (m2 - m1);
}

/** True for a real calendar day between 1900 and 2100: what a form may send. */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  if (year < 1900 || year > 2100) return false;
  const date = dateColumn(text);
  return !Number.isNaN(date.getTime()) && plainDate(date) === text;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** "Friday 24 July 2026" */
export function longDate(day: PlainDate): string {
  return `${WEEKDAYS[dateColumn(day).getUTCDay()]} ${shortDate(day)}`;
}

/** "24 July 2026" */
export function shortDate(day: PlainDate): string {
  return `${dayAndMonth(day)} ${day.slice(0, 4)}`;
}

/** "24 July" */
export function dayAndMonth(day: PlainDate): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;
}

/** "July 2026" */
export function monthAndYear(day: PlainDate): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** "Jul" */
export function monthShort(day: PlainDate): string {
  return (MONTHS[Number(day.slice(5, 7)) - 1] ?? "").slice(0, 3);
}

/** "May to October 2025", "May 2025", "November 2025 to January 2026": the months a window covers. */
export function monthRange(from: PlainDate, to: PlainDate): string {
  if (from.slice(0, 7) === to.slice(0, 7)) return monthAndYear(from);
  if (from.slice(0, 4) === to.slice(0, 4))
    return `${monthAndYear(from).split(" ")[0]} to ${monthAndYear(to)}`;
  return `${monthAndYear(from)} to ${monthAndYear(to)}`;
}

/** "16:00" in London. */
export function timeInLondon(at: Date): string {
  return LONDON_CLOCK.format(at).slice(11);
}

/** "Thursday 3 December 2026, 16:00" in London. */
export function dateTimeInLondon(at: Date): string {
  return `${longDate(dayInLondon(at))}, ${timeInLondon(at)}`;
}

/** "Thursday 3 December 2026, 16:00 to 18:00", or both days where it lasts longer; London time. */
export function spanInLondon(startsAt: Date, endsAt: Date): string {
  const [first, last] = [dayInLondon(startsAt), dayInLondon(endsAt)];
  if (first === last) return `${longDate(first)}, ${timeInLondon(startsAt)} to ${timeInLondon(endsAt)}`;
  return `${longDate(first)}, ${timeInLondon(startsAt)}, to ${longDate(last)}, ${timeInLondon(endsAt)}`;
}

/** Minutes as people say them: "8 h", "4 h 10 min", "45 min", "0 min". */
export function hoursAndMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** A text whose durations do not break across lines: the spaces inside "32 h 15 min" are fixed. For pages only. */
export function unbroken(text: string): string {
  return text.replace(/(\d) (h|min)\b( (?=\d+ min\b))?/g, (_, figure: string, unit: string, more?: string) =>
    more ? `${figure}\u00a0${unit}\u00a0` : `${figure}\u00a0${unit}`,
  );
}
