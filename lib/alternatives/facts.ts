import "server-only";
import type { Actor } from "../auth/actor";
import type { db } from "../db";
import { isExpected } from "../enrolments/expected";
import { Prisma } from "../generated/prisma/client";
import type { ItemKind } from "../route-map/schema";
import type { ProposalFacts } from "./states";

export type Proposable = ProposalFacts & {
  enrolmentId: string;
  cohortId: string;
  programmeId: string;
  kind: ItemKind;
};

/** What a proposal for one of the viewer's milestones hangs on; undefined when it is not theirs. One query. */
export async function proposable(
  tx: Pick<typeof db, "$queryRaw">,
  actor: Actor,
  milestoneId: string,
  at: Date,
): Promise<Proposable | undefined> {
  const [found] = await tx.$queryRaw<Proposable[]>`
    SELECT e.id AS "enrolmentId", e."cohortId", c."programmeId", m.kind::text AS kind,
      e.state::text AS "enrolmentState", m.counts, em.required, em."completedAt" IS NOT NULL AS completed,
      coalesce(m.minutes, 0) AS minutes, em."minutesRecorded" AS recorded,
      to_char(m."closesOn", 'YYYY-MM-DD') AS "closesOn",
      (SELECT to_char(g."closesOn", 'YYYY-MM-DD') FROM "Milestone" g
        WHERE g."cohortId" = m."cohortId" AND g.kind = 'engagement_threshold' ORDER BY g.number LIMIT 1) AS until,
      (EXISTS (SELECT 1 FROM "EngagementRecord" r
          WHERE r."enrolmentId" = e.id AND r."milestoneId" = m.id AND r.source = 'attendance_register'
            AND NOT r.completes AND NOT EXISTS (SELECT 1 FROM "EngagementRecord" s WHERE s."supersedesId" = r.id))
        OR EXISTS (SELECT 1 FROM "Event" v WHERE v."milestoneId" = m.id AND v."endsAt" < ${at}
          AND (EXISTS (SELECT 1 FROM "EventApology" sorry
              WHERE sorry."eventId" = v.id AND sorry."enrolmentId" = e.id AND sorry."withdrawnAt" IS NULL)
            OR (EXISTS (SELECT 1 FROM "EngagementRecord" r WHERE r."eventId" = v.id)
              AND ${isExpected(Prisma.sql`v`, Prisma.sql`e.id`)})))) AS missed
    FROM "EnrolmentMilestone" em
    JOIN "Enrolment" e ON e.id = em."enrolmentId"
    JOIN "Cohort" c ON c.id = e."cohortId"
    JOIN "Milestone" m ON m.id = em."milestoneId"
    WHERE em."milestoneId" = ${milestoneId}::uuid AND e."userId" = ${actor.userId}::uuid`;
  return found;
}

/** The minutes of a milestone that are still missing. */
export const missing = ({ minutes, recorded }: Pick<ProposalFacts, "minutes" | "recorded">): number =>
  Math.max(0, minutes - recorded);
