import "server-only";
import type { PlainDate } from "../dates";
import { dateColumn } from "../dates";
import type { Tx } from "../db";
import type { EnrolmentState } from "../enrolments/schema";
import type { ItemKind } from "../route-map/schema";
import type { RecordSource } from "./schema";

/**
 * How records come into being, one or thousands: lock the tallies, write the facts, count again. All in the
 * caller's transaction, so that a tally never says other than its live records do.
 */

export type Pair = { enrolmentId: string; milestoneId: string };

export type NewRecord = Pair & {
  /** Where the caller has to know it; otherwise the database's word. */
  id?: string;
  minutes: number;
  /** True when the item is done by this record, whatever the minutes come to. */
  completes: boolean;
  source: RecordSource;
  happenedOn: PlainDate;
  note?: string | null;
  eventId?: string | null;
  /** Who recorded it: somebody with an account, or else the mentor. The database wants exactly one. */
  recordedById?: string | null;
  mentorId?: string | null;
  supersedesId?: string | null;
  formKey?: string | null;
};

/** A tally as it was found under the lock, with what verbs check before they write. */
export type Held = Pair & {
  userId: string;
  state: EnrolmentState;
  cohortId: string;
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
 */
export async function holdTallies(tx: Tx, pairs: readonly Pair[]): Promise<Held[]> {
  const [enrolments, milestones] = columns(pairs);
  return tx.$queryRaw<Held[]>`
    SELECT em."enrolmentId", em."milestoneId", e."userId", e.state::text AS state, e."cohortId",
      to_char(c."startsOn", 'YYYY-MM-DD') AS "startsOn", m.kind::text AS kind, m.minutes,
      to_char(m."opensOn", 'YYYY-MM-DD') AS "opensOn", em."completedAt" IS NOT NULL AS completed,
      em."minutesRecorded"
    FROM "EnrolmentMilestone" em
    JOIN unnest(${enrolments}::uuid[], ${milestones}::uuid[]) AS p(e, m) ON p.e = em."enrolmentId" AND p.m = em."milestoneId"
    JOIN "Enrolment" e ON e.id = em."enrolmentId"
    JOIN "Cohort" c ON c.id = e."cohortId"
    JOIN "Milestone" m ON m.id = em."milestoneId"
    ORDER BY em."enrolmentId", em."milestoneId"
    FOR UPDATE OF em FOR SHARE OF e`;
}

/** Writes records whose tallies are held, and counts those tallies again. */
export async function writeRecords(tx: Tx, records: readonly NewRecord[], at: Date): Promise<void> {
  if (records.length === 0) return;
  await tx.engagementRecord.createMany({
    data: records.map((record) => ({ ...record, happenedOn: dateColumn(record.happenedOn), recordedAt: at })),
  });
  await retally(tx, records);
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
