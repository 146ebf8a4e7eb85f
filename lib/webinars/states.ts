import { addPlainDays, dayInLondon, londonTime, longDate, timeInLondon } from "../dates";
import type { WebinarState } from "./schema";

/** Where a webinar stands, what may be done with it, when people are reminded and forgotten. Pure. */

export type WebinarFacts = {
  startsAt: Date;
  endsAt: Date;
  capacity: number | null;
  placesTaken: number;
  publishedAt: Date | null;
  cancelledAt: Date | null;
};

export function stateOf(webinar: WebinarFacts, at: Date): WebinarState {
  const { startsAt, endsAt, capacity, placesTaken, publishedAt, cancelledAt } = webinar;
  if (cancelledAt) return "cancelled";
  if (!publishedAt) return "draft";
  if (at >= endsAt) return "over";
  if (at >= startsAt) return "on_now";
  return capacity !== null && placesTaken >= capacity ? "full" : "open";
}

/** What may be done in which state. One that is on now can still be joined, and its link put right. */
export const MOVES = {
  change: ["draft", "open", "full", "on_now"],
  publish: ["draft"],
  cancel: ["draft", "open", "full", "on_now"],
  record: ["over"],
  register: ["open", "full", "on_now"],
  give_up: ["open", "full", "on_now"],
} as const satisfies Record<string, readonly WebinarState[]>;
export type Move = keyof typeof MOVES;

export function allows(move: Move, state: WebinarState): boolean {
  return (MOVES[move] as readonly WebinarState[]).includes(state);
}

/** "Thursday 3 December 2026, 16:00 to 16:45", in London. A webinar begins and ends on one day. */
export function whenWords({ startsAt, endsAt }: Pick<WebinarFacts, "startsAt" | "endsAt">): string {
  return `${longDate(dayInLondon(startsAt))}, ${timeInLondon(startsAt)} to ${timeInLondon(endsAt)}`;
}

/** "12 of 40 places left"; nothing where as many may come as like. */
export function placesWords({ capacity, placesTaken }: WebinarFacts): string | null {
  if (capacity === null) return null;
  const left = Math.max(0, capacity - placesTaken);
  if (left === 0) return "Every place is taken";
  return `${left} of ${capacity} ${capacity === 1 ? "place" : "places"} left`;
}

/** From eight in the morning until eight in the evening in London: nobody's telephone buzzes at night. */
export function isReminderHour(at: Date): boolean {
  const time = timeInLondon(at);
  return time >= "08:00" && time < "20:00";
}

/** The instants between which webinars start whose people are reminded at `at`: the whole next day in London. */
export function remindedSpan(at: Date): { from: Date; until: Date } {
  const tomorrow = addPlainDays(dayInLondon(at), 1);
  return { from: londonTime(tomorrow, "00:00"), until: londonTime(addPlainDays(tomorrow, 1), "00:00") };
}

/** True from the day before on: whoever is written to then needs no reminder besides. */
export function isNear(startsAt: Date, at: Date): boolean {
  return dayInLondon(at) >= addPlainDays(dayInLondon(startsAt), -1);
}

/** How long registrations are kept after the webinar; the privacy page says so. */
export const KEPT_MONTHS = 12;

/** Registrations of webinars that ended before this are deleted. */
export function forgottenBefore(at: Date): Date {
  const then = new Date(at);
  then.setUTCMonth(then.getUTCMonth() - KEPT_MONTHS);
  return then;
}
