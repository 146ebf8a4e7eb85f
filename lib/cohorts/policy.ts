import { type Actor, hasRole, isAdministrator, managedCohorts } from "../auth/actor";
import type { Prisma } from "../generated/prisma/client";

/** Administrators and cohort managers start cohorts; a manager who starts one manages it. */
export function canStartCohort(actor: Actor): boolean {
  return isAdministrator(actor) || hasRole(actor, "cohort_manager");
}

/** What of the cohorts a person may see as staff: all for an administrator, a manager's own for a manager. */
export function cohortScope(actor: Actor): Prisma.CohortWhereInput {
  const managed = managedCohorts(actor);
  return managed === "all" ? {} : { id: { in: managed } };
}
