import "server-only";
import type { PlainDate } from "../dates";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { ENGAGEMENT_PAGE_SIZE, type EngagementQuestion, type EngagementRow } from "./schema";

/** The people of a page of the staff's engagement list, in plain SQL. */

/** The participants of a cohort whose name or workplace has the text in it. */
export function scopeOf(cohortId: string, q: string): Prisma.Sql {
  const inCohort = Prisma.sql`e."cohortId" = ${cohortId}::uuid`;
  if (q === "") return inCohort;
  return Prisma.sql`${inCohort} AND (strpos(lower(e."fullName"), lower(${q})) > 0 OR strpos(lower(e.workplace), lower(${q})) > 0)`;
}

/** Somebody of a page; the arrays are in the order of the cohort's milestones. */
export type Person = Pick<
  EngagementRow,
  "enrolmentId" | "fullName" | "workplace" | "state" | "groupName" | "lastActivityOn"
> & {
  minutes: number[];
  completed: boolean[];
  credited: boolean[];
  required: boolean[];
  /** Minutes of the alternative activities agreed and not yet credited. */
  alternative: number[];
};

/** The people of a page, each with their tallies as arrays in the milestones' order. */
export async function pageOf(
  scope: Prisma.Sql,
  question: EngagementQuestion,
  cohortId: string,
  today: PlainDate,
): Promise<Person[]> {
  const order = question.sort === "to_date" ? Prisma.sql`(${toDateOf(today)}) ASC NULLS LAST,` : Prisma.empty;
  return db.$queryRaw<Person[]>`
    WITH page AS (
      SELECT e.id, e."fullName", e.workplace, e.state, e."peerGroupId",
        row_number() OVER (ORDER BY ${order} e."fullName", e.id) AS place
      FROM "Enrolment" e WHERE ${scope}
      ORDER BY place LIMIT ${ENGAGEMENT_PAGE_SIZE} OFFSET ${(question.page - 1) * ENGAGEMENT_PAGE_SIZE}
    )
    SELECT page.id AS "enrolmentId", page."fullName", page.workplace, page.state::text AS state, g.name AS "groupName",
      (SELECT to_char(max(r."recordedAt") AT TIME ZONE 'Europe/London', 'YYYY-MM-DD')
        FROM "EngagementRecord" r WHERE r."enrolmentId" = page.id AND r.minutes > 0) AS "lastActivityOn",
      t.minutes, t.completed, t.credited, t.required, t.alternative
    FROM page LEFT JOIN "PeerGroup" g ON g.id = page."peerGroupId"
    CROSS JOIN LATERAL (
      SELECT array_agg(coalesce(em."minutesRecorded", 0) ORDER BY m.number) AS minutes,
        array_agg(em."completedAt" IS NOT NULL ORDER BY m.number) AS completed,
        array_agg(coalesce(em.credited, false) ORDER BY m.number) AS credited,
        array_agg(coalesce(em.required, false) ORDER BY m.number) AS required,
        array_agg(coalesce(a.minutes, 0) ORDER BY m.number) AS alternative
      FROM "Milestone" m LEFT JOIN "EnrolmentMilestone" em ON em."milestoneId" = m.id AND em."enrolmentId" = page.id
      LEFT JOIN "AlternativeActivity" a ON a."milestoneId" = m.id AND a."enrolmentId" = page.id
        AND a.state IN ('agreed', 'handed_in', 'sent_back')
      WHERE m."cohortId" = ${cohortId}::uuid
    ) t
    ORDER BY page.place`;
}

/** Engagement to date as lib/engagement/progress.ts derives it, to sort by: whoever is furthest behind comes first. */
function toDateOf(today: PlainDate): Prisma.Sql {
  return Prisma.sql`
    SELECT sum(CASE WHEN em."completedAt" IS NOT NULL THEN m.minutes ELSE least(em."minutesRecorded", m.minutes) END)::float
      / nullif(sum(m.minutes), 0)
    FROM "EnrolmentMilestone" em JOIN "Milestone" m ON m.id = em."milestoneId"
    WHERE em."enrolmentId" = e.id AND em.required AND m.counts AND m."closesOn" < ${today}::date`;
}
