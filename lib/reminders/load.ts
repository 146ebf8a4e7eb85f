import "server-only";
import { addPlainDays, dayInLondon, type PlainDate } from "../dates";
import type { Tx } from "../db";
import { type MilestoneRow, milestoneRows, progressOf } from "../engagement/milestone-rows";
import { Prisma } from "../generated/prisma/client";
import { type Due, type EnrolmentFacts, mondayOf, type PersonFacts, type Said } from "./due";
import { DEFAULT_FREQUENCY, type Frequency } from "./schema";

/** Somebody who may be reminded, with all that the rule asks. */
export type Person = PersonFacts & { userId: string; email: string; shortNames: string[] };

type Row = {
  userId: string;
  email: string;
  frequency: Frequency | null;
  lastDigestOf: PlainDate | null;
  enrolments: {
    enrolmentId: string;
    shortName: string;
    thresholdPercent: number;
    since: PlainDate;
    milestones: MilestoneRow[];
    said: Said[];
  }[];
};

/** Days around today in which anything may be said: overdue is said for three weeks, a digest looks a week ahead. */
const BACK = 22;
const AHEAD = 14;

/**
 * The next few people, by their identifiers, who may have something to be reminded of and have not been written to
 * today: active, with access, and with something undone or an event near. One query, however many they are.
 */
export async function nextPeople(tx: Tx, after: string, batch: number, at: Date): Promise<Person[]> {
  const today = dayInLondon(at);
  const rows = await tx.$queryRaw<Row[]>`
    WITH person AS (
      SELECT u.id, u.email FROM "User" u
      WHERE u.id > ${after}::uuid AND u."accessEndedAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "ReminderLetter" l WHERE l."userId" = u.id AND l.day = ${today}::date)
        AND EXISTS (
          SELECT 1 FROM "Enrolment" e
          CROSS JOIN LATERAL (SELECT ${isRested(today)} AS rested) r
          WHERE e."userId" = u.id AND e.state = 'active' AND ${isNear(today, at)})
      ORDER BY u.id LIMIT ${batch}
    )
    SELECT person.id AS "userId", person.email, c.frequency::text AS frequency,
      (SELECT to_char(max(l."digestOf"), 'YYYY-MM-DD') FROM "ReminderLetter" l WHERE l."userId" = person.id) AS "lastDigestOf",
      (SELECT json_agg(json_build_object('enrolmentId', e.id, 'shortName', p."shortName",
          'thresholdPercent', p."engagementThresholdPercent", 'since', ${since}, 'said', ${said(today)},
          'milestones', ${milestoneRows(Prisma.sql`e.id`, at)})
          ORDER BY e."enrolledAt")
        FROM "Enrolment" e JOIN "Cohort" k ON k.id = e."cohortId" JOIN "Programme" p ON p.id = k."programmeId"
        WHERE e."userId" = person.id AND e.state = 'active') AS enrolments
    FROM person LEFT JOIN "ReminderChoice" c ON c."userId" = person.id
    ORDER BY person.id`;
  return rows.map(({ enrolments, frequency, ...row }) => ({
    ...row,
    frequency: frequency ?? DEFAULT_FREQUENCY,
    writtenToday: false,
    shortNames: [...new Set(enrolments.map(({ shortName }) => shortName))],
    enrolments: enrolments.map(
      ({ enrolmentId, thresholdPercent, since, said, milestones }): EnrolmentFacts => ({
        enrolmentId,
        since,
        said,
        milestones: progressOf(milestones, today, thresholdPercent).milestones,
      }),
    ),
  }));
}

/** Whether the user has had the week summed up already: until Monday only the essential is left for them. */
function isRested(today: PlainDate): Prisma.Sql {
  return Prisma.sql`(
    EXISTS (SELECT 1 FROM "ReminderLetter" l WHERE l."userId" = u.id AND l."digestOf" = ${mondayOf(today)}::date)
    AND NOT EXISTS (SELECT 1 FROM "ReminderChoice" c WHERE c."userId" = u.id AND c.frequency <> 'weekly'))`;
}

/** Whether an enrolment has something undone whose days are near, or its cohort an event that is. */
function isNear(today: PlainDate, at: Date): Prisma.Sql {
  const [from, until, soon] = [-BACK, AHEAD, 2].map((days) => addPlainDays(today, days));
  return Prisma.sql`(EXISTS (
      SELECT 1 FROM "EnrolmentMilestone" em JOIN "Milestone" m ON m.id = em."milestoneId"
      WHERE em."enrolmentId" = e.id AND em.required AND em."completedAt" IS NULL
        AND (NOT r.rested OR m.kind = 'summative_assessment')
        AND (m."opensOn" BETWEEN ${from}::date AND ${until}::date OR m."closesOn" BETWEEN ${from}::date AND ${until}::date))
    OR EXISTS (
      SELECT 1 FROM "Event" v WHERE v."cohortId" = e."cohortId" AND v."startsAt" >= ${at}::timestamptz
        AND v."startsAt" < CASE WHEN r.rested THEN ${soon}::date ELSE ${until}::date END))`;
}

/** The day on which it last became active, London's. */
const since = Prisma.sql`coalesce((
    SELECT to_char(max(s.at) AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') FROM "EnrolmentStatusChange" s
    WHERE s."enrolmentId" = e.id AND s."toState" = 'active'),
  to_char(e."enrolledAt" AT TIME ZONE 'Europe/London', 'YYYY-MM-DD'))`;

function said(today: PlainDate): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(json_agg(json_build_object('kind', r.kind, 'aboutId', coalesce(r."eventId", r."milestoneId"),
      'fallsOn', r."fallsOn")), '[]')
    FROM "ReminderSent" r
    WHERE r."enrolmentId" = e.id AND r."fallsOn" > ${addPlainDays(today, -BACK - AHEAD)}::date)`;
}

/**
 * Of what is due, that which is so still: the tallies and places are held until the end of the transaction, so that
 * nothing is done or left meanwhile. What somebody else is writing just now is left out, and comes with the next day's.
 */
export async function stillDue(tx: Tx, due: readonly Due[]): Promise<Due[]> {
  const enrolments = due.map(({ enrolmentId }) => enrolmentId);
  const milestones = due.map(({ milestone }) => milestone.id);
  const held = await tx.$queryRaw<{ enrolmentId: string; milestoneId: string }[]>`
    SELECT em."enrolmentId", em."milestoneId"
    FROM "EnrolmentMilestone" em
    JOIN "Enrolment" e ON e.id = em."enrolmentId"
    JOIN (SELECT DISTINCT * FROM unnest(${enrolments}::uuid[], ${milestones}::uuid[])) AS p(e, m)
      ON p.e = em."enrolmentId" AND p.m = em."milestoneId"
    WHERE e.state = 'active' AND em.required AND em."completedAt" IS NULL
    ORDER BY em."enrolmentId", em."milestoneId"
    FOR SHARE OF em, e SKIP LOCKED`;
  const keys = new Set(held.map(({ enrolmentId, milestoneId }) => `${enrolmentId}:${milestoneId}`));
  return due.filter(({ enrolmentId, milestone }) => keys.has(`${enrolmentId}:${milestone.id}`));
}
