import "server-only";
import type { Tx } from "../db";

/** The participants' rows of milestones that a cohort gains or loses, inside the step that changes its route map. */

export async function addMilestoneRows(tx: Tx, cohortId: string, milestoneIds: string[]): Promise<void> {
  if (milestoneIds.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "EnrolmentMilestone" ("enrolmentId", "milestoneId")
    SELECT e.id, m.id FROM "Enrolment" e CROSS JOIN unnest(${milestoneIds}::uuid[]) AS m(id)
    WHERE e."cohortId" = ${cohortId}::uuid`;
}

/** Fails, by the database's word, where anything is recorded. */
export async function dropMilestoneRows(tx: Tx, milestoneIds: string[]): Promise<void> {
  if (milestoneIds.length === 0) return;
  await tx.enrolmentMilestone.deleteMany({ where: { milestoneId: { in: milestoneIds } } });
}
