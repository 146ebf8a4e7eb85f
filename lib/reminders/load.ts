import "server-only";
import { addPlainDays, dayInLondon, type PlainDate } from "../dates";
import type { Tx } from "../db";
import { type MilestoneRow, milestoneRows, progressOf } from "../engagement/milestone-rows";
import { Prisma } from "../generated/prisma/client";
import { type Due, type EnrolmentFacts, mondayOf, type PersonFacts, type Said } from "./due";
import { type Choice, DAYS_BEFORE } from "./occasions";
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
    choices: Choice[];
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
          'choices', ${choices(today, at)},
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
      ({ enrolmentId, thresholdPercent, since, said, choices, milestones }): EnrolmentFacts => ({
        enrolmentId,
        since,
        said,
        choices,
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
  const [from, until, soon, week] = [-BACK, AHEAD, 2, DAYS_BEFORE].map((days) => addPlainDays(today, days));
  return Prisma.sql`(EXISTS (
      SELECT 1 FROM "EnrolmentMilestone" em JOIN "Milestone" m ON m.id = em."milestoneId"
      WHERE em."enrolmentId" = e.id AND em.required AND em."completedAt" IS NULL
        AND (NOT r.rested OR m.kind = 'summative_assessment')
        AND (m."opensOn" BETWEEN ${from}::date AND ${until}::date OR m."closesOn" BETWEEN ${from}::date AND ${until}::date))
    OR EXISTS (
      SELECT 1 FROM "Event" v WHERE v."cohortId" = e."cohortId" AND v."startsAt" >= ${at}::timestamptz
        AND v."startsAt" < CASE WHEN r.rested THEN ${soon}::date ELSE ${until}::date END)
    OR EXISTS (
      SELECT 1 FROM "Event" v WHERE ${isOpenTo(today, at)}
        AND (v."choiceUntil" <= ${week}::date OR (NOT r.rested AND v."scheduledAt" >= ${from}::date))))`;
}

/** True for an event `v` at which the participant of the enrolment `e` can choose a place, and has not. */
function isOpenTo(today: PlainDate, at: Date): Prisma.Sql {
  return Prisma.sql`v."cohortId" = e."cohortId" AND v."byChoice" AND v."cancelledAt" IS NULL
    AND v."startsAt" > ${at}::timestamptz AND v."choiceUntil" >= ${today}::date
    AND NOT EXISTS (SELECT 1 FROM "EventPlace" p
      WHERE p."enrolmentId" = e.id AND p."milestoneId" = v."milestoneId" AND p.state <> 'given_up')`;
}

/** What the participant can choose and has not, by milestone: `Choice[]`. */
function choices(today: PlainDate, at: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(json_agg(json_build_object('milestoneId', c.id, 'since', c.since, 'until', c.until)), '[]')
    FROM (
      SELECT v."milestoneId" AS id, to_char(max(v."choiceUntil"), 'YYYY-MM-DD') AS until,
        to_char(min(v."scheduledAt") AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS since
      FROM "Event" v WHERE ${isOpenTo(today, at)} GROUP BY v."milestoneId") c)`;
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
 * Of what is due, that which is so still: the tallies, enrolments and events are held until the end of the transaction, so
 * that nothing is done, left or chosen meanwhile. What somebody else is writing just now is left out, and comes with the next day's.
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
  const still = due.filter(({ enrolmentId, milestone }) => keys.has(`${enrolmentId}:${milestone.id}`));
  const unchosen = await stillToChoose(tx, still);
  return still.filter((each) => !each.choice || unchosen.has(`${each.enrolmentId}:${each.milestone.id}`));
}

/** Of those who are to choose a place, who has none yet; while somebody is choosing at a milestone's events, nobody. */
async function stillToChoose(tx: Tx, due: readonly Due[]): Promise<Set<string>> {
  const asked = due.filter(({ choice }) => choice);
  if (asked.length === 0) return new Set();
  const enrolments = asked.map(({ enrolmentId }) => enrolmentId);
  const milestones = asked.map(({ milestone }) => milestone.id);
  const held = await tx.$queryRaw<{ milestoneId: string }[]>`
    SELECT v."milestoneId" FROM "Event" v WHERE v."milestoneId" = ANY(${milestones}::uuid[])
    ORDER BY v.id FOR SHARE SKIP LOCKED`;
  const rows = await tx.$queryRaw<{ e: string; m: string; events: number }[]>`
    SELECT p.e::text, p.m::text, (SELECT count(*)::int FROM "Event" v WHERE v."milestoneId" = p.m) AS events
    FROM (SELECT DISTINCT * FROM unnest(${enrolments}::uuid[], ${milestones}::uuid[])) AS p(e, m)
    WHERE NOT EXISTS (SELECT 1 FROM "EventPlace" place
      WHERE place."enrolmentId" = p.e AND place."milestoneId" = p.m AND place.state <> 'given_up')`;
  const whole = rows.filter(
    ({ m, events }) => held.filter(({ milestoneId }) => milestoneId === m).length === events,
  );
  return new Set(whole.map(({ e, m }) => `${e}:${m}`));
}
