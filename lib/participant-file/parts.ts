import "server-only";
import { Prisma } from "../generated/prisma/client";
import type { TimelineKind } from "./schema";

/**
 * Where each kind of the timeline comes from: the facts themselves, for one enrolment `e`. Every part answers id, at,
 * kind, word (a code that entry-words.ts says in words), minutes, about, words, by and replaced.
 *
 * Left out, because it is not for those who manage a cohort: coaching notes, evaluations (anonymous), what is written
 * in audits and check-ins, needs, reviewers' notes on the application, and e-mails that carry a way in.
 */
type Part = Prisma.Sql;

const records: Part = Prisma.sql`
  SELECT r.id::text, r."recordedAt" AS at, 'record' AS kind,
    CASE WHEN r."supersedesId" IS NULL THEN '' ELSE 'again:' END || r.source::text AS word, r.minutes,
    m.title AS about, r.note AS words, coalesce(u.name, n.name) AS by,
    EXISTS (SELECT 1 FROM "EngagementRecord" s WHERE s."supersedesId" = r.id) AS replaced
  FROM "EngagementRecord" r JOIN e ON r."enrolmentId" = e.id JOIN "Milestone" m ON m.id = r."milestoneId"
  LEFT JOIN "User" u ON u.id = r."recordedById" LEFT JOIN "NpqMentor" n ON n.id = r."mentorId"`;

const work: Part = Prisma.sql`
  SELECT 'audit' || a."milestoneId", a."submittedAt", 'work', 'audit_sent', NULL::int, m.title, NULL, e."fullName", false
  FROM "LearningAudit" a JOIN e ON a."enrolmentId" = e.id JOIN "Milestone" m ON m.id = a."milestoneId"
  WHERE a."submittedAt" IS NOT NULL
  UNION ALL
  SELECT c.id::text, c."sentAt", 'work', 'check_in_sent', NULL, m.title, NULL, e."fullName", false
  FROM "CheckIn" c JOIN e ON c."enrolmentId" = e.id JOIN "Milestone" m ON m.id = c."milestoneId"
  WHERE c."sentAt" IS NOT NULL
  UNION ALL
  SELECT w.id::text, w."answeredAt", 'work', CASE WHEN w.confirms THEN 'check_in_confirmed' ELSE 'check_in_disputed' END,
    NULL, m.title, NULL, n.name, false
  FROM "CheckIn" c JOIN e ON c."enrolmentId" = e.id JOIN "Milestone" m ON m.id = c."milestoneId"
  JOIN "CheckInAnswer" w ON w."checkInId" = c.id JOIN "NpqMentor" n ON n.id = w."mentorId"
  UNION ALL
  SELECT i.id::text, i."submittedAt", 'work', 'report_submitted', NULL, m.title, NULL, n.name, false
  FROM "ImpactReport" i JOIN e ON i."enrolmentId" = e.id JOIN "Milestone" m ON m.id = i."milestoneId"
  JOIN "NpqMentor" n ON n.id = i."mentorId" WHERE i."submittedAt" IS NOT NULL`;

const events: Part = Prisma.sql`
  SELECT p.id::text, p."askedAt", 'event', CASE WHEN p."heldAt" IS NULL THEN 'place_waiting' ELSE 'place_taken' END,
    NULL::int, v.title, NULL, coalesce(u.name, e."fullName"), false
  FROM "EventPlace" p JOIN e ON p."enrolmentId" = e.id JOIN "Event" v ON v.id = p."eventId"
  LEFT JOIN "User" u ON u.id = p."askedById"
  UNION ALL
  SELECT p.id || 'ended', p."endedAt", 'event', 'place_ended', NULL, v.title, nullif(p."endedReason", ''), u.name, false
  FROM "EventPlace" p JOIN e ON p."enrolmentId" = e.id JOIN "Event" v ON v.id = p."eventId"
  LEFT JOIN "User" u ON u.id = p."endedById" WHERE p."endedAt" IS NOT NULL
  UNION ALL
  SELECT a.id::text, a."saidAt", 'event', 'apology', NULL, v.title, nullif(a.note, ''), e."fullName", false
  FROM "EventApology" a JOIN e ON a."enrolmentId" = e.id JOIN "Event" v ON v.id = a."eventId"
  UNION ALL
  SELECT a.id || 'withdrawn', a."withdrawnAt", 'event', 'apology_withdrawn', NULL, v.title, NULL, e."fullName", false
  FROM "EventApology" a JOIN e ON a."enrolmentId" = e.id JOIN "Event" v ON v.id = a."eventId"
  WHERE a."withdrawnAt" IS NOT NULL`;

const corrections: Part = Prisma.sql`
  SELECT q.id::text, q."askedAt", 'correction', 'asked', NULL::int, m.title, q.said, e."fullName", false
  FROM "CorrectionRequest" q JOIN e ON q."enrolmentId" = e.id JOIN "Milestone" m ON m.id = q."milestoneId"
  UNION ALL
  SELECT q.id || 'answered', q."answeredAt", 'correction', q.outcome::text, NULL, m.title, q.answer, u.name, false
  FROM "CorrectionRequest" q JOIN e ON q."enrolmentId" = e.id JOIN "Milestone" m ON m.id = q."milestoneId"
  LEFT JOIN "User" u ON u.id = q."answeredById" WHERE q."answeredAt" IS NOT NULL`;

