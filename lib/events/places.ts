import "server-only";
import { recordAudit } from "../audit/record";
import type { Tx } from "../db";
import { type LockedEvent, lockedEvent } from "./locked";
import { type By, choicesOf, PLACE, type Place } from "./place-rows";
import { allows, eventState } from "./states";
import { type Told, tellPlace } from "./tell";

/**
 * Places by choice, and the waiting list behind them. Everything here runs in the transaction of a verb that has
 * authorised and holds the milestone's events (locked.ts).
 */

/** Holds whoever clicks when: false when no place is left. */
async function takeOne(tx: Tx, eventId: string): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE "Event" SET "placesTaken" = "placesTaken" + 1
    WHERE id = ${eventId}::uuid AND "cancelledAt" IS NULL
      AND ("capacity" IS NULL OR "placesTaken" < "capacity")`;
  return taken === 1;
}

/**
 * Gives the person a place at the event, if there is one, in the stead of any other that they hold for the milestone:
 * the old one is given up in the same moment, and goes to whoever waits for it. False when there is none, and then
 * nothing has changed. A turn on this event's waiting list becomes the place.
 */
export async function holdPlace(
  tx: Tx,
  event: LockedEvent,
  { enrolmentId, told }: { enrolmentId: string; told: Told },
  by: By,
  at: Date,
): Promise<boolean> {
  if (!(await takeOne(tx, event.id))) return false;
  const { held, waiting } = await choicesOf(tx, event.milestoneId, enrolmentId);
  const freed = held ? await endPlace(tx, held, { reason: "" }, by, at) : null;
  const turn = waiting?.eventId === event.id ? waiting : null;
  const made = turn
    ? await tx.eventPlace.update({
        where: { id: turn.id, state: "waiting" },
        data: { state: "held", heldAt: at },
        select: PLACE,
      })
    : await tx.eventPlace.create({
        data: {
          eventId: event.id,
          milestoneId: event.milestoneId,
          enrolmentId,
          kind: "choice",
          state: "held",
          askedAt: at,
          askedById: by?.userId ?? null,
          heldAt: at,
        },
        select: PLACE,
      });
  const fact = {
    action: "place.held",
    subjectType: "event_place",
    subjectId: made.id,
    cohortId: event.cohortId,
  };
  const after = { eventId: event.id, enrolmentId, ...(held ? { insteadOf: held.eventId } : {}) };
  await recordAudit(tx, by, { ...fact, after }, at);
  await tellPlace(tx, event, made, told, at);
  if (freed) await promoteWaiting(tx, freed, at);
  return true;
}

/** Puts the person at the end of the event's waiting list; a turn elsewhere for the same milestone ends. */
export async function joinWaiting(
  tx: Tx,
  event: LockedEvent,
  enrolmentId: string,
  by: By,
  at: Date,
): Promise<void> {
  const { waiting } = await choicesOf(tx, event.milestoneId, enrolmentId);
  if (waiting) await endPlace(tx, waiting, { reason: "" }, by, at);
  const last = await tx.eventPlace.aggregate({
    where: { eventId: event.id, state: "waiting" },
    _max: { waitingOrder: true },
  });
  const { id } = await tx.eventPlace.create({
    data: {
      eventId: event.id,
      milestoneId: event.milestoneId,
      enrolmentId,
      kind: "choice",
      state: "waiting",
      askedAt: at,
      askedById: by?.userId ?? null,
      waitingOrder: (last._max.waitingOrder ?? 0) + 1,
    },
    select: { id: true },
  });
  const fact = {
    action: "place.waiting",
    subjectType: "event_place",
    subjectId: id,
    cohortId: event.cohortId,
  };
  await recordAudit(tx, by, { ...fact, after: { eventId: event.id, enrolmentId } }, at);
}

/**
 * Ends a place or a turn. Answers the event that has a place free now, for `promoteWaiting`; null for a turn.
 * The caller promotes, once all that belongs to its own step is done.
 */
export async function endPlace(
  tx: Tx,
  place: Place,
  { reason }: { reason: string },
  by: By,
  at: Date,
): Promise<LockedEvent | null> {
  await tx.eventPlace.update({
    where: { id: place.id, state: place.state },
    data: { state: "given_up", endedAt: at, endedById: by?.userId ?? null, endedReason: reason },
  });
  const event = await lockedEvent(tx, place.eventId);
  if (place.state === "held") {
    await tx.event.update({
      where: { id: event.id, placesTaken: { gt: 0 } },
      data: { placesTaken: { decrement: 1 } },
    });
  }
  const fact = { action: "place.given_up", subjectType: "event_place", subjectId: place.id };
  const before = { state: place.state };
  const after = { eventId: place.eventId, enrolmentId: place.enrolmentId, withReason: reason !== "" };
  await recordAudit(tx, by, { ...fact, cohortId: event.cohortId, before, after }, at);
  return place.state === "held" ? event : null;
}

/**
 * Gives free places to those who wait, in order, and tells them. Whoever holds a place elsewhere moves, and that place
 * goes on to whoever waits there; once the choice is over nobody is moved any more, since they have made their plans.
 */
export async function promoteWaiting(tx: Tx, event: LockedEvent, at: Date): Promise<void> {
  const state = eventState(event, at);
  if (!allows("place", state)) return;
  const waiting = await tx.eventPlace.findMany({
    where: { eventId: event.id, state: "waiting", enrolment: { state: "active" } },
    select: { enrolmentId: true },
    orderBy: [{ waitingOrder: "asc" }, { askedAt: "asc" }, { id: "asc" }],
  });
  for (const { enrolmentId } of waiting) {
    const { held, waiting: turn } = await choicesOf(tx, event.milestoneId, enrolmentId);
    // A place that this has freed elsewhere may have come round to them already.
    if (turn?.eventId !== event.id) continue;
    if (held && state !== "open") continue;
    if (!(await holdPlace(tx, event, { enrolmentId, told: "promoted" }, null, at))) return;
  }
}
