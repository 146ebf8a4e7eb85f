import { addPlainDays, dayInLondon, daysBetween, type PlainDate, timeInLondon } from "../dates";

/** When somebody who has begun an application is reminded to send it. Pure; London's days. */

/** Days before the last day to apply on which a draft is reminded of, once each. */
export const REMIND_DAYS_BEFORE = [14, 3] as const;
/** A reminder that was missed, because nothing ran, still goes out on one of so many days. */
const WITHIN_DAYS = 3;

/** The reminder that is due for a draft begun on one day, for a cohort that closes on another; null when none is. */
export function draftReminderDue(
  draft: { createdAt: Date; closesOn: PlainDate },
  at: Date,
): (typeof REMIND_DAYS_BEFORE)[number] | null {
  const left = daysBetween(dayInLondon(at), draft.closesOn);
  const due = REMIND_DAYS_BEFORE.find((days) => left <= days && left > days - WITHIN_DAYS && left > 0);
  // Whoever began after that day knows when it closes.
  const begunBefore = due && dayInLondon(draft.createdAt) < addPlainDays(draft.closesOn, -due);
  return due && begunBefore ? due : null;
}

/** The last days to apply of the cohorts whose drafts may be due a reminder that day. */
export function closingDaysToRemind(today: PlainDate): PlainDate[] {
  return REMIND_DAYS_BEFORE.flatMap((days) =>
    Array.from({ length: WITHIN_DAYS }, (_, late) => addPlainDays(today, days - late)).filter(
      (day) => day > today,
    ),
  );
}

/** From 8:00 to 19:59 in London: nobody is reminded at night. */
export function isDaytime(at: Date): boolean {
  const hour = Number(timeInLondon(at).slice(0, 2));
  return hour >= 8 && hour < 20;
}
