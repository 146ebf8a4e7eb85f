import { type Actor, hasRole, managesCohort } from "../auth/actor";

/**
 * Who reads what a participant sent: those who manage the cohort, and the facilitator of the participant's own peer
 * learning group. Nobody reads a draft but its writer.
 */
export function canReadAudits(
  actor: Actor,
  enrolment: { cohortId: string; facilitatorId: string | null },
): boolean {
  if (managesCohort(actor, enrolment.cohortId)) return true;
  return hasRole(actor, "facilitator") && enrolment.facilitatorId === actor.userId;
}
