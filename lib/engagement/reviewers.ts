import "server-only";
import { type Actor, hasRole, managedCohorts } from "../auth/actor";
import { managersOf } from "../auth/managers";
import type { Tx } from "../db";
import { isExpected } from "../enrolments/expected";
import { Prisma } from "../generated/prisma/client";
import { doneBy } from "./progress";
import type { Pair } from "./tally";

/**
 * Who may look into what is recorded of one participant's milestone: managers of the cohort; for what people meet
 * for, the facilitator of the participant's group and whoever runs an event of it that they were expected at.
 */

/**
 * That rule as a condition in SQL, for a query in which `e` is the "Enrolment" and `m` its "Milestone". Nobody may
 * look into what is recorded of themselves.
 */
export function reviewedBy(actor: Actor): Prisma.Sql {
  const managed = managedCohorts(actor);
  const { userId } = actor;
  const notOwn = Prisma.sql`e."userId" <> ${userId}::uuid`;
  if (managed === "all") return notOwn;
  const manages = Prisma.sql`e."cohortId" = ANY(${managed}::uuid[])`;
  if (!hasRole(actor, "facilitator")) return Prisma.sql`(${notOwn} AND ${manages})`;
  return Prisma.sql`(${notOwn} AND (${manages} OR (
    m.kind IN ('induction', 'residential', 'face_to_face_event', 'peer_learning_group') AND (
      EXISTS (SELECT 1 FROM "PeerGroup" g WHERE g.id = e."peerGroupId" AND g."facilitatorId" = ${userId}::uuid)
      OR EXISTS (SELECT 1 FROM "Event" v WHERE v."milestoneId" = m.id AND v."facilitatorId" = ${userId}::uuid
        AND (${isExpected(Prisma.sql`v`, Prisma.sql`e.id`)} OR EXISTS (
          SELECT 1 FROM "EngagementRecord" r WHERE r."eventId" = v.id AND r."enrolmentId" = e.id)))))))`;
}

/** True for staff who could have something to review. */
export function reviews(actor: Actor): boolean {
  const managed = managedCohorts(actor);
  return managed === "all" || managed.length > 0 || hasRole(actor, "facilitator");
}

/**
 * Whom to tell that there is something to review: the facilitator of the participant's group, for what people meet
 * for and where there is one; otherwise the cohort's managers.
 */
export async function reviewersToTell(tx: Tx, pair: Pair): Promise<{ userId: string; email: string }[]> {
  const { enrolmentId, milestoneId } = pair;
  const found = await tx.enrolmentMilestone.findUniqueOrThrow({
    where: { enrolmentId_milestoneId: { enrolmentId, milestoneId } },
    select: {
      milestone: { select: { kind: true } },
      enrolment: {
        select: {
          cohortId: true,
          userId: true,
          peerGroup: { select: { facilitator: { select: { id: true, email: true, accessEndedAt: true } } } },
        },
      },
    },
  });
  const facilitator = found.enrolment.peerGroup?.facilitator;
  const own = doneBy(found.milestone.kind) === "event" && facilitator && !facilitator.accessEndedAt;
  if (own && facilitator.id !== found.enrolment.userId)
    return [{ userId: facilitator.id, email: facilitator.email }];
  return managersOf(tx, found.enrolment.cohortId);
}
