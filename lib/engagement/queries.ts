import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon, monthsBetween, plainDate } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import { loadParticipation } from "./load";
import { progressOf } from "./milestone-rows";
import { nextAction, nextThirtyDays } from "./next-action";
import { learningMinutes } from "./progress";
import { carriedFromName, recorder, recorderName } from "./recorder";
import type { MilestoneDetail, MyMilestone, ParticipantOverview, RecordView } from "./schema";

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
  const found = await loadParticipation(actor, at, { cohortId });
  if (!found) return null;
  const today = dayInLondon(at);
  const { others, changes } = found;
  const { thresholdPercent, ...enrolment } = found.enrolment;
  const { milestones, engagement } = progressOf(found.milestones, today, thresholdPercent);
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
  const found = await loadParticipation(actor, at, { milestoneId });
  if (!found) return null;
  const { enrolment } = found;
  const today = dayInLondon(at);
  const { milestones } = progressOf(found.milestones, today, enrolment.thresholdPercent);
  const milestone = milestones.find(({ id }) => id === milestoneId);
  if (!milestone) return null;
  const [records, words] = await Promise.all([
    recordsOf(enrolment.id, milestoneId, actor, enrolment.state === "active"),
    db.milestone.findUniqueOrThrow({
      where: { id: milestoneId },
      select: { description: true, place: true, placeUrl: true },
    }),
  ]);
  const may = enrolment.state === "active" && hasOpened(milestone, today);
  return {
    cohortId: enrolment.cohort.id,
    milestone,
    words,
    records,
    canLogStudy: may && milestone.doneBy === "study",
    canMarkDone: may && milestone.doneBy === "task" && !milestone.tally.completed,
    canFillIn: may && (milestone.doneBy === "audit" || milestone.doneBy === "evaluation"),
    studyFrom: enrolment.cohort.startsOn,
    studyTo: today,
  };
}

const hasOpened = ({ opensOn }: MyMilestone, today: string) => opensOn === null || opensOn <= today;

/** Records newest first, with who made them, and which of them the viewer may correct. */
async function recordsOf(
  enrolmentId: string,
  milestoneId: string,
  actor: Actor,
  active: boolean,
): Promise<RecordView[]> {
  const rows = await db.engagementRecord.findMany({
    where: { enrolmentId, milestoneId },
    select: {
      id: true,
      minutes: true,
      completes: true,
      source: true,
      happenedOn: true,
      note: true,
      recordedById: true,
      recordedAt: true,
      supersedesId: true,
      ...recorder,
    },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
  });
  const superseded = new Set(rows.map(({ supersedesId }) => supersedesId));
  const from = await carriedFromName(enrolmentId, rows);
  return rows.map(
    ({ recordedBy, mentor, carriedFromId, recordedById, supersedesId: _old, happenedOn, ...row }) => {
      const live = !superseded.has(row.id);
      const own = row.source === "self_recorded" && recordedById === actor.userId;
      const correctable = active && live && own && row.minutes > 0;
      const by = recorderName({ recordedBy, mentor });
      return {
        ...row,
        happenedOn: plainDate(happenedOn),
        recordedBy: by,
        carriedFrom: carriedFromId && from,
        live,
        correctable,
      };
    },
  );
}
