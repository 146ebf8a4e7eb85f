import { type Actor, hasRole, isAdministrator } from "../auth/actor";

/**
 * Cohort managers and administrators hold webinars: any of them, because those who come have no cohort yet. They see
 * who registered.
 */
export function canHold(actor: Actor): boolean {
  return isAdministrator(actor) || hasRole(actor, "cohort_manager");
}
