import "server-only";
import type { PlainDate } from "../dates";
import { isExpected } from "../enrolments/expected";
import type { EnrolmentState } from "../enrolments/schema";
import { Prisma } from "../generated/prisma/client";
import type { ItemKind, ItemMode } from "../route-map/schema";
import { doneBy, engagement, milestoneState, reached, whileAway } from "./progress";
import type { Engagement, MyMilestone } from "./schema";

/**
 * Parts of the statements that load a participant, each one JSON array. Plain SQL: these are the pages that
 * everybody opens every day, and each query through the ORM costs more than all of this.
 */

/** A milestone with the participant's tally and the next event that they are expected at, as JSON has it. */
export type MilestoneRow = {
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
  tally: { minutesRecorded: number; completed: boolean; credited: boolean; required: boolean };
  event: { id: string; title: string; place: string; startsAt: string; endsAt: string } | null;
  alternative: MyMilestone["alternative"];
};

/** All milestones of the enrolment, in the route map's order: `MilestoneRow[]`. */
export function milestoneRows(enrolmentId: Prisma.Sql, at: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(json_agg(json_build_object(
      'id', m.id, 'number', m.number, 'module', m.module, 'kind', m.kind, 'title', m.title, 'mode', m.mode,
      'minutes', m.minutes, 'counts', m.counts, 'note', m.note, 'opensOn', m."opensOn", 'closesOn', m."closesOn",
      'tally', json_build_object('minutesRecorded', em."minutesRecorded", 'completed', em."completedAt" IS NOT NULL,
        'credited', em.credited, 'required', em.required),
      'alternative', (
        SELECT json_build_object('state', a.state, 'minutes', a.minutes)
        FROM "AlternativeActivity" a
        WHERE a."enrolmentId" = em."enrolmentId" AND a."milestoneId" = m.id
          AND a.state IN ('agreed', 'handed_in', 'sent_back')
      ),
      'event', (
        SELECT json_build_object('id', v.id, 'title', v.title, 'place', v.place, 'startsAt', v."startsAt",
          'endsAt', v."endsAt")
        FROM "Event" v
        WHERE v."milestoneId" = m.id AND v."endsAt" >= ${at} AND ${isExpected(Prisma.sql`v`, Prisma.sql`em."enrolmentId"`)}
        ORDER BY v."startsAt" LIMIT 1
      )) ORDER BY m.number), '[]')
    FROM "EnrolmentMilestone" em
    JOIN "Milestone" m ON m.id = em."milestoneId"
    WHERE em."enrolmentId" = ${enrolmentId})`;
}

/** Milestones with their states, and the engagement they come to, on a day. */
export function progressOf(
  rows: readonly MilestoneRow[],
  today: PlainDate,
  thresholdPercent: number,
  enrolment: EnrolmentState = "active",
): { milestones: MyMilestone[]; engagement: Engagement } {
  const facts = rows.map(({ event, ...row }) => ({
    ...row,
    doneBy: doneBy(row.kind),
    event: event && { ...event, startsAt: new Date(event.startsAt), endsAt: new Date(event.endsAt) },
  }));
  const figures = engagement(facts, today, thresholdPercent);
  const passed = reached(figures);
  const milestones = facts.map((each) => ({
    ...each,
    state: whileAway(milestoneState(each, today, passed), enrolment),
  }));
  return { milestones, engagement: figures };
}
