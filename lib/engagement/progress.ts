import { daysBetween, type PlainDate } from "../dates";
import type { ItemKind } from "../route-map/schema";
import type { DoneBy, Engagement, MilestoneFacts, MilestoneState, Share } from "./schema";

/**
 * What a participant's milestones come to on a day: pure, in whole minutes and whole percent. Percentages are
 * rounded down, so that 89.6% never passes for 90%.
 */

/** "Due soon" begins this many days before a window's last day. */
export const DUE_SOON_DAYS = 14;

const DONE_BY: Record<ItemKind, DoneBy> = {
  information_webinar: "nothing",
  induction: "event",
  residential: "event",
  face_to_face_event: "event",
  learning_audit: "task",
  learning_audit_review: "task",
  self_directed_study: "study",
  peer_learning_group: "event",
  formative_assessment_task: "task",
  mentor_check_in: "mentor",
  module_evaluation: "task",
  impact_report: "mentor",
  coaching: "coach",
  implementation_project: "nothing",
  engagement_threshold: "gate",
  assessment_platform_access: "gate",
  summative_assessment: "nothing",
};

export function doneBy(kind: ItemKind): DoneBy {
  return DONE_BY[kind];
}

/** True for what takes part in engagement for this participant: it counts, and they are not excused. */
function isRequired({ counts, minutes, tally }: MilestoneFacts): boolean {
  return counts && tally.required && (minutes ?? 0) > 0;
}

/** Minutes that count as done: all of them once complete, else what is recorded, never more than is asked. */
export function doneMinutes({ minutes, tally }: MilestoneFacts): number {
  const asked = minutes ?? 0;
  return tally.completed ? asked : Math.min(tally.minutesRecorded, asked);
}

const hasClosed = ({ closesOn }: MilestoneFacts, today: PlainDate) => closesOn !== null && closesOn < today;

/**
 * True while the rest of a milestone can still be done. Within its window, and before it, always. After it:
 * study, tasks, mentor check-ins, impact reports and coaching can be made up late, since they need at most one
 * other person and no date of the cohort's; a session held for a group, an event or a residential cannot,
 * because it has been. Nothing can be made up after the day by which the threshold has to be reached
 * (`countsUntil`, the last day of the route map's engagement gate).
 */
export function stillPossible(
  milestone: MilestoneFacts,
  today: PlainDate,
  countsUntil: PlainDate | null,
): boolean {
  if (milestone.tally.completed) return false;
  if (!hasClosed(milestone, today)) return true;
  if (countsUntil !== null && today > countsUntil) return false;
  const by = doneBy(milestone.kind);
  return by === "study" || by === "task" || by === "mentor" || by === "coach";
}

/** The last day on which engagement can be made up: when the gate closes; null for a route map without one. */
export function countsUntil(milestones: readonly MilestoneFacts[]): PlainDate | null {
  return milestones.find(({ kind }) => kind === "engagement_threshold")?.closesOn ?? null;
}

/**
 * A milestone's state. What is excused is not required. The two gates, threshold and access to the assessment
 * platform, are done once engagement overall has reached the threshold (access, once its window has opened
 * too). What does not count and leaves no record, such as the implementation project, cannot be late: after
 * its window nothing more is asked. The summative assessment can.
 */
export function milestoneState(
  milestone: MilestoneFacts,
  today: PlainDate,
  thresholdReached: boolean,
): MilestoneState {
  const { tally, opensOn, closesOn, kind, counts } = milestone;
  if (!tally.required) return "not_required";
  if (tally.completed) return tally.credited ? "credited" : "completed";
  if (opensOn === null || closesOn === null) return "not_required";
  const canBeLate = counts || doneBy(kind) === "gate" || kind === "summative_assessment";
  const opened = opensOn <= today;
  if (doneBy(kind) === "gate" && thresholdReached && (opened || kind === "engagement_threshold"))
    return "completed";
  if (!opened) return "upcoming";
  if (closesOn < today) return canBeLate ? "overdue" : "not_required";
  return canBeLate && daysBetween(today, closesOn) <= DUE_SOON_DAYS ? "due_soon" : "open";
}

/** Done of required, rounded down; nothing required has no percentage. */
function share(doneMinutes: number, requiredMinutes: number): Share {
  const percent = requiredMinutes === 0 ? null : Math.floor((doneMinutes * 100) / requiredMinutes);
  return { doneMinutes, requiredMinutes, percent };
}

const sum = (milestones: readonly MilestoneFacts[], minutes: (milestone: MilestoneFacts) => number) =>
  milestones.reduce((total, milestone) => total + minutes(milestone), 0);

/** The fewest minutes that make up the threshold of so many required: the last minute is rounded up. */
function neededMinutes(requiredMinutes: number, thresholdPercent: number): number {
  return Math.ceil((requiredMinutes * thresholdPercent) / 100);
}

/** A participant's engagement as of a day. Every figure follows from facts and that day. */
export function engagement(
  milestones: readonly MilestoneFacts[],
  today: PlainDate,
  thresholdPercent: number,
): Engagement {
  const required = milestones.filter(isRequired);
  const until = countsUntil(milestones);
  const asked = (milestone: MilestoneFacts) => milestone.minutes ?? 0;
  const closed = required.filter((milestone) => hasClosed(milestone, today));
  const all = sum(required, asked);
  const done = sum(required, doneMinutes);
  const best = sum(required, (each) => (stillPossible(each, today, until) ? asked(each) : doneMinutes(each)));
  const needed = neededMinutes(all, thresholdPercent);
  return {
    thresholdPercent,
    toDate: share(sum(closed, doneMinutes), sum(closed, asked)),
    overall: share(done, all),
    forecast: share(best, all),
    // Nobody can miss more than is left to do, however far above the line they are.
    canMissMinutes: Math.max(0, Math.min(best - needed, best - done)),
    shortMinutes: Math.max(0, needed - best),
  };
}

/** True once engagement overall is at the threshold or above it. */
export function reached({ overall, thresholdPercent }: Engagement): boolean {
  return overall.percent !== null && overall.percent >= thresholdPercent;
}

/** Learning time: what was recorded, and the asked minutes of what was completed without a count of its own. */
export function learningMinutes(milestones: readonly MilestoneFacts[]): number {
  return sum(milestones, (each) =>
    each.counts ? Math.max(each.tally.minutesRecorded, doneMinutes(each)) : 0,
  );
}
