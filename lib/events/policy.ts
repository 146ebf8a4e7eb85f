import { type Actor, hasRole, managedCohorts } from "../auth/actor";
import type { Prisma } from "../generated/prisma/client";

/** Events of cohorts one manages, and those one runs as a facilitator: the scope of every staff query here. */
export function staffEventScope(actor: Actor): Prisma.EventWhereInput {
  const cohorts = managedCohorts(actor);
  if (cohorts === "all") return {};
  const scopes: Prisma.EventWhereInput[] = [{ cohortId: { in: cohorts } }];
  if (hasRole(actor, "facilitator")) {
    scopes.push({ facilitatorId: actor.userId }, { peerGroup: { facilitatorId: actor.userId } });
  }
  return { OR: scopes };
}
