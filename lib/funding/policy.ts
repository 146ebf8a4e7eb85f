import { type Actor, hasRole, isAdministrator } from "../auth/actor";

/**
 * Who keeps what decides about funding. Notices, rules and delivery partners of a programme: administrators, and the
 * managers of its cohorts (`editable` in lib/programmes/policy.ts). The lists of schools and trusts belong to no
 * programme: administrators and every cohort manager.
 */
export function canKeepLists(actor: Actor): boolean {
  return isAdministrator(actor) || hasRole(actor, "cohort_manager");
}
