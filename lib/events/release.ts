import "server-only";
import { db, inTransaction } from "../db";
import { wakeOutbox } from "../email/wake";
import { lockedEvent } from "./locked";
import { forgetNeedsWithoutPlace, PLACE } from "./place-rows";
import { endPlace, promoteWaiting } from "./places";

const AT_ONCE = 50;

/**
 * Gives up places and turns, at events to come, of people who are not active any more: whoever waits first has the
 * place at once. An archived cohort's stay as they are. Timed work, safe to repeat; answers how many.
 */
export async function releasePlaces(at: Date): Promise<number> {
  const gone = await db.eventPlace.findMany({
    where: {
      state: { not: "given_up" },
      kind: "choice",
      enrolment: { state: { not: "active" } },
      event: { startsAt: { gt: at }, cancelledAt: null, cohort: { archivedAt: null } },
    },
    select: { id: true, eventId: true },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  let released = 0;
  for (const { id, eventId } of gone) {
    released += await inTransaction(async (tx) => {
      const { milestoneId } = await lockedEvent(tx, eventId);
      // Looked at again under the lock: they may be back, or gone already.
      const place = await tx.eventPlace.findFirst({
        where: { id, state: { not: "given_up" }, enrolment: { state: { not: "active" } } },
        select: PLACE,
      });
      if (!place) return 0;
      const freed = await endPlace(tx, place, { reason: "Not active any more" }, null, at);
      await forgetNeedsWithoutPlace(tx, milestoneId, place.enrolmentId);
      if (freed) await promoteWaiting(tx, freed, at);
      return 1;
    });
  }
  if (released > 0) wakeOutbox();
  return released;
}
