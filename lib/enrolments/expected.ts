import "server-only";
import type { Tx } from "../db";
import { Prisma } from "../generated/prisma/client";

/**
 * The one rule of who is expected at an event, for every list, register, reminder and calendar. Where places are
 * chosen, those who hold one; at a group's session, its members who have not said that they cannot come, and guests
 * who hold a place; else the whole cohort. A cancelled event expects nobody. Whether somebody is active is for the
 * caller to say: a register asks for the active, a participant's own list for all but the withdrawn.
 */

/**
 * The enrolments expected at an event, as a table with the one column `id` and nobody twice:
 * `JOIN LATERAL ${expectedOf(Prisma.sql`v`)} who ON true`.
 * @param event how the statement names the row of "Event"
 */
export function expectedOf(event: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT e.id FROM "Enrolment" e
    WHERE ${event}."cancelledAt" IS NULL AND NOT ${event}."byChoice" AND ${event}."peerGroupId" IS NULL
      AND e."cohortId" = ${event}."cohortId"
    UNION ALL
    SELECT e.id FROM "Enrolment" e
    WHERE ${event}."cancelledAt" IS NULL AND e."peerGroupId" = ${event}."peerGroupId"
      AND NOT EXISTS (
        SELECT 1 FROM "EventApology" sorry
        WHERE sorry."eventId" = ${event}.id AND sorry."enrolmentId" = e.id AND sorry."withdrawnAt" IS NULL)
    UNION ALL
    SELECT e.id FROM "EventPlace" p JOIN "Enrolment" e ON e.id = p."enrolmentId"
    WHERE ${event}."cancelledAt" IS NULL AND p."eventId" = ${event}.id AND p.state = 'held'
      AND (${event}."byChoice" OR e."peerGroupId" IS DISTINCT FROM ${event}."peerGroupId"))`;
}

/** True for an enrolment that is expected: the same rule as a condition. @param enrolmentId as the statement has it */
export function isExpected(event: Prisma.Sql, enrolmentId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM ${expectedOf(event)} expected WHERE expected.id = ${enrolmentId})`;
}

/** How many active participants each of these events expects; one that expects nobody is left out. One query. */
export async function expectedCounts(tx: Tx, eventIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    SELECT v.id::text AS id, count(*)::int AS count
    FROM "Event" v
    JOIN LATERAL ${expectedOf(Prisma.sql`v`)} who ON true
    JOIN "Enrolment" a ON a.id = who.id AND a.state = 'active'
    WHERE v.id = ANY(${eventIds}::uuid[])
    GROUP BY v.id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/**
 * Who is expected at one event, and who is not because they have said that they cannot come, with what they said. Whoever has said so may
 * turn up all the same, and can then be marked. Of everybody, or only of these enrolments. One query.
 */
export async function attendance(
  tx: Tx,
  eventId: string,
  of?: readonly string[],
): Promise<{ expected: Set<string>; sorry: Map<string, string> }> {
  const only = of ? Prisma.sql`AND who.id = ANY(${[...of]}::uuid[])` : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string; note: string | null }[]>`
    SELECT who.id::text AS id, NULL AS note
    FROM "Event" v JOIN LATERAL ${expectedOf(Prisma.sql`v`)} who ON true
    WHERE v.id = ${eventId}::uuid ${only}
    UNION ALL
    SELECT who."enrolmentId"::text, who.note FROM "EventApology" who
    WHERE who."eventId" = ${eventId}::uuid AND who."withdrawnAt" IS NULL`;
  return {
    expected: new Set(rows.filter(({ note }) => note === null).map(({ id }) => id)),
    sorry: new Map(rows.flatMap(({ id, note }) => (note === null ? [] : [[id, note] as const]))),
  };
}
