import "server-only";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { type LockedEvent, lockedEvent } from "./locked";
import { PLACE, type Place } from "./place-rows";

/**
 * The event, with its milestone's others locked, and what the viewer has there as a participant of its cohort.
 * @throws NotFound for somebody who is not in the cohort, WrongState for one who is not active any more
 */
export async function ownPlaceAt(
  tx: Tx,
  actor: Actor,
  eventId: string,
): Promise<{ event: LockedEvent; enrolmentId: string; here: Place | null }> {
  if (!isId(eventId)) throw new NotFound();
  const enrolment = await tx.enrolment.findFirst({
    where: { userId: actor.userId, cohort: { events: { some: { id: eventId } } } },
    select: { id: true, state: true },
  });
  if (!enrolment) throw new NotFound();
  if (enrolment.state !== "active") {
    throw new WrongState("Only active participants choose places. Write to us if that is not right.");
  }
  const event = await lockedEvent(tx, eventId);
  const here = await tx.eventPlace.findFirst({
    where: { eventId, enrolmentId: enrolment.id, state: { not: "given_up" } },
    select: PLACE,
  });
  return { event, enrolmentId: enrolment.id, here };
}
