import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon, type PlainDate, plainDate } from "../dates";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { SHORT_WORDS } from "../route-map/schema";
import { engagement, milestoneState, reached } from "./progress";
import {
  type CohortEngagement,
  ENGAGEMENT_PAGE_SIZE,
  type EngagementQuestion,
  type EngagementRow,
  type MilestoneFacts,
} from "./schema";

/**
 * A page of a cohort's engagement for those who manage it; null for everybody else. Four queries, whatever the
 * size of the cohort: the figures of a page's people are derived as the participant's own are; the database
 * derives only what it sorts by.
 */
export async function cohortEngagement(
  actor: Actor,
  cohortId: string,
  question: EngagementQuestion,
  at: Date,
): Promise<CohortEngagement | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const cohort = await db.$queryRaw<
    { name: string; slug: string; programmeShortName: string; thresholdPercent: number }[]
  >`
    SELECT c.name, c.slug, p."shortName" AS "programmeShortName", p."engagementThresholdPercent" AS "thresholdPercent"
    FROM "Cohort" c JOIN "Programme" p ON p.id = c."programmeId" WHERE c.id = ${cohortId}::uuid`;
  const [facts] = cohort;
  if (!facts) return null;
  const today = dayInLondon(at);
  const scope = scopeOf(cohortId, question.q);
  const [milestones, [{ total } = { total: 0 }]] = await Promise.all([
    columnsOf(cohortId),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM "Enrolment" e WHERE ${scope}`,
  ]);
  const pages = Math.max(1, Math.ceil(total / ENGAGEMENT_PAGE_SIZE));
  const page = Math.min(question.page, pages);
  const people = await pageOf(scope, { ...question, page }, cohortId, today);
  return {
    cohort: { id: cohortId, ...facts },
    columns: milestones
      .filter(({ counts }) => counts)
      .map(({ id, number, module, kind, title }) => ({
        milestoneId: id,
        number,
        module,
        short: shortTitle(kind, title, module),
        title,
      })),
    rows: people.map((person) => rowOf(person, milestones, today, facts.thresholdPercent)),
    total,
    page,
    pages,
    question: { ...question, page },
  };
}

type Column = Omit<MilestoneFacts, "tally">;

async function columnsOf(cohortId: string): Promise<Column[]> {
  const select = {
    id: true,
    number: true,
    module: true,
    kind: true,
    title: true,
    mode: true,
    minutes: true,
    counts: true,
    opensOn: true,
    closesOn: true,
  } as const;
  const rows = await db.milestone.findMany({ where: { cohortId }, select, orderBy: { number: "asc" } });
  return rows.map((row) => ({
    ...row,
    opensOn: row.opensOn && plainDate(row.opensOn),
    closesOn: row.closesOn && plainDate(row.closesOn),
  }));
}

/** "Study 1", "Grp 2": the kind in short with the number in its title, else its module's. */
function shortTitle(kind: Column["kind"], title: string, module: number | null): string {
  const number = /\s(\d+)$/.exec(title)?.[1] ?? module;
  return number ? `${SHORT_WORDS[kind]} ${number}` : SHORT_WORDS[kind];
}

function scopeOf(cohortId: string, q: string): Prisma.Sql {
  const inCohort = Prisma.sql`e."cohortId" = ${cohortId}::uuid`;
  if (q === "") return inCohort;
  return Prisma.sql`${inCohort} AND (strpos(lower(e."fullName"), lower(${q})) > 0 OR strpos(lower(e.workplace), lower(${q})) > 0)`;
}

type Person = Pick<
  EngagementRow,
  "enrolmentId" | "fullName" | "workplace" | "state" | "groupName" | "lastActivityOn"
> & {
  minutes: number[];
  completed: boolean[];
  credited: boolean[];
  required: boolean[];
};

/** The people of a page, each with their tallies as arrays in the milestones' order. */
async function pageOf(
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
      t.minutes, t.completed, t.credited, t.required
    FROM page LEFT JOIN "PeerGroup" g ON g.id = page."peerGroupId"
    CROSS JOIN LATERAL (
      SELECT array_agg(coalesce(em."minutesRecorded", 0) ORDER BY m.number) AS minutes,
        array_agg(em."completedAt" IS NOT NULL ORDER BY m.number) AS completed,
        array_agg(coalesce(em.credited, false) ORDER BY m.number) AS credited,
        array_agg(coalesce(em.required, false) ORDER BY m.number) AS required
      FROM "Milestone" m LEFT JOIN "EnrolmentMilestone" em ON em."milestoneId" = m.id AND em."enrolmentId" = page.id
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

function rowOf(
  person: Person,
  milestones: Column[],
  today: PlainDate,
  thresholdPercent: number,
): EngagementRow {
  const { minutes, completed, credited, required, ...shown } = person;
  const facts = milestones.map((milestone, index) => ({
    ...milestone,
    tally: {
      minutesRecorded: minutes[index] ?? 0,
      completed: completed[index] ?? false,
      credited: credited[index] ?? false,
      required: required[index] ?? false,
    },
  }));
  const figures = engagement(facts, today, thresholdPercent);
  const passed = reached(figures);
  const states = facts.filter(({ counts }) => counts).map((each) => milestoneState(each, today, passed));
  const overdueCount = states.filter((state) => state === "overdue").length;
  return { ...shown, engagement: figures, states, overdueCount };
}
