import "server-only";
import type { PlainDate } from "../dates";
import type { Tx } from "../db";
import { lineOf } from "../enrolments/line";
import type { EnrolmentState } from "../enrolments/schema";
import { Prisma } from "../generated/prisma/client";
import type { ItemKind } from "../route-map/schema";

/**
 * What a participant's records of a milestone come to, kept beside them: locked before they are written, counted again
 * after. All in the caller's transaction, so that a tally never says other than its live records do.
 */

export type Pair = { enrolmentId: string; milestoneId: string };

/** A tally as it was found under the lock, with what verbs check before they write. */
export type Held = Pair & {
  userId: string;
  state: EnrolmentState;
  cohortId: string;
  /** When their programme started: of who goes on from an earlier cohort, that one. */
  startsOn: PlainDate;
  kind: ItemKind;
  minutes: number | null;
  opensOn: PlainDate | null;
  completed: boolean;
  minutesRecorded: number;
};

/**
 * Locks the tallies of these pairs, in one order for everybody so that no two writers wait for each other, and
 * keeps the enrolments' states as they are until the end of the transaction. Pairs that do not exist are left out.
 * What is asked of a milestone is read once they are locked: whoever changes it counts the tallies again under the same
 * locks, and what stood before may be over by the time that they are ours.
 */
export async function holdTallies(tx: Tx, pairs: readonly Pair[]): Promise<Held[]> {
  const [enrolments, milestones] = columns(pairs);
  const asked = Prisma.sql`
    JOIN unnest(${enrolments}::uuid[], ${milestones}::uuid[]) AS p(e, m)
      ON p.e = em."enrolmentId" AND p.m = em."milestoneId"
    JOIN "Enrolment" e ON e.id = em."enrolmentId"`;
  await tx.$queryRaw`
    SELECT 1 FROM "EnrolmentMilestone" em ${asked}
    ORDER BY em."enrolmentId", em."milestoneId"
    FOR UPDATE OF em FOR SHARE OF e`;
  return tx.$queryRaw<Held[]>`
    SELECT em."enrolmentId", em."milestoneId", e."userId", e.state::text AS state, e."cohortId",
      to_char(CASE WHEN e."continuesId" IS NULL THEN c."startsOn" ELSE (
        SELECT min(first."startsOn") FROM ${lineOf(Prisma.sql`e.id`)} line
        JOIN "Cohort" first ON first.id = line."cohortId") END, 'YYYY-MM-DD') AS "startsOn",
      m.kind::text AS kind, m.minutes, to_char(m."opensOn", 'YYYY-MM-DD') AS "opensOn",
      em."completedAt" IS NOT NULL AS completed, em."minutesRecorded"
    FROM "EnrolmentMilestone" em ${asked}
    JOIN "Cohort" c ON c.id = e."cohortId"
    JOIN "Milestone" m ON m.id = em."milestoneId"
    ORDER BY em."enrolmentId", em."milestoneId"`;
}

/**
 * Makes the tallies of these pairs from their live records, and answers how many were other than they should be.
 * Minutes are the sum; a milestone is complete from the first record that completes it or with which the sum
 * reaches its minutes; it is credited when a credit completes it.
 */
export async function retally(tx: Tx, pairs: readonly Pair[]): Promise<number> {
  const [enrolments, milestones] = columns(pairs);
  return tx.$executeRaw`
    WITH pair AS (
      SELECT DISTINCT p.e, p.m, i.minutes AS asked
      FROM unnest(${enrolments}::uuid[], ${milestones}::uuid[]) AS p(e, m) JOIN "Milestone" i ON i.id = p.m
    ), live AS (
      SELECT r."enrolmentId", r."milestoneId", r.minutes, r.completes, r.source, r."recordedAt",
        sum(r.minutes) OVER (PARTITION BY r."enrolmentId", r."milestoneId" ORDER BY r."recordedAt", r.id) AS running
      FROM pair JOIN "EngagementRecord" r ON r."enrolmentId" = pair.e AND r."milestoneId" = pair.m
      WHERE NOT EXISTS (SELECT 1 FROM "EngagementRecord" s WHERE s."supersedesId" = r.id)
    ), counted AS (
      SELECT pair.e, pair.m, coalesce(sum(live.minutes), 0)::int AS minutes,
        min(live."recordedAt") FILTER (WHERE live.completes OR (pair.asked > 0 AND live.running >= pair.asked)) AS completed_at,
        coalesce(bool_or(live.completes AND live.source = 'credit'), false) AS credited
      FROM pair LEFT JOIN live ON live."enrolmentId" = pair.e AND live."milestoneId" = pair.m
      GROUP BY pair.e, pair.m
    )
    UPDATE "EnrolmentMilestone" em
    SET "minutesRecorded" = counted.minutes, "completedAt" = counted.completed_at, credited = counted.credited
    FROM counted
    WHERE em."enrolmentId" = counted.e AND em."milestoneId" = counted.m
      AND (em."minutesRecorded", em."completedAt", em.credited)
        IS DISTINCT FROM (counted.minutes, counted.completed_at, counted.credited)`;
}

/** The pairs as two arrays, for unnest. */
function columns(pairs: readonly Pair[]): [string[], string[]] {
  return [pairs.map(({ enrolmentId }) => enrolmentId), pairs.map(({ milestoneId }) => milestoneId)];
}
