import { addPlainDays, dateColumn, type PlainDate } from "../dates";
import type { ApplicationState } from "./schema";

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

/** Whose turn an application is, and until when; what its applicant reads in the list of them. */
export function turnOf(
  state: ApplicationState,
  days: {
    closesOn: PlainDate | null;
    answerBy: PlainDate | null;
    readBy: PlainDate | null;
    today: PlainDate;
  },
): { turn: "yours" | "ours" | null; by: PlainDate | null } {
  const { closesOn, answerBy, readBy, today } = days;
  switch (state) {
    case "draft":
      return closesOn && today <= closesOn ? { turn: "yours", by: closesOn } : { turn: null, by: null };
    case "submitted":
    case "under_review":
      return { turn: "ours", by: readBy };
    case "waitlisted":
      return { turn: "ours", by: null };
    case "offered":
      return { turn: "yours", by: answerBy };
    default:
      return { turn: null, by: null };
  }
}
