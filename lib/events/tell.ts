import "server-only";
import type { Tx } from "../db";
import { type Message, queueEmail } from "../email/queue";
import { chosenEmail, promotedEmail, removedEmail, staffGaveEmail } from "./emails";
import type { LockedEvent } from "./locked";

/** E-mails about events, each in the transaction of its step. */

/** How a place came about: what its e-mail says. */
export type Told = "chosen" | "promoted" | "given";

const MESSAGES = { chosen: chosenEmail, promoted: promotedEmail, given: staffGaveEmail };

/** Every e-mail about an event has a key that begins so. */
export const keyOf = (eventId: string, step: string) => `event:${eventId}:${step}`;

/** Tells somebody that they hold a place now. */
export async function tellPlace(
  tx: Tx,
  event: LockedEvent,
  place: { id: string; enrolmentId: string },
  told: Told,
  at: Date,
): Promise<void> {
  const to = await addressOf(tx, place.enrolmentId);
  const dedupeKey = keyOf(event.id, `place:${place.id}`);
  await queueEmail(tx, to, MESSAGES[told](event), { dedupeKey, at, usefulUntil: event.endsAt });
}

/** Tells somebody that staff took their place or turn away, and why. */
export async function tellRemoved(
  tx: Tx,
  event: LockedEvent,
  place: { id: string; enrolmentId: string; state: string },
  reason: string,
  at: Date,
): Promise<void> {
  const to = await addressOf(tx, place.enrolmentId);
  const dedupeKey = keyOf(event.id, `removed:${place.id}`);
  await queueEmail(tx, to, removedEmail(event, place.state === "waiting", reason), { dedupeKey, at });
}

async function addressOf(tx: Tx, enrolmentId: string): Promise<string> {
  const { user } = await tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: { user: { select: { email: true } } },
  });
  return user.email;
}

/**
 * Tells these participants, and whoever runs the event unless it is who does this; nobody whose access has ended.
 * Answers how many participants.
 */
export async function tellThem(
  tx: Tx,
  event: LockedEvent,
  enrolmentIds: Iterable<string>,
  letter: { step: string; message: (staff: boolean) => Message; by: string; usefulUntil?: Date },
  at: Date,
): Promise<number> {
  const people = await tx.enrolment.findMany({
    where: { id: { in: [...enrolmentIds] }, state: "active", user: { accessEndedAt: null } },
    select: { id: true, user: { select: { email: true } } },
    orderBy: { id: "asc" },
  });
  const options = { at, ...(letter.usefulUntil ? { usefulUntil: letter.usefulUntil } : {}) };
  const mine = letter.message(false);
  for (const { id, user } of people) {
    const dedupeKey = keyOf(event.id, `${letter.step}:${id}`);
    await queueEmail(tx, user.email, mine, { ...options, dedupeKey });
  }
  const runs = event.facilitatorId && event.facilitatorId !== letter.by ? event.facilitatorId : null;
  const facilitator = runs
    ? await tx.user.findUnique({ where: { id: runs, accessEndedAt: null }, select: { email: true } })
    : null;
  if (facilitator) {
    const dedupeKey = keyOf(event.id, `${letter.step}:facilitator`);
    await queueEmail(tx, facilitator.email, letter.message(true), { ...options, dedupeKey });
  }
  return people.length;
}
