import { londonTime, type PlainDate } from "../../dates";

/**
 * Times and durations as Teams and Zoom write them, which follows the settings of whoever downloaded the report: day
 * first or month first, 12 or 24 hours, with or without seconds. Pure.
 */

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const CLOCK = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap])?/i;

/**
 * A moment of a report. Where the day could be the month, the reading nearer to the event is taken: 03/04/2026 is in
 * April at an event in April. Without a zone it is London's time. Undefined for what is no time.
 */
export function momentOf(text: string, event: Date): Date | undefined {
  const plain = text.normalize("NFKC").replace(/\s+/g, " ").trim();
  const [day, ...clock] = splitDay(plain);
  const time = CLOCK.exec(clock.join(" "));
  if (!day || !time) return undefined;
  const [, hours = "", minutes = "", seconds = "0", half] = time;
  const hour = hourOf(Number(hours), half);
  if (!(hour <= 23) || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const utc = /(?:Z|UTC|GMT|\+00:?00)$/i.test(plain);
  const at = `${String(hour).padStart(2, "0")}:${minutes}`;
  const readings = daysOf(day).map((date) => {
    const minute = utc ? new Date(`${date}T${at}:00Z`) : londonTime(date, at);
    return new Date(minute.getTime() + Number(seconds) * 1_000);
  });
  const distance = (moment: Date) => Math.abs(moment.getTime() - event.getTime());
  return readings.sort((a, b) => distance(a) - distance(b))[0];
}

function hourOf(hour: number, half: string | undefined): number {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

/** The day and the rest: "11/20/26, 3:58 PM", "2026-11-20T15:58Z", "Nov 20, 2026 03:58 PM", "20 Nov 2026 15:58". */
function splitDay(text: string): [day: string | undefined, rest: string] {
  const found =
    /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})[T,]? ?(.*)$/.exec(text) ??
    /^([A-Za-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2} [A-Za-z]{3,9}\.? \d{4}),? (.*)$/.exec(text);
  return [found?.[1], found?.[2] ?? ""];
}

/** The days that it can mean. */
function daysOf(text: string): PlainDate[] {
  const parts = text.split(/[-/., ]+/);
  const month = parts.findIndex((part) => /^[A-Za-z]/.test(part));
  if (month >= 0) {
    const number = MONTHS.indexOf(parts[month]?.slice(0, 3).toLowerCase() ?? "") + 1;
    const others = parts.filter((_, index) => index !== month).map(Number);
    return existing([[others[1], number, others[0]]]);
  }
  const [a = 0, b = 0, c = 0] = parts.map(Number);
  if ((parts[0]?.length ?? 0) === 4) return existing([[a, b, c]]);
  const year = c < 100 ? 2000 + c : c;
  return existing([
    [year, b, a],
    [year, a, b],
  ]);
}

function existing(readings: (number | undefined)[][]): PlainDate[] {
  return readings.flatMap(([year = 0, month = 0, day = 0]) => {
    const date = new Date(Date.UTC(year, month - 1, day));
    const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return same && year >= 2000 && year < 2100 ? [date.toISOString().slice(0, 10)] : [];
  });
}

const UNITS: [RegExp, number][] = [
  [/^(?:h|hr|hrs|hours?|std|godz)$/, 3_600],
  [/^(?:m|min|mins|minutes?)$/, 60],
  [/^(?:s|sec|secs|seconds?|sek)$/, 1],
];

/** Seconds of "1h 5m 3s", "1 hr 5 min", "01:05:03" or "65" (minutes); undefined for what is no duration. */
export function secondsOf(text: string): number | undefined {
  const plain = text.normalize("NFKC").trim().toLowerCase();
  if (/^\d{1,5}(?:\.\d+)?$/.test(plain)) return Math.round(Number(plain) * 60);
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(plain);
  if (clock) {
    const [, first = 0, second = 0, third] = clock;
    return third === undefined
      ? Number(first) * 3_600 + Number(second) * 60
      : Number(first) * 3_600 + Number(second) * 60 + Number(third);
  }
  if (!/^(?:\d{1,5}\s*[a-z]+\.?\s*)+$/.test(plain)) return undefined;
  const pieces = [...plain.matchAll(/(\d+)\s*([a-z]+)/g)].map(([, count = "", unit = ""]) => {
    const [, seconds] = UNITS.find(([name]) => name.test(unit)) ?? [];
    return seconds === undefined ? undefined : Number(count) * seconds;
  });
  return pieces.every((piece) => piece !== undefined)
    ? pieces.reduce((sum, piece) => sum + piece, 0)
    : undefined;
}
