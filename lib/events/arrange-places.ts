import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { wakeOutbox } from "../email/wake";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { type LockedEvent, lockedEvent, managedEvent, mustAllow } from "./locked";
import { choicesOf, forgetNeedsWithoutPlace, PLACE, type Place } from "./place-rows";
import { endPlace, holdPlace, promoteWaiting } from "./places";
import { tellRemoved } from "./tell";

/** What staff do with places: each is audited, and told to the person. For the cohort's managers and administrators. */

/**
 * Gives somebody a place, out of turn, also after the choice is over; a place they hold at another event of the
 * milestone is given up for it.
 * @throws NotFound for everybody else and for a foreign participant, WrongState when no place is free
 */
export async function givePlace(
  actor: Actor,
  { eventId, enrolmentId }: { eventId: string; enrolmentId: string },
  at: Date,
): Promise<void> {
  if (!isId(enrolmentId)) throw new NotFound();
  await inTransaction(async (tx) => {
    const event = await managedEvent(tx, actor, { eventId, move: "place" }, at);
    const { cohortId } = event;
    const person = await tx.enrolment.findFirst({
      where: { id: enrolmentId, cohortId },
      select: { state: true },
    });
    if (!event.byChoice || !person) throw new NotFound();
    if (person.state !== "active") throw new WrongState("Only active participants can have a place.");
    const { held } = await choicesOf(tx, event.milestoneId, enrolmentId);
    if (held?.eventId === eventId) return;
    if (!(await holdPlace(tx, event, { enrolmentId, told: "given" }, actor, at)))
      throw new WrongState("No place is free. Raise the number of places, or take somebody’s back first.");
  });
  wakeOutbox();
}

/** Takes a place or a turn away, with a reason that the person is told; whoever waits first has the place at once. */
export async function removePlace(
  actor: Actor,
  { placeId, reason }: { placeId: string; reason: string },
  at: Date,
): Promise<string> {
  const eventId = await inTransaction(async (tx) => {
    const { event, place } = await managedPlace(tx, actor, placeId);
    if (place.state === "given_up") return event.id;
    mustAllow(event, "place", at);
    const freed = await endPlace(tx, place, { reason }, actor, at);
    await forgetNeedsWithoutPlace(tx, event.milestoneId, place.enrolmentId);
    await tellRemoved(tx, event, place, reason, at);
    if (freed) await promoteWaiting(tx, freed, at);
    return event.id;
  });
  wakeOutbox();
  return eventId;
}

/** Puts somebody elsewhere on the waiting list: `turn` 1 is the first, one too large the last. */
export async function moveTurn(
  actor: Actor,
  { placeId, turn }: { placeId: string; turn: number },
  at: Date,
): Promise<string> {
  return inTransaction(async (tx) => {
    const { event, place } = await managedPlace(tx, actor, placeId);
    if (place.state !== "waiting") throw new WrongState("They are not on the waiting list any more.");
    mustAllow(event, "place", at);
    const rows = await tx.eventPlace.findMany({
      where: { eventId: event.id, state: "waiting" },
      select: { id: true },
      orderBy: [{ waitingOrder: "asc" }, { askedAt: "asc" }, { id: "asc" }],
    });
    const others = rows.map(({ id }) => id).filter((id) => id !== placeId);
    const ids = others.toSpliced(turn - 1, 0, placeId);
    await tx.$executeRaw`
      UPDATE "EventPlace" p SET "waitingOrder" = o.turn
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS o(id, turn) WHERE p.id = o.id`;
    const fact = { action: "place.turn_moved", subjectType: "event_place", subjectId: placeId };
    const [from, to] = [rows.findIndex(({ id }) => id === placeId), ids.indexOf(placeId)].map((at) => at + 1);
    await recordAudit(
      tx,
      actor,
      { ...fact, cohortId: event.cohortId, before: { turn: from }, after: { turn: to } },
      at,
    );
    return event.id;
  });
}

async function managedPlace(
  tx: Tx,
  actor: Actor,
  placeId: string,
): Promise<{ event: LockedEvent; place: Place }> {
  if (!isId(placeId)) throw new NotFound();
  const where = { id: placeId, kind: "choice" } as const;
  const found = await tx.eventPlace.findFirst({ where, select: PLACE });
  if (!found) throw new NotFound();
  const event = await lockedEvent(tx, found.eventId);
  if (!managesCohort(actor, event.cohortId)) throw new NotFound();
  // Read again under the lock: it may have ended meanwhile.
  return { event, place: await tx.eventPlace.findFirstOrThrow({ where, select: PLACE }) };
}
