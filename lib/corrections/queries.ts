import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import { reviewedBy } from "../engagement/reviewers";
import { isExpected } from "../enrolments/expected";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import {
  CORRECTIONS_PAGE_SIZE,
  type CorrectionForStaff,
  type CorrectionRow,
  type CorrectionsQuestion,
  type MyCorrection,
} from "./schema";

/** The viewer's corrections of one of their milestones, the latest first. One query. */
export async function myCorrections(actor: Actor, milestoneId: string): Promise<MyCorrection[]> {
  if (!isId(milestoneId)) return [];
  const rows = await db.correctionRequest.findMany({
    where: { milestoneId, enrolmentMilestone: { enrolment: { userId: actor.userId } } },
    select: {
      id: true,
      said: true,
      askedAt: true,
      outcome: true,
      answer: true,
      answeredAt: true,
      answeredBy: { select: { name: true } },
    },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, said, askedAt, outcome, answer, answeredAt, answeredBy }) => ({
    id,
    said,
    askedOn: dayInLondon(askedAt),
    answered:
      outcome && answeredAt
        ? { outcome, answer: answer ?? "", by: answeredBy?.name ?? "", on: dayInLondon(answeredAt) }
        : null,
  }));
}

/** In London, as text. */
const day = (column: string) =>
  Prisma.sql`to_char(${Prisma.raw(column)} AT TIME ZONE 'Europe/London', 'YYYY-MM-DD')`;

const ROW = Prisma.sql`r.id, e."fullName", c.name AS "cohortName", m.title, m.module, r.said, r.outcome::text AS outcome,
  ${day('r."askedAt"')} AS "askedOn", ${day('r."answeredAt"')} AS "answeredOn"`;

const FROM = Prisma.sql`FROM "CorrectionRequest" r
  JOIN "Enrolment" e ON e.id = r."enrolmentId"
  JOIN "Milestone" m ON m.id = r."milestoneId"
  JOIN "Cohort" c ON c.id = e."cohortId"`;

/** A page of the corrections that this person may answer, the longest waiting first, or of those answered. Two queries. */
export async function correctionQueue(
  actor: Actor,
  question: CorrectionsQuestion,
): Promise<{
  rows: CorrectionRow[];
  counts: { open: number; answered: number };
  page: number;
  pages: number;
}> {
  const mine = reviewedBy(actor);
  const [counts = { open: 0, answered: 0 }] = await db.$queryRaw<{ open: number; answered: number }[]>`
    SELECT (count(*) FILTER (WHERE r."answeredAt" IS NULL))::int AS open,
      (count(*) FILTER (WHERE r."answeredAt" IS NOT NULL))::int AS answered ${FROM} WHERE ${mine}`;
  const pages = Math.max(1, Math.ceil(counts[question.show] / CORRECTIONS_PAGE_SIZE));
  const page = Math.min(question.page, pages);
  const skip = (page - 1) * CORRECTIONS_PAGE_SIZE;
  const rows = await correctionsFrom(actor, question.show, skip, CORRECTIONS_PAGE_SIZE);
  return { rows, counts, page, pages };
}

/** Those of a view in its order, from a place on. One query. */
export function correctionsFrom(
  actor: Actor,
  show: CorrectionsQuestion["show"],
  skip: number,
  take: number,
): Promise<CorrectionRow[]> {
  const [which, order] =
    show === "open"
      ? [Prisma.sql`r."answeredAt" IS NULL`, Prisma.sql`r."askedAt", r.id`]
      : [Prisma.sql`r."answeredAt" IS NOT NULL`, Prisma.sql`r."answeredAt" DESC, r.id`];
  return db.$queryRaw<CorrectionRow[]>`
    SELECT ${ROW} ${FROM} WHERE ${which} AND ${reviewedBy(actor)} ORDER BY ${order}
    LIMIT ${take} OFFSET ${skip}`;
}

/** One correction for somebody who may answer it; null for everybody else. One query. */
export async function correctionForStaff(actor: Actor, id: string): Promise<CorrectionForStaff | null> {
  if (!isId(id)) return null;
  const [found] = await db.$queryRaw<CorrectionForStaff[]>`
    SELECT ${ROW}, r."enrolmentId", e."cohortId", r.answer, u.name AS "answeredBy",
      json_build_object('id', m.id, 'minutes', m.minutes) AS milestone,
      to_char(c."startsOn", 'YYYY-MM-DD') AS "startsOn",
      (SELECT ${day('max(v."startsAt")')} FROM "Event" v
        WHERE v."milestoneId" = m.id AND v."startsAt" <= r."askedAt"
          AND ${isExpected(Prisma.sql`v`, Prisma.sql`e.id`)}) AS "eventDay"
    ${FROM} LEFT JOIN "User" u ON u.id = r."answeredById"
    WHERE r.id = ${id}::uuid AND ${reviewedBy(actor)}`;
  return found ?? null;
}
