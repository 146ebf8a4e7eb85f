import "server-only";
import type { Tx } from "../db";
import { type Message, queueEmail } from "../email/queue";
import { placeAttachment } from "./calendar";
import { placeLink, renewPlaceHash } from "./place-link";

/** E-mails to those who registered, each in the transaction of its step. */

export type Place = { id: string; email: string; registeredAt: Date; tokenHash: string };
export const PLACE = { id: true, email: true, registeredAt: true, tokenHash: true } as const;
export type About = { id: string; title: string; startsAt: Date; endsAt: Date; version: number };

/** Every e-mail about a registration has a key that begins so: what is forgotten is found by it. */
export const keyOf = (registrationId: string, step = "") => `webinar:${registrationId}:${step}`;

/** Everybody who has a place. */
export function placesOf(tx: Tx, webinarId: string): Promise<Place[]> {
  return tx.webinarRegistration.findMany({
    where: { webinarId, cancelledAt: null },
    select: PLACE,
    orderBy: { id: "asc" },
  });
}

/**
 * An e-mail with the personal link, of no use after `usefulUntil`, the end unless told. With `calendar` the entry
 * comes along as it stands.
 */
export async function tellWithLink(
  tx: Tx,
  webinar: About,
  place: Place,
  letter: {
    step: string;
    message: (webinar: About, link: string) => Message;
    calendar: boolean;
    usefulUntil?: Date;
  },
  at: Date,
): Promise<void> {
  await renewPlaceHash(tx, place);
  const link = placeLink(place.id);
  const message = letter.message(webinar, link);
  const file = letter.calendar
    ? { attachments: [placeAttachment({ webinar, registration: place, link }, "REQUEST", at)] }
    : {};
  const { usefulUntil = webinar.endsAt } = letter;
  const options = { dedupeKey: keyOf(place.id, letter.step), at, secret: true, usefulUntil };
  await queueEmail(tx, place.email, { ...message, ...file }, options);
}

/** An e-mail that takes the entry out of the calendar; it leads nowhere that is anybody's own. */
export async function tellItIsOff(
  tx: Tx,
  webinar: About,
  place: Place,
  letter: { step: string; message: Message; sequence: number },
  at: Date,
): Promise<void> {
  const file = placeAttachment({ webinar, registration: place }, "CANCEL", at, letter.sequence);
  const options = { dedupeKey: keyOf(place.id, letter.step), at };
  await queueEmail(tx, place.email, { ...letter.message, attachments: [file] }, options);
}
