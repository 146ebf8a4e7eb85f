import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { reviewedBy, reviews } from "../engagement/reviewers";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { WHOLE, wholeOf } from "./queries";
import {
  ALTERNATIVES_PAGE_SIZE,
  type AlternativeForStaff,
  type AlternativeRow,
  type AlternativesQuestion,
} from "./schema";

/** What those who review alternative activities read. */

const FROM = Prisma.sql`FROM "AlternativeActivity" a
  JOIN "Enrolment" e ON e.id = a."enrolmentId"
  JOIN "Milestone" m ON m.id = a."milestoneId"
  JOIN "Cohort" c ON c.id = e."cohortId"`;

const SHOWING: Record<AlternativesQuestion["show"], Prisma.Sql> = {
  waiting: Prisma.sql`a.state IN ('proposed', 'handed_in')`,
  on_the_way: Prisma.sql`a.state IN ('agreed', 'sent_back')`,
  ended: Prisma.sql`a.state IN ('credited', 'declined', 'withdrawn')`,
};

export type AlternativeCounts = Record<AlternativesQuestion["show"], number>;

/** How many there are for this person to look at, by what they wait for; null for who reviews none. One query. */
export async function alternativeCounts(actor: Actor): Promise<AlternativeCounts | null> {
  if (!reviews(actor)) return null;
  const [row] = await db.$queryRaw<AlternativeCounts[]>`
    SELECT (count(*) FILTER (WHERE ${SHOWING.waiting}))::int AS waiting,
      (count(*) FILTER (WHERE ${SHOWING.on_the_way}))::int AS on_the_way,
      (count(*) FILTER (WHERE ${SHOWING.ended}))::int AS ended
    ${FROM} WHERE ${reviewedBy(actor)}`;
  return row ?? null;
}

/** A page of them: what waits the longest first, what has ended the latest first. Two queries. */
export async function alternativeQueue(
  actor: Actor,
  question: AlternativesQuestion,
): Promise<{ rows: AlternativeRow[]; counts: AlternativeCounts; page: number; pages: number }> {
  const counts = (await alternativeCounts(actor)) ?? { waiting: 0, on_the_way: 0, ended: 0 };
  const pages = Math.max(1, Math.ceil(counts[question.show] / ALTERNATIVES_PAGE_SIZE));
  const page = Math.min(question.page, pages);
  const skip = (page - 1) * ALTERNATIVES_PAGE_SIZE;
  const rows = await alternativesFrom(actor, question.show, skip, ALTERNATIVES_PAGE_SIZE);
  return { rows, counts, page, pages };
}

/** Those of a view in its order, from a place on. One query. */
export function alternativesFrom(
  actor: Actor,
  show: AlternativesQuestion["show"],
  skip: number,
  take: number,
): Promise<AlternativeRow[]> {
  const order = show === "ended" ? Prisma.sql`last.at DESC, a.id` : Prisma.sql`last.at, a.id`;
  return db.$queryRaw<AlternativeRow[]>`
    SELECT a.id, e."fullName", c.name AS "cohortName", a.title, m.module, m.title AS "milestoneTitle", a.minutes,
      a.state::text AS state, to_char(last.at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS since
    ${FROM}
    JOIN LATERAL (SELECT max(s.at) AS at FROM "AlternativeStep" s WHERE s."alternativeId" = a.id) last ON true
    WHERE ${SHOWING[show]} AND ${reviewedBy(actor)}
    ORDER BY ${order}
    LIMIT ${take} OFFSET ${skip}`;
}

/** One of them for somebody who reviews it; null for everybody else. A fixed number of queries. */
export async function alternativeForStaff(actor: Actor, id: string): Promise<AlternativeForStaff | null> {
  if (!isId(id)) return null;
  const [facts] = await db.$queryRaw<
    Pick<
      AlternativeForStaff,
      | "fullName"
      | "cohortName"
      | "module"
      | "milestoneTitle"
      | "enrolmentId"
      | "cohortId"
      | "milestoneMinutes"
      | "recordedMinutes"
    >[]
  >`
    SELECT e."fullName", c.name AS "cohortName", m.module, m.title AS "milestoneTitle", a."enrolmentId", e."cohortId",
      coalesce(m.minutes, 0) AS "milestoneMinutes", em."minutesRecorded" AS "recordedMinutes"
    ${FROM} JOIN "EnrolmentMilestone" em ON em."enrolmentId" = a."enrolmentId" AND em."milestoneId" = a."milestoneId"
    WHERE a.id = ${id}::uuid AND ${reviewedBy(actor)}`;
  if (!facts) return null;
  const row = await db.alternativeActivity.findUniqueOrThrow({ where: { id }, select: WHOLE });
  return { ...facts, ...wholeOf(row) };
}
