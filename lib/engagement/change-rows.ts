import "server-only";
import { Prisma } from "../generated/prisma/client";

/**
 * What others did that concerns a participant, from the rows that say so: records, answers to corrections, steps of
 * alternative activities, changes of status, excusals and, from the audit log, moves between groups and changed events. Read
 * from the facts themselves, so that no area has to remember to tell this one. In SQL: it goes with the one query of
 * the participant's page.
 */

export const CHANGES_SHOWN = 5;
export const CHANGES_PAGE_SIZE = 50;

/** Of each kind no more than could be shown. */
const latest = (order: Prisma.Sql, most: number) => Prisma.sql`ORDER BY ${order} DESC LIMIT ${most}`;

/** Newest first, `most` from `from` on: a JSON array of `Change`. Never what the participant did themselves. */
export function changeRows(
  enrolmentId: Prisma.Sql,
  userId: Prisma.Sql,
  { from = 0, most = CHANGES_SHOWN }: { from?: number; most?: number } = {},
): Prisma.Sql {
  const upTo = from + most;
  return Prisma.sql`(
    SELECT coalesce(json_agg(shown ORDER BY shown.at DESC, shown.id), '[]') FROM (
      SELECT c.kind, c.id, c.at, (c.at AT TIME ZONE 'Europe/London')::date AS day,
        c.at > coalesce((SELECT s."seenAt" FROM "ChangesSeen" s WHERE s."enrolmentId" = ${enrolmentId}), '-infinity') AS new,
        c."milestoneId", m.title, m.module, c.by, c.detail, c.minutes, c.whole
      FROM (
        (${records(enrolmentId, userId, upTo)}) UNION ALL (${corrections(enrolmentId, userId, upTo)})
        UNION ALL (${alternatives(enrolmentId, userId, upTo)}) UNION ALL (${statuses(enrolmentId, userId, upTo)})
        UNION ALL (${groups(enrolmentId, userId, upTo)}) UNION ALL (${events(enrolmentId, userId, upTo)})
        UNION ALL (${excusals(enrolmentId, userId, upTo)})
      ) c LEFT JOIN "Milestone" m ON m.id = c."milestoneId"
      ORDER BY c.at DESC, c.id OFFSET ${from} LIMIT ${most}) shown)`;
}

type Part = (enrolmentId: Prisma.Sql, userId: Prisma.Sql, most: number) => Prisma.Sql;

/** A record that stands; one that answers a correction is told of with the answer. */
const records: Part = (enrolmentId, userId, most) => Prisma.sql`
  SELECT CASE WHEN r."supersedesId" IS NULL THEN 'record' ELSE 'record_again' END AS kind, r.id::text AS id,
    r."recordedAt" AS at, r."milestoneId", coalesce(u.name, n.name) AS by, r.source::text AS detail, r.minutes,
    r.completes AS whole
  FROM "EngagementRecord" r
  LEFT JOIN "User" u ON u.id = r."recordedById"
  LEFT JOIN "NpqMentor" n ON n.id = r."mentorId"
  WHERE r."enrolmentId" = ${enrolmentId} AND r."recordedById" IS DISTINCT FROM ${userId}
    AND NOT EXISTS (SELECT 1 FROM "EngagementRecord" s WHERE s."supersedesId" = r.id)
    AND NOT EXISTS (SELECT 1 FROM "CorrectionRequest" q WHERE q."recordId" = r.id)
  ${latest(Prisma.sql`r."recordedAt"`, most)}`;

const corrections: Part = (enrolmentId, userId, most) => Prisma.sql`
  SELECT 'correction', q.id::text, q."answeredAt", q."milestoneId", u.name, q.outcome::text, r.minutes, NULL::boolean
  FROM "CorrectionRequest" q JOIN "User" u ON u.id = q."answeredById"
  LEFT JOIN "EngagementRecord" r ON r.id = q."recordId"
  WHERE q."enrolmentId" = ${enrolmentId} AND q."answeredById" <> ${userId}
  ${latest(Prisma.sql`q."answeredAt"`, most)}`;

