import { dayInLondon, longDate, timeInLondon } from "../dates";

/** "Thursday 3 December 2026, 16:00 to 18:00", or both days where it lasts longer; London time. */
export function eventTimes(startsAt: Date, endsAt: Date): string {
  const [first, last] = [dayInLondon(startsAt), dayInLondon(endsAt)];
  if (first === last) return `${longDate(first)}, ${timeInLondon(startsAt)} to ${timeInLondon(endsAt)}`;
  return `${longDate(first)}, ${timeInLondon(startsAt)}, to ${longDate(last)}, ${timeInLondon(endsAt)}`;
}
