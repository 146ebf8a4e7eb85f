import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { wakeOutbox } from "../email/wake";
import { WrongState } from "../errors";
import { concerned } from "./change";
import { cancelledEmail } from "./emails";
import { managedEvent } from "./locked";
import { tellThem } from "./tell";

/**
 * Cancels an event, for good: its places and turns end, and everybody who was expected or waited is told, and who was
 * to run it. `message` goes into that e-mail and stands on the event's page. For the cohort's managers and
 * administrators.
 * @returns how many participants were told
 * @throws NotFound for everybody else, StaleVersion, WrongState once it has begun, is marked or is cancelled
 */
export async function cancelEvent(
  actor: Actor,
  { eventId, version, message }: { eventId: string; version: number; message: string },
  at: Date,
): Promise<number> {
  const told = await inTransaction(async (tx) => {
    const event = await managedEvent(tx, actor, { eventId, version, move: "cancel" }, at);
    if ((await tx.engagementRecord.count({ where: { eventId } })) > 0)
      throw new WrongState("The register of this event has been taken, so it cannot be cancelled.");
    const people = await concerned(tx, eventId);
    await tx.event.update({
      where: { id: eventId, version, cancelledAt: null },
      data: { cancelledAt: at, cancelledNote: message, placesTaken: 0, version: { increment: 1 } },
    });
    const ended = await tx.eventPlace.updateMany({
      where: { eventId, state: { not: "given_up" } },
      data: { state: "given_up", endedAt: at, endedReason: "The event was cancelled" },
    });
    const letter = {
      step: "cancelled",
      message: (staff: boolean) => cancelledEmail(event, message, event.byChoice && !staff, staff),
      by: actor.userId,
    };
    const count = await tellThem(tx, event, people, letter, at);
    const fact = { action: "event.cancelled", subjectType: "event", subjectId: eventId };
    const after = { told: count, placesEnded: ended.count };
    await recordAudit(tx, actor, { ...fact, cohortId: event.cohortId, after }, at);
    return count;
  });
  wakeOutbox();
  return told;
}
