import { type Actor, hasRole, managedCohorts, managesCohort } from "../auth/actor";
import type { EnrolmentState } from "../enrolments/schema";
import type { Prisma } from "../generated/prisma/client";

/** Groups of cohorts one manages, and those one facilitates: the scope of every staff query here. */
export function staffGroupScope(actor: Actor): Prisma.PeerGroupWhereInput {
  const cohorts = managedCohorts(actor);
  if (cohorts === "all") return {};
  const own = hasRole(actor, "facilitator") ? [{ facilitatorId: actor.userId }] : [];
  return { OR: [{ cohortId: { in: cohorts } }, ...own] };
}

/** True for the group's facilitator while they hold that role. */
export function facilitates(actor: Actor, group: { facilitatorId: string | null }): boolean {
  return hasRole(actor, "facilitator") && group.facilitatorId === actor.userId;
}

/** The group's facilitator and whoever manages its cohort see the group as staff do. */
export function canSeeGroup(
  actor: Actor,
  group: { facilitatorId: string | null; cohortId: string },
): boolean {
  return facilitates(actor, group) || managesCohort(actor, group.cohortId);
}

/** Those who see their own group: whoever withdrew or moved to another cohort has left it. */
export const IN_GROUP: EnrolmentState[] = ["active", "deferred", "completed"];
