import "server-only";
import { db, inTransaction } from "../db";
import { wakeOutbox } from "../email/wake";
import { endVisits } from "./visit";

const AT_ONCE = 50;

/**
 * Gives back the places that people who are not active any more hold as guests at sessions to come, and tells those who
 * run the sessions. An archived cohort stays as it is. Timed work, safe to repeat; answers how many people had one.
 */
export async function releaseVisits(at: Date): Promise<number> {
  const gone = await db.eventPlace.findMany({
    where: {
      kind: "guest",
      state: "held",
      enrolment: { state: { not: "active" } },
      event: { startsAt: { gt: at }, cohort: { archivedAt: null } },
    },
    select: { enrolmentId: true },
    distinct: "enrolmentId",
    orderBy: { enrolmentId: "asc" },
    take: AT_ONCE,
  });
  let released = 0;
  for (const { enrolmentId } of gone) {
    released += await inTransaction(async (tx) => {
      // Looked at again in the step itself: they may be back.
      const away = await tx.enrolment.count({ where: { id: enrolmentId, state: { not: "active" } } });
      return away > 0 && (await endVisits(tx, null, { enrolmentIds: [enrolmentId] }, at)) ? 1 : 0;
    });
  }
  if (released > 0) wakeOutbox();
  return released;
}
