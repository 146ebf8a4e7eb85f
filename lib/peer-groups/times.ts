import { dayInLondon, longDate, timeInLondon } from "../dates";

/** "Thursday 3 December 2026, 16:00 to 18:00", London time. A session begins and ends on one day. */
export function sessionTimes(startsAt: Date, endsAt: Date): string {
  return `${longDate(dayInLondon(startsAt))}, ${timeInLondon(startsAt)} to ${timeInLondon(endsAt)}`;
}
