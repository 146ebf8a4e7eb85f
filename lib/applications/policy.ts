import { type Actor, managedCohorts } from "../auth/actor";
import type { Prisma } from "../generated/prisma/client";

/** Who may see and decide an application. */

/** Applicants see their own, whatever its state. */
export function isOwn(actor: Actor, application: { userId: string }): boolean {
  return application.userId === actor.userId;
}

/** What of the applications staff may see: those sent, in the cohorts they manage, and never their own. */
export function staffScope(actor: Actor): Prisma.ApplicationWhereInput {
  const cohorts = managedCohorts(actor);
  return {
    submittedAt: { not: null },
    userId: { not: actor.userId },
    ...(cohorts === "all" ? {} : { cohortId: { in: cohorts } }),
  };
}

/**
 * The drafts whose applicants may be reminded to send them: of the cohorts staff manage, never their own. Nothing of a
 * draft is theirs to read but whose it is.
 */
export function draftScope(actor: Actor): Prisma.ApplicationWhereInput {
  const cohorts = managedCohorts(actor);
  return {
    state: "draft",
    userId: { not: actor.userId },
    user: { accessEndedAt: null },
    ...(cohorts === "all" ? {} : { cohortId: { in: cohorts } }),
  };
}
