import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import type { Tx } from "../db";
import { NotFound, StaleVersion, WrongState } from "../errors";
import { isId } from "../ids";
import { allows, type EventMove, eventState, NOT_NOW } from "./states";

const SHOWN = {
  id: true,
  cohortId: true,
  milestoneId: true,
  title: true,
  place: true,
  startsAt: true,
  endsAt: true,
  peerGroupId: true,
  facilitatorId: true,
  byChoice: true,
  capacity: true,
  placesTaken: true,
  choiceUntil: true,
  joiningUrl: true,
  instructions: true,
  cancelledAt: true,
  version: true,
} as const;

/**
 * An event as it stands. It and every other event of its milestone are locked until the end of the transaction, in one
 * order for everybody: a place given up at one may free or take one at another, and those who move places come one
 * after the other.
 * @throws NotFound
 */
export async function lockedEvent(tx: Tx, id: string) {
  if (!isId(id)) throw new NotFound();
  await tx.$queryRaw`
    SELECT 1 FROM "Event" WHERE "milestoneId" = (SELECT "milestoneId" FROM "Event" WHERE id = ${id}::uuid)
    ORDER BY id FOR UPDATE`;
  const event = await tx.event.findUnique({ where: { id }, select: SHOWN });
  if (!event) throw new NotFound();
  return event;
}
export type LockedEvent = Awaited<ReturnType<typeof lockedEvent>>;

/**
 * The same for somebody who manages the event's cohort and means to make that move.
 * @param version that of the page they saw, where the move has one
 * @throws NotFound for everybody else, StaleVersion, WrongState for a move that its state does not allow
 */
export async function managedEvent(
  tx: Tx,
  actor: Actor,
  { eventId, move, version }: { eventId: string; move: EventMove; version?: number },
  at: Date,
): Promise<LockedEvent> {
  const event = await lockedEvent(tx, eventId);
  if (!managesCohort(actor, event.cohortId)) throw new NotFound();
  if (version !== undefined && event.version !== version) throw new StaleVersion();
  mustAllow(event, move, at);
  return event;
}

/** @throws WrongState for a move that the event's state does not allow */
export function mustAllow(event: LockedEvent, move: EventMove, at: Date): void {
  if (!allows(move, eventState(event, at))) throw new WrongState(NOT_NOW[move]);
}
