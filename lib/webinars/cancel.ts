import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { wakeOutbox } from "../email/wake";
import { cancelledEmail } from "./emails";
import { webinarFor } from "./open";
import { stateOf } from "./states";
import { placesOf, tellItIsOff } from "./tell";

/**
 * Cancels a webinar, for good, and tells everybody who has a place. `message` goes into that e-mail and is kept
 * nowhere else. The public page says that it is cancelled until its time has passed.
 * @returns how many were told
 * @throws NotFound, StaleVersion, WrongState for one that is over or cancelled already
 */
export async function cancelWebinar(
  actor: Actor,
  { webinarId, version, message }: { webinarId: string; version: number; message: string },
  at: Date,
): Promise<number> {
  const told = await inTransaction(async (tx) => {
    const before = await webinarFor(tx, actor, { webinarId, version, move: "cancel" }, at);
    await tx.webinar.update({
      where: { id: webinarId, version, cancelledAt: null },
      data: { cancelledAt: at, version: { increment: 1 } },
    });
    const webinar = { ...before, version: version + 1 };
    const places = await placesOf(tx, webinarId);
    const letter = {
      step: "cancelled",
      message: cancelledEmail(webinar, message),
      sequence: webinar.version,
    };
    for (const place of places) await tellItIsOff(tx, webinar, place, letter, at);
    const fact = {
      action: "webinar.cancelled",
      subjectType: "webinar",
      subjectId: webinarId,
      before: { state: stateOf(before, at) },
      after: { state: "cancelled", told: places.length },
    };
    await recordAudit(tx, actor, fact, at);
    return places.length;
  });
  wakeOutbox();
  return told;
}
