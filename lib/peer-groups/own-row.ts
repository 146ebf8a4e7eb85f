import "server-only";
import { readRows } from "../db";
import type { EnrolmentState } from "../enrolments/schema";
import { Prisma } from "../generated/prisma/client";
import { IN_GROUP } from "./policy";

/**
 * All that a participant's page of their group is made from, in one statement of plain SQL: through the ORM it was
 * eighteen (decision 0007). Its values have the ORM's shapes, so that both are shown by the same functions; times are
 * text, as JSON has them.
 */

const MOST_NOTES = 200;

type Marks = { minutes: number; completes: boolean }[];
export type OwnRow = {
  id: string;
  name: string;
  facilitatorName: string | null;
  enrolmentId: string;
  state: EnrolmentState;
  members: {
    id: string;
    fullName: string;
    jobTitle: string;
    workplace: string;
    user: { email: string };
    peerProfile: { version: number; sharesEmail: boolean; phone: string; about: string } | null;
  }[];
  sessions: {
    id: string;
    title: string;
    place: string;
    startsAt: string;
    endsAt: string;
    cancelledAt: string | null;
    milestoneId: string;
    apologies: { note: string }[];
    records: Marks;
  }[];
  visits: {
    eventId: string;
    milestoneId: string;
    event: { startsAt: string; endsAt: string; peerGroup: { name: string } | null; records: Marks };
  }[];
  notes: {
    id: string;
    event: { title: string } | null;
    versions: { title: string; at: string; by: { name: string } }[];
  }[];
};

/** The group of the enrolment that is the person's own: the latest that is active, else the latest of all. */
export async function ownGroupRow(userId: string): Promise<OwnRow | null> {
  const [row] = await readRows<OwnRow>(Prisma.sql`
    WITH mine AS (
      SELECT e.id, e.state, e."peerGroupId" FROM "Enrolment" e WHERE e."userId" = ${userId}::uuid
      ORDER BY (e.state = 'active') DESC, e."enrolledAt" DESC LIMIT 1
    )
    SELECT g.id, g.name, f.name AS "facilitatorName", mine.id AS "enrolmentId", mine.state,
      ${MEMBERS} AS members, ${SESSIONS} AS sessions, ${VISITS} AS visits, ${notesOf(OF_GROUP)} AS notes
    FROM mine JOIN "PeerGroup" g ON g.id = mine."peerGroupId" LEFT JOIN "User" f ON f.id = g."facilitatorId"
    WHERE mine.state::text = ANY(${IN_GROUP}::text[])`);
  return row ?? null;
}

/** A session of the person's own group, and what its page is made from beside it. */
export type OwnSessionRow = {
  state: EnrolmentState;
  groupName: string;
  facilitatorName: string | null;
  session: OwnRow["sessions"][number] & {
    peerGroupId: string;
    joiningUrl: string | null;
    instructions: string;
  };
  visits: OwnRow["visits"];
  notes: OwnRow["notes"];
};

/** One session of the group in which the person is; null for any other event. */
export async function ownSessionRow(userId: string, eventId: string): Promise<OwnSessionRow | null> {
  const [row] = await readRows<OwnSessionRow>(Prisma.sql`
    SELECT mine.state, g.name AS "groupName",
      coalesce(nullif(runs.name, ''), nullif(f.name, '')) AS "facilitatorName",
      json_build_object(${SESSION}, 'peerGroupId', v."peerGroupId", 'joiningUrl', v."joiningUrl",
        'instructions', v.instructions) AS session,
      ${VISITS} AS visits, ${notesOf(OF_SESSION)} AS notes
    FROM "Enrolment" mine JOIN "PeerGroup" g ON g.id = mine."peerGroupId"
    JOIN "Event" v ON v."peerGroupId" = g.id AND NOT v."byChoice"
    JOIN "Milestone" m ON m.id = v."milestoneId" AND m.kind = 'peer_learning_group'
    LEFT JOIN "User" f ON f.id = g."facilitatorId" LEFT JOIN "User" runs ON runs.id = v."facilitatorId"
    WHERE mine."userId" = ${userId}::uuid AND v.id = ${eventId}::uuid
      AND mine.state::text = ANY(${IN_GROUP}::text[])`);
  return row ?? null;
}

