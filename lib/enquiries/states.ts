import type { EnquiryState } from "./schema";

/** Where an enquiry stands, how long there is to answer it, and what may be done with it. Pure. */

type Facts = { answeredAt: Date | null; closedAt: Date | null };

export function stateOf({ answeredAt, closedAt }: Facts): EnquiryState {
  if (answeredAt) return "answered";
  return closedAt ? "set_aside" : "waiting";
}

/** An answer may follow another, and may come after all to what was set aside by mistake. */
export const MOVES: Record<"answer" | "set_aside", readonly EnquiryState[]> = {
  answer: ["waiting", "answered", "set_aside"],
  set_aside: ["waiting"],
};

/** State and number of answers in a word: a form sends the one it was opened with, so that a late one is noticed. */
export function standing(state: EnquiryState, answers: number): string {
  return `${state}-${answers}`;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** From here on a question is near its time. */
export const NEAR_HOURS = 12;

/** When an answer is due: so many hours on, weekends and holidays included, as the promise makes no exception. */
export function dueAfter(asked: Date, hours: number): Date {
  return new Date(asked.getTime() + hours * HOUR);
}

export type Due = { words: string; tone: "late" | "soon" | "muted" };

/** "due in 5 h", "2 h late", "due in 40 min", "due now": rounded down, so that no time is promised that is not there. */
export function dueWords(dueAt: Date, at: Date): Due {
  const left = dueAt.getTime() - at.getTime();
  const span = spanWords(Math.abs(left));
  if (left < 0) return { words: span ? `${span} late` : "due now", tone: "late" };
  const tone = left <= NEAR_HOURS * HOUR ? "soon" : "muted";
  return { words: span ? `due in ${span}` : "due now", tone };
}

/** "4 h late" for an answer after its time; nothing for one in time. */
export function lateBy(dueAt: Date, answeredAt: Date): string | null {
  const over = answeredAt.getTime() - dueAt.getTime();
  return over > 0 ? `${spanWords(over) || "less than a minute"} late` : null;
}

/** Days from three on, hours from one on, else minutes; empty below one minute. */
function spanWords(ms: number): string {
  const hours = Math.floor(ms / HOUR);
  if (hours >= 72) return `${Math.floor(hours / 24)} days`;
  if (hours >= 1) return `${hours} h`;
  const minutes = Math.floor(ms / MINUTE);
  return minutes === 0 ? "" : `${minutes} min`;
}

/** The last 30 days' answers in a sentence with figures. */
export function inTimeSentence({ answered, inTime }: { answered: number; inTime: number }): string {
  if (answered === 0) return "Nothing was answered in the last 30 days.";
  if (answered === 1) {
    return `In the last 30 days one enquiry was answered, ${inTime === 1 ? "in time" : "after its time"}.`;
  }
  const share = Math.floor((inTime / answered) * 100);
  return `In the last 30 days ${answered} enquiries were answered, ${inTime} of them in time (${share}%).`;
}

/** What waits, and how much of it is near its time or past it. */
export function waitingSentence({
  waiting,
  near,
  late,
}: {
  waiting: number;
  near: number;
  late: number;
}): string {
  if (waiting === 0) return "No enquiry waits for an answer.";
  const count = waiting === 1 ? "One enquiry waits" : `${waiting} enquiries wait`;
  const parts = [
    ...(late > 0 ? [`${late} past ${late === 1 ? "its" : "their"} time`] : []),
    ...(near > 0 ? [`${near} due within ${NEAR_HOURS} hours`] : []),
  ];
  return parts.length > 0 ? `${count}: ${parts.join(", ")}.` : `${count}, with time in hand.`;
}