const alternatives: Part = Prisma.sql`
  SELECT s.id::text, s.at, 'alternative', s."toState"::text, a.minutes, a.title, s.words, u.name, false
  FROM "AlternativeActivity" a JOIN e ON a."enrolmentId" = e.id
  JOIN "AlternativeStep" s ON s."alternativeId" = a.id JOIN "User" u ON u.id = s."byId"`;

const statuses: Part = Prisma.sql`
  SELECT s.id::text, s.at, 'status', 'state:' || s."toState"::text, NULL::int, s."reasonCode", s.override, u.name, false
  FROM "EnrolmentStatusChange" s JOIN e ON s."enrolmentId" = e.id LEFT JOIN "User" u ON u.id = s."byId"
  UNION ALL
  SELECT x.id::text, x.at, 'status', CASE WHEN x.excused THEN 'excused' ELSE 'required_again' END, NULL, m.title,
    x.reason, u.name, false
  FROM "MilestoneExcusal" x JOIN e ON x."enrolmentId" = e.id JOIN "Milestone" m ON m.id = x."milestoneId"
  JOIN "User" u ON u.id = x."byId"
  UNION ALL
  SELECT x.id::text, x.at, 'status', CASE WHEN x.allowed THEN 'exception_made' ELSE 'exception_ended' END, NULL, NULL,
    x.reason, u.name, false
  FROM "AssessmentException" x JOIN e ON x."enrolmentId" = e.id JOIN "User" u ON u.id = x."byId"
  UNION ALL
  SELECT l.id::text, l.at, 'status', 'group', NULL, g.name, NULL, u.name, false
  FROM e JOIN "AuditEntry" l ON l."subjectType" = 'enrolment' AND l."subjectId" = e.id::text
    AND l.action = 'peer_group.moved'
  LEFT JOIN "User" u ON u.id = l."actorId" LEFT JOIN "PeerGroup" g ON g.id::text = l.after->>'peerGroupId'`;

/** Of what was sent to the address, what belongs to this enrolment or its own application. */
const emails: Part = Prisma.sql`
  SELECT o.id::text, coalesce(o."sentAt", o."createdAt"), 'email',
    CASE WHEN o."deadAt" IS NOT NULL THEN 'given_up' WHEN o."sentAt" IS NULL THEN 'queued' ELSE 'sent' END,
    NULL::int, o.subject, NULL, NULL, false
  FROM e JOIN "OutboxMessage" o ON o."toAddress" = e.email AND NOT o.secret
  WHERE (o."createdAt" >= e."enrolledAt" AND o.template NOT LIKE 'application%' AND o.template NOT LIKE 'offer%')
    OR strpos(o."dedupeKey", e."applicationId"::text) > 0`;

const contacts: Part = Prisma.sql`
  SELECT k.id::text, k."recordedAt", 'contact', CASE WHEN k."supersedesId" IS NULL THEN 'contact' ELSE 'contact_again' END,
    NULL::int, k.outcome, k.said, u.name,
    EXISTS (SELECT 1 FROM "EngagementContact" s WHERE s."supersedesId" = k.id)
  FROM "EngagementContact" k JOIN e ON k."enrolmentId" = e.id JOIN "User" u ON u.id = k."byId"
  UNION ALL
  SELECT l."nudgeId"::text, n.at, 'contact', 'nudge', NULL, l.subject, l.text, u.name, false
  FROM "NudgeLetter" l JOIN e ON l."enrolmentId" = e.id JOIN "Nudge" n ON n.id = l."nudgeId"
  JOIN "User" u ON u.id = n."byId"`;

const roles: Part = Prisma.sql`
  SELECT r.id::text, r."grantedAt", 'role', 'role_given', NULL::int, replace(r.role::text, '_', ' '), NULL, u.name, false
  FROM "RoleAssignment" r JOIN e ON r."userId" = e."userId" LEFT JOIN "User" u ON u.id = r."grantedById"
  UNION ALL
  SELECT r.id || 'ended', r."endedAt", 'role', 'role_ended', NULL, replace(r.role::text, '_', ' '), NULL, NULL, false
  FROM "RoleAssignment" r JOIN e ON r."userId" = e."userId" WHERE r."endedAt" IS NOT NULL
  UNION ALL
  SELECT v.id::text, v."startedAt", 'role', 'viewed', NULL, NULL, v.reason, u.name, false
  FROM "Viewing" v JOIN e ON v."seenId" = e."userId" AND v."cohortId" = e."cohortId"
  JOIN "User" u ON u.id = v."byId"`;

export const PARTS: Record<TimelineKind, Part> = {
  record: records,
  work,
  event: events,
  correction: corrections,
  alternative: alternatives,
  status: statuses,
  email: emails,
  contact: contacts,
  role: roles,
};