/** Whether somebody else has stopped is between them and the staff. */
const MEMBERS = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', e.id, 'fullName', e."fullName", 'jobTitle', e."jobTitle",
    'workplace', e.workplace, 'user', json_build_object('email', u.email),
    'peerProfile', (SELECT json_build_object('version', p.version, 'sharesEmail', p."sharesEmail", 'phone', p.phone,
      'about', p.about) FROM "PeerProfile" p WHERE p."enrolmentId" = e.id)
    ) ORDER BY e."fullName", e.id), '[]')
  FROM "Enrolment" e JOIN "User" u ON u.id = e."userId"
  WHERE e."peerGroupId" = g.id AND (e.state IN ('active', 'completed') OR e.id = mine.id))`;

/** The marks of the record that stands for mine at the event `v`. */
const RECORDS = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('minutes', r.minutes, 'completes', r.completes)), '[]')
  FROM "EngagementRecord" r WHERE r."enrolmentId" = mine.id AND r."eventId" = v.id
    AND NOT EXISTS (SELECT 1 FROM "EngagementRecord" s WHERE s."supersedesId" = r.id))`;

/** The session `v`, as pairs of a JSON object. */
const SESSION = Prisma.sql`'id', v.id, 'title', v.title, 'place', v.place, 'startsAt', v."startsAt",
    'endsAt', v."endsAt", 'cancelledAt', v."cancelledAt", 'milestoneId', v."milestoneId",
    'apologies', (SELECT coalesce(json_agg(json_build_object('note', a.note)), '[]') FROM "EventApology" a
      WHERE a."eventId" = v.id AND a."enrolmentId" = mine.id AND a."withdrawnAt" IS NULL),
    'records', ${RECORDS}`;

/** What SESSION of sessions.ts calls a session, of the own group. */
const SESSIONS = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(${SESSION}) ORDER BY v."startsAt", v.id), '[]')
  FROM "Event" v JOIN "Milestone" m ON m.id = v."milestoneId"
  WHERE v."peerGroupId" = g.id AND NOT v."byChoice" AND m.kind = 'peer_learning_group')`;

/** The places held as a guest. */
const VISITS = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('eventId', v.id, 'milestoneId', p."milestoneId",
    'event', json_build_object('startsAt', v."startsAt", 'endsAt', v."endsAt",
      'peerGroup', (SELECT json_build_object('name', h.name) FROM "PeerGroup" h WHERE h.id = v."peerGroupId"),
      'records', ${RECORDS}))), '[]')
  FROM "EventPlace" p JOIN "Event" v ON v.id = p."eventId"
  WHERE p."enrolmentId" = mine.id AND p.kind = 'guest' AND p.state = 'held')`;

const OF_GROUP = Prisma.sql`o."peerGroupId" = g.id`;
const OF_SESSION = Prisma.sql`o."eventId" = v.id`;

/** Notes `o`, the one changed last first. */
const notesOf = (which: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', n.id,
    'event', (SELECT json_build_object('title', v.title) FROM "Event" v WHERE v.id = n."eventId"),
    'versions', (SELECT coalesce(json_agg(json_build_object('title', w.title, 'at', w.at,
        'by', json_build_object('name', b.name))), '[]')
      FROM (SELECT * FROM "PeerNoteVersion" k WHERE k."noteId" = n.id ORDER BY k.number DESC LIMIT 1) w
      JOIN "User" b ON b.id = w."byId")) ORDER BY n."changedAt" DESC, n.id DESC), '[]')
  FROM (SELECT * FROM "PeerNote" o WHERE ${which}
    ORDER BY o."changedAt" DESC, o.id DESC LIMIT ${MOST_NOTES}) n)`;
