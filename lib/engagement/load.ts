import "server-only";
import type { PlainDate } from "../dates";
import { readRows, type Tx } from "../db";
import type { EnrolmentState } from "../enrolments/schema";
import { Prisma } from "../generated/prisma/client";
import { type PersonalRead, personalRead } from "../personal-read";
import { changeRows } from "./change-rows";
import { type MilestoneRow, milestoneRows, progressOf } from "./milestone-rows";
import type { Change, Engagement, MyMilestone, ParticipantOverview } from "./schema";

export type EnrolmentFacts = ParticipantOverview["enrolment"] & { thresholdPercent: number };

/** Another enrolment of the same person, to go to. */
export type OtherEnrolment = { cohortId: string; cohortName: string; shortName: string };

/** All that a participant's pages are made from, in the database's own words. */
export type Participation = {
  enrolment: EnrolmentFacts;
  /** The viewer's other enrolments. */
  others: OtherEnrolment[];
  milestones: MilestoneRow[];
  changes: Change[];
};

/**
 * A person's enrolment, the latest that is active, else the latest of all; with a milestone, the one that has it; with
 * a cohort, the one in it. Nothing when there is none.
 * @param view what is to be made of it
 */
export function participationRead<T>(
  at: Date,
  wanted: { milestoneId?: string; cohortId?: string | undefined },
  view: (found: Participation) => T,
): PersonalRead<T> {
  const { milestoneId = null, cohortId = null } = wanted;
  const enrolmentId = Prisma.sql`chosen.id`;
  const sql = (userId: Prisma.Sql) => Prisma.sql`(
    WITH mine AS (
      SELECT e.id, e.state, e."fullName", e."peerGroupId", e."enrolledAt", g.name AS "groupName",
        c.id AS "cohortId", c.name AS "cohortName", p."shortName", p."engagementThresholdPercent" AS "thresholdPercent",
        json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'startsOn', c."startsOn") AS cohort,
        json_build_object('slug', p.slug, 'shortName', p."shortName", 'title', p.title,
          'durationMonths', p."durationMonths", 'learningMinutes', p."learningMinutes") AS programme
      FROM "Enrolment" e
      JOIN "Cohort" c ON c.id = e."cohortId"
      JOIN "Programme" p ON p.id = c."programmeId"
      LEFT JOIN "PeerGroup" g ON g.id = e."peerGroupId"
      WHERE e."userId" = ${userId}
    ), chosen AS (
      SELECT * FROM mine
      WHERE (${cohortId}::text IS NULL OR "cohortId"::text = ${cohortId}::text)
        AND (${milestoneId}::uuid IS NULL OR EXISTS (
          SELECT 1 FROM "EnrolmentMilestone" em
          WHERE em."enrolmentId" = mine.id AND em."milestoneId" = ${milestoneId}::uuid))
      ORDER BY (state = 'active') DESC, "enrolledAt" DESC
      LIMIT 1
    )
    SELECT json_build_object(
      'enrolment', json_build_object('id', id, 'state', state, 'fullName', "fullName", 'groupName', "groupName",
        'cohort', cohort, 'programme', programme, 'thresholdPercent', "thresholdPercent"),
      'others', (SELECT coalesce(json_agg(json_build_object(
          'cohortId', "cohortId", 'cohortName', "cohortName", 'shortName', "shortName")
          ORDER BY (state = 'active') DESC, "enrolledAt" DESC), '[]')
        FROM mine WHERE mine.id <> chosen.id),
      'milestones', ${milestoneRows(enrolmentId, at)},
      'changes', ${changeRows(enrolmentId, userId)})
    FROM chosen)`;
  return personalRead(sql, view);
}

/**
 * All milestones of an enrolment with their states, and its engagement, on a day. One query; `tx` for a verb that has
 * to know inside its transaction.
 */
export async function loadMilestones(
  enrolment: { id: string; thresholdPercent: number; state?: EnrolmentState },
  today: PlainDate,
  at: Date,
  tx?: Tx,
): Promise<{ milestones: MyMilestone[]; engagement: Engagement }> {
  const { id, thresholdPercent, state } = enrolment;
  const rows = milestoneRows(Prisma.sql`${id}::uuid`, at);
  const statement = Prisma.sql`SELECT ${rows} AS milestones`;
  type Row = { milestones: MilestoneRow[] };
  const [row] = tx ? await tx.$queryRaw<Row[]>(statement) : await readRows<Row>(statement);
  return progressOf(row?.milestones ?? [], today, thresholdPercent, state);
}
