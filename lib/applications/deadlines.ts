import { addPlainDays, dateColumn, type PlainDate } from "../dates";

/** Working days within which an application is read and answered: the promise on its page and in the e-mail. */
export const READ_WITHIN_DAYS = 15;

/** The day by which an application sent on that day is answered; Saturdays and Sundays do not count. */
export function readByDay(submittedOn: PlainDate): PlainDate {
  let day = submittedOn;
  for (let left = READ_WITHIN_DAYS; left > 0; ) {
    day = addPlainDays(day, 1);
    const weekday = dateColumn(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return day;
}

/** The last day of sending whose promised answer is overdue on that day. */
export function lastOverdueDay(today: PlainDate): PlainDate {
  let day = addPlainDays(today, -READ_WITHIN_DAYS);
  while (readByDay(day) >= today) day = addPlainDays(day, -1);
  return day;
}
