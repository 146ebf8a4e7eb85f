import { dayInLondon, shortDate, timeInLondon } from "../dates";
import type { Prisma } from "../generated/prisma/client";
import { placesWords, stateOf, whenWords } from "./states";
import type { StaffWebinarRow, WebinarCard } from "./views";

/** From the tables' rows to what pages show. */

/** What every reader of a webinar needs; the joining link is not among it. */
export const rowSelect = {
  id: true,
  title: true,
  description: true,
  startsAt: true,
  endsAt: true,
  capacity: true,
  placesTaken: true,
  recordingUrl: true,
  publishedAt: true,
  cancelledAt: true,
  programme: { select: { shortName: true, slug: true } },
} satisfies Prisma.WebinarSelect;

type Found = Prisma.WebinarGetPayload<{ select: typeof rowSelect }>;

/** "21 November 2026, 14:05" in London. */
export const moment = (at: Date) => `${shortDate(dayInLondon(at))}, ${timeInLondon(at)}`;

/** A published webinar as the public sees it; null for a draft. */
export function cardOf(found: Found, at: Date): WebinarCard | null {
  const state = stateOf(found, at);
  if (state === "draft" || !found.publishedAt) return null;
  return {
    id: found.id,
    title: found.title,
    when: whenWords(found),
    state,
    programme: found.programme?.shortName ?? null,
    places: state === "open" || state === "full" ? placesWords(found) : null,
    recordingUrl: state === "over" ? found.recordingUrl : null,
    description: found.description,
  };
}

export function staffRowOf(found: Found, at: Date): StaffWebinarRow {
  return {
    id: found.id,
    title: found.title,
    when: whenWords(found),
    state: stateOf(found, at),
    programme: found.programme?.shortName ?? null,
    registered: found.placesTaken,
    capacity: found.capacity,
    hasRecording: found.recordingUrl !== null,
  };
}
