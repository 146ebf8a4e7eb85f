import { addPlainDays, dayInLondon, daysBetween, endOfDayInLondon, timeInLondon } from "./dates";

/** How people without an account are asked by e-mail: by a link for some days, reminded in office hours. Pure; London's days. */

/** Days after the asking on which somebody who has not answered is reminded, once each. */
export const REMIND_AFTER_DAYS = [7, 14] as const;

/** 23:59 in London on the last of so many days of a link that is sent then. */
export function linkExpiry(sentAt: Date, days: number): Date {
  return endOfDayInLondon(addPlainDays(dayInLondon(sentAt), days));
}

/** True when a reminder is due: a day of reminding has come since the asking and since the last reminder. */
export function reminderDue({ askedAt, remindedAt }: { askedAt: Date; remindedAt: Date | null }, at: Date) {
  const asked = dayInLondon(askedAt);
  const days = daysBetween(asked, dayInLondon(at));
  const last = remindedAt ? daysBetween(asked, dayInLondon(remindedAt)) : 0;
  return REMIND_AFTER_DAYS.some((each) => last < each && days >= each);
}

/** From 9:00 to 16:59 in London, Monday to Friday: nobody is reminded at night. */
export function isOfficeTime(at: Date): boolean {
  const hour = Number(timeInLondon(at).slice(0, 2));
  const weekday = new Date(`${dayInLondon(at)}T12:00:00Z`).getUTCDay();
  return hour >= 9 && hour < 17 && weekday !== 0 && weekday !== 6;
}