/** A credit is told of by its record. */
const alternatives: Part = (enrolmentId, userId, most) => Prisma.sql`
  SELECT 'alternative', s.id::text, s.at, a."milestoneId", u.name, s."toState"::text, a.minutes, NULL::boolean
  FROM "AlternativeActivity" a JOIN "AlternativeStep" s ON s."alternativeId" = a.id JOIN "User" u ON u.id = s."byId"
  WHERE a."enrolmentId" = ${enrolmentId} AND s."byId" <> ${userId} AND s."toState" <> 'credited'
  ${latest(Prisma.sql`s.at`, most)}`;

const excusals: Part = (enrolmentId, userId, most) => Prisma.sql`
  SELECT 'excusal', x.id::text, x.at, x."milestoneId", u.name, CASE WHEN x.excused THEN 'excused' ELSE 'required' END,
    NULL::int, NULL::boolean
  FROM "MilestoneExcusal" x JOIN "User" u ON u.id = x."byId"
  WHERE x."enrolmentId" = ${enrolmentId} AND x."byId" <> ${userId}
  ${latest(Prisma.sql`x.at`, most)}`;

/** Enrolling is no change to somebody who has just accepted. */
const statuses: Part = (enrolmentId, userId, most) => Prisma.sql`
  SELECT 'status', s.id::text, s.at, NULL::uuid, u.name, s."toState"::text, NULL::int, NULL::boolean
  FROM "EnrolmentStatusChange" s LEFT JOIN "User" u ON u.id = s."byId"
  WHERE s."enrolmentId" = ${enrolmentId} AND s."fromState" IS NOT NULL AND s."byId" IS DISTINCT FROM ${userId}
  ${latest(Prisma.sql`s.at`, most)}`;

const groups: Part = (enrolmentId, userId, most) => Prisma.sql`
  SELECT 'group', l.id::text, l.at, NULL::uuid, u.name, g.name, NULL::int, NULL::boolean
  FROM "AuditEntry" l LEFT JOIN "User" u ON u.id = l."actorId"
  LEFT JOIN "PeerGroup" g ON g.id::text = l.after->>'peerGroupId'
  WHERE l."subjectType" = 'enrolment' AND l."subjectId" = ${enrolmentId}::text AND l.action = 'peer_group.moved'
    AND l."actorId" IS DISTINCT FROM ${userId}
  ${latest(Prisma.sql`l.at`, most)}`;

/** Of the events for one's group, for the whole cohort, or that one has a place at: each found by an index of its own. */
const events: Part = (enrolmentId, userId, most) => Prisma.sql`
  SELECT 'event', l.id::text, l.at, v."milestoneId", u.name, l.action, NULL::int, NULL::boolean
  FROM (
    SELECT v.id, v."milestoneId" FROM "Enrolment" e JOIN "Event" v ON v."peerGroupId" = e."peerGroupId"
    WHERE e.id = ${enrolmentId}
    UNION
    SELECT v.id, v."milestoneId" FROM "Enrolment" e JOIN "Event" v ON v."cohortId" = e."cohortId"
    WHERE e.id = ${enrolmentId} AND v."peerGroupId" IS NULL AND NOT v."byChoice"
    UNION
    SELECT v.id, v."milestoneId" FROM "EventPlace" p JOIN "Event" v ON v.id = p."eventId"
    WHERE p."enrolmentId" = ${enrolmentId} AND p.state <> 'given_up'
  ) v
  JOIN "AuditEntry" l ON l."subjectType" = 'event' AND l."subjectId" = v.id::text
    AND l.action IN ('event.changed', 'event.cancelled')
  LEFT JOIN "User" u ON u.id = l."actorId"
  WHERE l."actorId" IS DISTINCT FROM ${userId}
  ${latest(Prisma.sql`l.at`, most)}`;
