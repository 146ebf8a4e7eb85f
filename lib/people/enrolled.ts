import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { db } from "../db";
import { isId } from "../ids";

/** The name of a participant of a cohort that the actor manages; null for anybody else. One query. */
export async function enrolledName(actor: Actor, cohortId: string, id: string): Promise<string | null> {
  if (!isId(id) || !isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const enrolment = await db.enrolment.findFirst({ where: { id, cohortId }, select: { fullName: true } });
  return enrolment?.fullName ?? null;
}
