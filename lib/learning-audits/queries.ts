import "server-only";
import { type Actor, hasRole } from "../auth/actor";
import { db } from "../db";
import { lineOf } from "../enrolments/line";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { type PersonalRead, personalRead } from "../personal-read";
import { canReadAudits } from "./policy";
import type { AreaMark, AuditPage, SentAudit } from "./schema";

/** The marks of an audit `a` in the areas' order: `AreaMark[]`. */
const MARKS = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('areaKey', k."areaKey", 'title', k.title, 'mark', k.mark, 'note', k.note)
    ORDER BY k.position), '[]')
  FROM "LearningAuditMark" k WHERE k."enrolmentId" = a."enrolmentId" AND k."milestoneId" = a."milestoneId")`;

/**
 * What is there of the audit that the milestone `m` of the enrolment `e` asks for, as a table of one row or none: begun or
 * sent for it, or sent for its like in a cohort that the participant moved here from.
 */
const FOUND = Prisma.sql`(
  SELECT every.* FROM ${lineOf(Prisma.sql`e.id`)} line
  JOIN "LearningAudit" every ON every."enrolmentId" = line.id
  JOIN "Milestone" its ON its.id = every."milestoneId"
  WHERE its.kind = m.kind AND its.module IS NOT DISTINCT FROM m.module AND its.number = m.number
    AND (every."enrolmentId" = e.id OR every."submittedAt" IS NOT NULL)
  ORDER BY (every."enrolmentId" = e.id) DESC, every."submittedAt" DESC LIMIT 1)`;

type Kept = { version: number; savedAt: Date; submittedAt: Date | null; marks: AreaMark[] };

/**
 * One audit of the viewer's own, to fill in or to read, whichever cohort they sent it in; null for any other milestone.
 * One query.
 */
export async function auditPage(actor: Actor, milestoneId: string): Promise<AuditPage | null> {
  if (!isId(milestoneId)) return null;
  const [row] = await db.$queryRaw<(Omit<AuditPage, "audit"> & { [F in keyof Kept]: Kept[F] | null })[]>`
    SELECT json_build_object('id', m.id, 'kind', m.kind, 'module', m.module, 'title', m.title,
        'opensOn', m."opensOn", 'closesOn', m."closesOn") AS milestone,
      e."cohortId", e.state::text AS "enrolmentState",
      (SELECT coalesce(json_agg(json_build_object('key', l.key, 'title', l.title, 'summary', l.summary)
        ORDER BY l.position), '[]') FROM "LearningArea" l WHERE l."programmeId" = c."programmeId") AS areas,
      a.version, a."savedAt", a."submittedAt", ${MARKS} AS marks
    FROM "EnrolmentMilestone" em
    JOIN "Enrolment" e ON e.id = em."enrolmentId"
    JOIN "Cohort" c ON c.id = e."cohortId"
    JOIN "Milestone" m ON m.id = em."milestoneId"
    LEFT JOIN LATERAL ${FOUND} a ON true
    WHERE em."milestoneId" = ${milestoneId}::uuid AND e."userId" = ${actor.userId}::uuid
      AND m.kind IN ('learning_audit', 'learning_audit_review')`;
  if (!row) return null;
  const { version, savedAt, submittedAt, marks, ...page } = row;
  return {
    ...page,
    audit: version && savedAt ? { version, savedAt, submittedAt, marks: marks ?? [] } : null,
  };
}

/** What of an enrolment's audits the viewer has begun or sent, by milestone, here or before they moved. One query. */
export async function myAudits(
  actor: Actor,
  enrolmentId: string,
): Promise<Map<string, { savedAt: Date; submittedAt: Date | null }>> {
  const rows = await db.$queryRaw<{ milestoneId: string; savedAt: Date; submittedAt: Date | null }[]>`
    SELECT m.id AS "milestoneId", a."savedAt", a."submittedAt"
    FROM "EnrolmentMilestone" em
    JOIN "Enrolment" e ON e.id = em."enrolmentId"
    JOIN "Milestone" m ON m.id = em."milestoneId"
    JOIN LATERAL ${FOUND} a ON true
    WHERE e.id = ${enrolmentId}::uuid AND e."userId" = ${actor.userId}::uuid
      AND m.kind IN ('learning_audit', 'learning_audit_review')`;
  return new Map(rows.map(({ milestoneId, ...audit }) => [milestoneId, audit]));
}

type SentAuditRow = Omit<SentAudit, "submittedAt"> & { submittedAt: string };

/**
 * All that a person has sent on the programme of their latest enrolment, the active one first, whichever cohort they
 * were in then: who came back from a deferral compares with what they sent before it. Where an audit was sent twice
 * over, the later one. Nothing for somebody who is no participant.
 */
export const sentAudits: PersonalRead<SentAudit[]> = personalRead(
  (userId) => Prisma.sql`(
    WITH chosen AS (
      SELECT c."programmeId" FROM "Enrolment" e JOIN "Cohort" c ON c.id = e."cohortId"
      WHERE e."userId" = ${userId}
      ORDER BY (e.state = 'active') DESC, e."enrolledAt" DESC LIMIT 1
    ), sent AS (
      SELECT DISTINCT ON (m.kind, m.module) a.*, m.kind::text AS kind, m.module
      FROM chosen JOIN "Cohort" c ON c."programmeId" = chosen."programmeId"
      JOIN "Enrolment" e ON e."cohortId" = c.id AND e."userId" = ${userId}
      JOIN "LearningAudit" a ON a."enrolmentId" = e.id AND a."submittedAt" IS NOT NULL
      JOIN "Milestone" m ON m.id = a."milestoneId"
      ORDER BY m.kind, m.module, a."submittedAt" DESC
    )
    SELECT (SELECT coalesce(json_agg(json_build_object('milestoneId', a."milestoneId", 'kind', a.kind,
      'module', a.module, 'submittedAt', a."submittedAt", 'marks', ${MARKS}) ORDER BY a."submittedAt"), '[]') FROM sent a)
    FROM chosen)`,
  (rows: SentAuditRow[]) => rows.map((row) => ({ ...row, submittedAt: new Date(row.submittedAt) })),
);

/** A participant's sent audits as staff read them. */
export type AuditsForStaff = { fullName: string; groupName: string | null; audits: SentAudit[] };

/**
 * What a participant has sent, here or before they moved to this cohort, for those who manage the cohort and the facilitator of the participant's group; null
 * for everybody else. Two queries.
 */
export async function auditsForStaff(
  actor: Actor,
  cohortId: string,
  enrolmentId: string,
): Promise<AuditsForStaff | null> {
  if (!isId(cohortId) || !isId(enrolmentId)) return null;
  const person = await db.enrolment.findFirst({
    where: { id: enrolmentId, cohortId },
    select: { fullName: true, peerGroup: { select: { name: true, facilitatorId: true } } },
  });
  const facilitatorId = person?.peerGroup?.facilitatorId ?? null;
  if (!person || !canReadAudits(actor, { cohortId, facilitatorId })) return null;
  const audits = await db.$queryRaw<SentAudit[]>`
    SELECT a."milestoneId", m.kind::text AS kind, m.module, a."submittedAt", ${MARKS} AS marks
    FROM "LearningAudit" a JOIN "Milestone" m ON m.id = a."milestoneId"
    WHERE a."enrolmentId" IN (SELECT line.id FROM ${lineOf(Prisma.sql`${enrolmentId}::uuid`)} line)
      AND a."submittedAt" IS NOT NULL
    ORDER BY a."submittedAt"`;
  return { fullName: person.fullName, groupName: person.peerGroup?.name ?? null, audits };
}

/** A line of the list of those whose audits a member of staff reads. */
export type AuditedPerson = {
  enrolmentId: string;
  cohortId: string;
  cohortName: string;
  groupName: string;
  fullName: string;
  sent: number;
};

/**
 * The people of the peer learning groups that the viewer facilitates, with how many audits each has sent. None for
 * who is no facilitator (any more). One query.
 */
export async function myGroupsAudits(actor: Actor): Promise<AuditedPerson[]> {
  if (!hasRole(actor, "facilitator")) return [];
  return db.$queryRaw<AuditedPerson[]>`
    SELECT e.id AS "enrolmentId", e."cohortId", c.name AS "cohortName", g.name AS "groupName", e."fullName",
      (SELECT count(*)::int FROM "LearningAudit" a
        WHERE a."enrolmentId" IN (SELECT line.id FROM ${lineOf(Prisma.sql`e.id`)} line)
          AND a."submittedAt" IS NOT NULL) AS sent
    FROM "PeerGroup" g JOIN "Enrolment" e ON e."peerGroupId" = g.id JOIN "Cohort" c ON c.id = e."cohortId"
    WHERE g."facilitatorId" = ${actor.userId}::uuid
    ORDER BY c."startsOn" DESC, c.name, g.name, e."fullName", e.id`;
}
