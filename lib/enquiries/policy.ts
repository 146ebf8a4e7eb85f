import { type Actor, hasRole, isAdministrator } from "../auth/actor";

/**
 * Cohort managers and administrators read and answer enquiries: any of them, because somebody who asks has no
 * cohort yet.
 */
export function canAnswer(actor: Actor): boolean {
  return isAdministrator(actor) || hasRole(actor, "cohort_manager");
}
