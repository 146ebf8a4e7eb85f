import "server-only";
import type { Actor } from "../auth/actor";
import type { PlainDate } from "../dates";
import { db } from "../db";
import type { ItemKind, ItemMode } from "../route-map/schema";
import { doneBy, engagement, milestoneState, reached } from "./progress";
import type { Engagement, MyMilestone, ParticipantOverview } from "./schema";

/**
 * A participant's facts in two statements of plain SQL: this is the page that everybody opens every day, and
 * each query through the ORM costs more than these two together.
 */

export type EnrolmentFacts = ParticipantOverview["enrolment"] & {
  peerGroupId: string | null;
  thresholdPercent: number;
};

/** Another enrolment of the same person, to go to. */
export type OtherEnrolment = { cohortId: string; cohortName: string; shortName: string };

/**
 * The viewer's enrolment, the latest that is active, else the latest of all; with a milestone, the one that has
 * it; with a cohort, the one in it. `others` are the rest.
 */
export async function loadEnrolment(
  actor: Actor,
  wanted: { milestoneId?: string; cohortId?: string } = {},
): Promise<(EnrolmentFacts & { others: OtherEnrolment[] }) | null> {
  const { milestoneId = null, cohortId } = wanted;
  const rows = await db.$queryRaw<EnrolmentRow[]>`
    SELECT e.id, e.state::text AS state, e."fullName", e."peerGroupId", g.name AS "groupName",
      c.id AS "cohortId", c.slug AS "cohortSlug", c.name AS "cohortName", to_char(c."startsOn", 'YYYY-MM-DD') AS "startsOn",
      p.slug, p."shortName", p.title, p."durationMonths", p."learningMinutes",
      p."engagementThresholdPercent" AS "thresholdPercent",
      ${milestoneId}::uuid IS NULL OR EXISTS (
        SELECT 1 FROM "EnrolmentMilestone" em
        WHERE em."enrolmentId" = e.id AND em."milestoneId" = ${milestoneId}::uuid) AS "hasMilestone"
    FROM "Enrolment" e
    JOIN "Cohort" c ON c.id = e."cohortId"
    JOIN "Programme" p ON p.id = c."programmeId"
    LEFT JOIN "PeerGroup" g ON g.id = e."peerGroupId"
    WHERE e."userId" = ${actor.userId}::uuid
    ORDER BY (e.state = 'active') DESC, e."enrolledAt" DESC`;
  const row = rows.find(
    (each) => each.hasMilestone && (cohortId === undefined || each.cohortId === cohortId),
  );
  if (!row) return null;
  const { id, state, fullName, peerGroupId, groupName, thresholdPercent } = row;
  const { slug, shortName, title, durationMonths, learningMinutes } = row;
  const cohort = { id: row.cohortId, slug: row.cohortSlug, name: row.cohortName, startsOn: row.startsOn };
  const programme = { slug, shortName, title, durationMonths, learningMinutes };
  const others = rows
    .filter((each) => each !== row)
    .map((each) => ({ cohortId: each.cohortId, cohortName: each.cohortName, shortName: each.shortName }));
  return { id, state, fullName, cohort, programme, groupName, peerGroupId, thresholdPercent, others };
}

type EnrolmentRow = Pick<
  EnrolmentFacts,
  "id" | "state" | "fullName" | "peerGroupId" | "groupName" | "thresholdPercent"
> &
  EnrolmentFacts["programme"] & {
    cohortId: string;
    cohortSlug: string;
    cohortName: string;
    startsOn: PlainDate;
    hasMilestone: boolean;
  };

/** All milestones of an enrolment with their states, and its engagement, on a day; each with its next event. */
export async function loadMilestones(
  enrolment: Pick<EnrolmentFacts, "id" | "peerGroupId" | "thresholdPercent">,
  today: PlainDate,
  at: Date,
): Promise<{ milestones: MyMilestone[]; engagement: Engagement }> {
  const rows = await db.$queryRaw<MilestoneRow[]>`
    SELECT m.id, m.number, m.module, m.kind::text AS kind, m.title, m.mode::text AS mode, m.minutes, m.counts, m.note,
      to_char(m."opensOn", 'YYYY-MM-DD') AS "opensOn", to_char(m."closesOn", 'YYYY-MM-DD') AS "closesOn",
      em."minutesRecorded", em."completedAt" IS NOT NULL AS completed, em.credited, em.required,
      v.id AS "eventId", v.title AS "eventTitle", v.place, v."startsAt", v."endsAt"
    FROM "EnrolmentMilestone" em
    JOIN "Milestone" m ON m.id = em."milestoneId"
    LEFT JOIN LATERAL (
      SELECT id, title, place, "startsAt", "endsAt" FROM "Event"
      WHERE "milestoneId" = m.id AND "endsAt" >= ${at}
        AND ("peerGroupId" IS NULL OR "peerGroupId" = ${enrolment.peerGroupId}::uuid)
      ORDER BY "startsAt" LIMIT 1
    ) v ON true
    WHERE em."enrolmentId" = ${enrolment.id}::uuid
    ORDER BY m.number`;
  const facts = rows.map(factsOf);
  const figures = engagement(facts, today, enrolment.thresholdPercent);
  const passed = reached(figures);
  const milestones = facts.map((each) => ({ ...each, state: milestoneState(each, today, passed) }));
  return { milestones, engagement: figures };
}

type MilestoneRow = {
  id: string;
  number: number;
  module: number | null;
  kind: ItemKind;
  title: string;
  mode: ItemMode | null;
  minutes: number | null;
  counts: boolean;
  note: string | null;
  opensOn: PlainDate | null;
  closesOn: PlainDate | null;
  minutesRecorded: number;
  completed: boolean;
  credited: boolean;
  required: boolean;
  eventId: string | null;
  eventTitle: string | null;
  place: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
};

function factsOf(row: MilestoneRow): Omit<MyMilestone, "state"> {
  const {
    minutesRecorded,
    completed,
    credited,
    required,
    eventId,
    eventTitle,
    place,
    startsAt,
    endsAt,
    ...shown
  } = row;
  const event =
    eventId && startsAt && endsAt
      ? { id: eventId, title: eventTitle ?? "", place: place ?? "", startsAt, endsAt }
      : null;
  return {
    ...shown,
    doneBy: doneBy(row.kind),
    tally: { minutesRecorded, completed, credited, required },
    event,
  };
}
