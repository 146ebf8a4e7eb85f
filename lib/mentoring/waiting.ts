import "server-only";
import type { PlainDate } from "../dates";
import { db, type Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { MentorKind } from "./schema";

/** Somebody who is a participant's mentor now, with one thing that waits for them, or with none. */
export type Waiting = {
  mentorId: string;
  mentorName: string;
  email: string;
  participant: string;
  programme: string;
  cohort: string;
  welcomed: boolean;
  milestoneId: string | null;
  kind: MentorKind;
  module: number | null;
  closesOn: PlainDate | null;
  metOn: PlainDate | null;
  askedAt: Date | null;
  remindedAt: Date | null;
};

/**
 * What waits for mentors on that day: check-ins that were sent to them, reports whose window has opened. Of active
 * participants, and not of those whose link staff have withdrawn.
 */
const waiting = (today: PlainDate, email: Prisma.Sql = Prisma.empty) => Prisma.sql`
  SELECT m.id AS "mentorId", m.name AS "mentorName", m.email, e."fullName" AS participant,
    p."shortName" AS programme, c.name AS cohort, mc."welcomedAt" IS NOT NULL AS welcomed,
    w."milestoneId", w.kind, w.module, w."closesOn", w."metOn", a."askedAt", a."remindedAt"
  FROM "NpqMentor" m
  JOIN "Enrolment" e ON e.id = m."enrolmentId" AND e.state = 'active'
  JOIN "Cohort" c ON c.id = e."cohortId"
  JOIN "Programme" p ON p.id = c."programmeId"
  LEFT JOIN "MentorContact" mc ON mc."mentorId" = m.id
  LEFT JOIN LATERAL (
    SELECT em."milestoneId", s.kind::text AS kind, s.module, to_char(s."closesOn", 'YYYY-MM-DD') AS "closesOn",
      to_char(ci."metOn", 'YYYY-MM-DD') AS "metOn"
    FROM "EnrolmentMilestone" em
    JOIN "Milestone" s ON s.id = em."milestoneId"
    LEFT JOIN "CheckIn" ci ON ci."enrolmentId" = em."enrolmentId" AND ci."milestoneId" = em."milestoneId"
    WHERE em."enrolmentId" = e.id AND em."completedAt" IS NULL AND em.required
      AND ((s.kind = 'mentor_check_in' AND ci.state = 'sent')
        OR (s.kind = 'impact_report' AND s."opensOn" <= ${today}::date))
  ) w ON true
  LEFT JOIN "MentorAsking" a ON a."mentorId" = m.id AND a."milestoneId" = w."milestoneId"
  WHERE m."endedAt" IS NULL AND mc."linkWithdrawnAt" IS NULL ${email}
  ORDER BY e."fullName", m.id, w."closesOn"`;

/** All that waits for whoever reads mail at that address, with a row for each participant for whom nothing does. */
export function waitingAt(tx: Tx, email: string, today: PlainDate): Promise<Waiting[]> {
  return tx.$queryRaw<Waiting[]>(waiting(today, Prisma.sql`AND m.email = ${email}`));
}

/** Addresses to which there may be something to write: told nothing yet, not asked yet, or asked before that instant. */
export async function addressesToWrite(today: PlainDate, askedBefore: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ email: string }[]>`
    SELECT DISTINCT email FROM (${waiting(today)}) each
    WHERE NOT welcomed
      OR ("milestoneId" IS NOT NULL AND ("askedAt" IS NULL OR coalesce("remindedAt", "askedAt") < ${askedBefore}))
    ORDER BY email LIMIT 2000`;
  return rows.map(({ email }) => email);
}
