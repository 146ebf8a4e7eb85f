import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon, monthsBetween } from "../dates";
import { readRows } from "../db";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { type PersonalRead, readPersonal } from "../personal-read";
import { type Participation, participationRead } from "./load";
import { progressOf } from "./milestone-rows";
import { nextAction, nextThirtyDays } from "./next-action";
import { learningMinutes } from "./progress";
import { recordViews } from "./record-views";
import type { MilestoneDetail, MyMilestone, ParticipantOverview } from "./schema";

export { cohortEngagement } from "./cohort-engagement";
export { registerFor } from "./register";

/**
 * Everything /dashboard shows, in one query; null for somebody who is no participant. With a cohort, of the
 * viewer's enrolment in that one; null when there is none.
 */
export async function participantOverview(
  actor: Actor,
  at: Date,
  cohortId?: string,
): Promise<ParticipantOverview | null> {
  return readPersonal(actor.userId, overviewRead(at, cohortId));
}

/** The same as a read that goes with the session's. */
export function overviewRead(at: Date, cohortId?: string): PersonalRead<ParticipantOverview> {
  return participationRead(at, { cohortId }, (found) => overviewOf(found, at));
}

function overviewOf(found: Participation, at: Date): ParticipantOverview {
  const today = dayInLondon(at);
  const { others, changes } = found;
  const { thresholdPercent, ...enrolment } = found.enrolment;
  const { milestones, engagement } = progressOf(found.milestones, today, thresholdPercent, enrolment.state);
  const active = enrolment.state === "active";
  return {
    enrolment,
    others,
    today,
    month: programmeMonth(enrolment.cohort.startsOn, today, enrolment.programme.durationMonths),
    milestones,
    engagement,
    learning: { minutes: learningMinutes(milestones), ofMinutes: enrolment.programme.learningMinutes },
    next: active ? nextAction(milestones, today) : null,
    soon: active ? nextThirtyDays(milestones, today) : [],
    changes,
  };
}

/** 1 in the start month; 0 before it, one more than the programme's months after it. */
function programmeMonth(startsOn: string, today: string, durationMonths: number): number {
  return Math.min(durationMonths + 1, Math.max(0, monthsBetween(startsOn, today) + 1));
}

/** One milestone of the viewer's own with its records; null when it is not theirs. Five queries at most. */
export async function milestoneDetail(
  actor: Actor,
  milestoneId: string,
  at: Date,
): Promise<MilestoneDetail | null> {
  if (!isId(milestoneId)) return null;
  const found = await readPersonal(
    actor.userId,
    participationRead(at, { milestoneId }, (each) => each),
  );
  if (!found) return null;
  const { enrolment } = found;
  const today = dayInLondon(at);
  const { milestones } = progressOf(found.milestones, today, enrolment.thresholdPercent, enrolment.state);
  const milestone = milestones.find(({ id }) => id === milestoneId);
  if (!milestone) return null;
  const active = enrolment.state === "active";
  const [records, { excusal, ...words }] = await Promise.all([
    recordViews(
      { enrolmentId: enrolment.id, milestoneId },
      ({ recordedById, source, minutes, live }) =>
        active && live && minutes > 0 && source === "self_recorded" && recordedById === actor.userId,
    ),
    aboutItem(enrolment.id, milestoneId),
  ]);
  const may = active && hasOpened(milestone, today);
  return {
    cohortId: enrolment.cohort.id,
    milestone,
    words,
    excusal,
    records,
    canLogStudy: may && milestone.doneBy === "study",
    canMarkDone: may && milestone.doneBy === "task" && !milestone.tally.completed,
    canFillIn: may && (milestone.doneBy === "audit" || milestone.doneBy === "evaluation"),
    studyFrom: enrolment.cohort.startsOn,
    studyTo: today,
  };
}

/** What an item is in words, and what was last said about excusing the participant from it. One query. */
async function aboutItem(enrolmentId: string, milestoneId: string) {
  const [row] = await readRows<MilestoneDetail["words"] & Pick<MilestoneDetail, "excusal">>(Prisma.sql`
    SELECT m.description, m.place, m."placeUrl", (
      SELECT json_build_object('excused', x.excused, 'reason', x.reason, 'by', u.name,
        'day', (x.at AT TIME ZONE 'Europe/London')::date)
      FROM "MilestoneExcusal" x JOIN "User" u ON u.id = x."byId"
      WHERE x."enrolmentId" = ${enrolmentId}::uuid AND x."milestoneId" = m.id
      ORDER BY x.at DESC, x.id DESC LIMIT 1) AS excusal
    FROM "Milestone" m WHERE m.id = ${milestoneId}::uuid`);
  if (!row) throw new Error(`The milestone ${milestoneId} has gone while its page was made.`);
  return row;
}

const hasOpened = ({ opensOn }: MyMilestone, today: string) => opensOn === null || opensOn <= today;
