import { dayInLondon, plainDate } from "../dates";

/** Where an event stands, and what may be done with it and its places then. Pure. */

export type EventFacts = {
  startsAt: Date;
  endsAt: Date;
  /** As a DATE column has it; null where nobody chooses. */
  choiceUntil: Date | null;
  cancelledAt: Date | null;
};

/**
 * `open`: a place may still be chosen, changed and given up. `settled`: it is still to come, and only staff change
 * who has a place. An event without a choice is settled until it begins.
 */
export type EventState = "open" | "settled" | "on_now" | "over" | "cancelled";

export function eventState({ startsAt, endsAt, choiceUntil, cancelledAt }: EventFacts, at: Date): EventState {
  if (cancelledAt) return "cancelled";
  if (at >= endsAt) return "over";
  if (at >= startsAt) return "on_now";
  return choiceUntil && plainDate(choiceUntil) >= dayInLondon(at) ? "open" : "settled";
}

const MOVES = {
  /** By participants. */
  choose: ["open"],
  give_up: ["open"],
  tell_needs: ["open", "settled", "on_now"],
  /** By staff, and by the portal when a place becomes free. */
  place: ["open", "settled"],
  change: ["open", "settled", "on_now"],
  instruct: ["open", "settled", "on_now"],
  cancel: ["open", "settled"],
} as const satisfies Record<string, readonly EventState[]>;
export type EventMove = keyof typeof MOVES;

export function allows(move: EventMove, state: EventState): boolean {
  return (MOVES[move] as readonly EventState[]).includes(state);
}

/** Why a move cannot be made, as a person is told. */
export const NOT_NOW: Record<EventMove, string> = {
  choose: "Places at this event can no longer be chosen. Write to us if you have no place yet.",
  give_up: "Your place can no longer be changed here. Write to us if you cannot come.",
  tell_needs: "This event is over or cancelled, so nothing needs to be arranged for it any more.",
  place: "This event has begun, is over or cancelled, so its places stay as they are.",
  change: "This event is over or cancelled, so it stays as it is.",
  instruct: "This event is over or cancelled, so there is nothing to join any more.",
  cancel: "This event has begun, is over or cancelled already.",
};

/** "6 of 24 places left", "Every place is taken"; null where there is no limit. */
export function placesWords(capacity: number | null, placesTaken: number): string | null {
  if (capacity === null) return null;
  const left = Math.max(0, capacity - placesTaken);
  if (left === 0) return capacity === 1 ? "The one place is taken" : `All ${capacity} places are taken`;
  return `${left} of ${capacity} ${capacity === 1 ? "place" : "places"} left`;
}

/** How long after its last event what somebody needs is kept, in days; the privacy page says so. */
export const NEEDS_KEPT_DAYS = 14;

/** True where people meet in one place: nobody needs a meal or a ramp online. */
export const faceToFace = (place: string) => place.trim().toLowerCase() !== "online";
