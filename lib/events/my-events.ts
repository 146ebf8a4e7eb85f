import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import { markOf } from "../engagement/register";
import { isExpected } from "../enrolments/expected";
import { Prisma } from "../generated/prisma/client";
import type { MyEvent } from "./schema";
import { eventTimes } from "./times";

/**
 * The events that the viewer is or was expected at as a participant, in order, past ones included, and those where a
 * register says something about them. Of a cohort where they are not active just now, have withdrawn, or have left for a
 * later one, only what a register says of them. Two queries.
 */
export async function myEvents(actor: Actor, at: Date): Promise<MyEvent[]> {
  const { userId } = actor;
  const mine = await db.$queryRaw<{ id: string }[]>`
    SELECT v.id::text AS id FROM "Enrolment" me
    JOIN "Event" v ON v."cohortId" = me."cohortId"
    WHERE me."userId" = ${userId}::uuid AND (
      me.state = 'active' AND ${isExpected(Prisma.sql`v`, Prisma.sql`me.id`)}
      OR EXISTS (SELECT 1 FROM "EngagementRecord" r WHERE r."eventId" = v.id AND r."enrolmentId" = me.id))`;
  const rows = await db.event.findMany({
    where: { id: { in: mine.map(({ id }) => id) } },
    select: {
      id: true,
      title: true,
      place: true,
      startsAt: true,
      endsAt: true,
      milestoneId: true,
      facilitator: { select: { name: true } },
      peerGroup: { select: { name: true } },
      records: {
        where: { supersededBy: null, enrolmentMilestone: { enrolment: { userId } } },
        select: { minutes: true, completes: true },
      },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ startsAt, endsAt, facilitator, peerGroup, records, ...event }) => ({
    ...event,
    day: dayInLondon(startsAt),
    when: eventTimes(startsAt, endsAt),
    groupName: peerGroup?.name ?? null,
    facilitatorName: facilitator?.name || null,
    mark: records[0] ? markOf(records[0]) : null,
    minutes: records[0]?.minutes ?? 0,
    past: endsAt < at,
  }));
}
