import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { db, inTransaction } from "../db";
import { NotFound } from "../errors";
import { isId } from "../ids";
import { holdTallies, retally } from "./tally";

const BATCH = 200;

/**
 * Makes all of a cohort's tallies again from the records, a batch of participants a transaction, and answers how
 * many were wrong: none, unless somebody wrote to the database by hand. For the cohort's managers and
 * administrators.
 */
export async function recount(actor: Actor, cohortId: string, at: Date): Promise<number> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) throw new NotFound();
  const enrolments = await db.enrolment.findMany({
    where: { cohortId },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let wrong = 0;
  for (let from = 0; from < enrolments.length; from += BATCH) {
    const ids = enrolments.slice(from, from + BATCH).map(({ id }) => id);
    wrong += await inTransaction(async (tx) => {
      const where = { enrolmentId: { in: ids } };
      const pairs = await tx.enrolmentMilestone.findMany({
        where,
        select: { enrolmentId: true, milestoneId: true },
      });
      await holdTallies(tx, pairs);
      return retally(tx, pairs);
    });
  }
  const fact = {
    action: "engagement.recounted",
    subjectType: "cohort",
    subjectId: cohortId,
    cohortId,
    after: { wrong },
  };
  await inTransaction((tx) => recordAudit(tx, actor, fact, at));
  return wrong;
}
