import { daysBetween, type PlainDate } from "../dates";
import type { EnrolmentState } from "../enrolments/schema";
import type { ItemKind } from "../route-map/schema";
import type { DoneBy, MilestoneFacts, MilestoneState } from "./schema";

/** The state of one milestone on a day, and what can still be done of it: pure. */

/** "Due soon" begins this many days before a window's last day. */
export const DUE_SOON_DAYS = 14;

const DONE_BY: Record<ItemKind, DoneBy> = {
  information_webinar: "nothing",
  induction: "event",
  residential: "event",
  face_to_face_event: "event",
  learning_audit: "audit",
  learning_audit_review: "audit",
  self_directed_study: "study",
  peer_learning_group: "event",
  formative_assessment_task: "task",
  mentor_check_in: "mentor",
  module_evaluation: "evaluation",
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

/** True once the last day of its window is over. */
export const hasClosed = ({ closesOn }: MilestoneFacts, today: PlainDate) =>
  closesOn !== null && closesOn < today;

/**
 * True while the rest of a milestone can still be done. Within its window, and before it, always. After it:
 * study, tasks, audits, evaluations, mentor check-ins, impact reports and coaching can be made up late: they need at most one
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
  return by !== "event" && by !== "gate" && by !== "nothing";
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

/**
 * What a state is for somebody who is not taking part now: nothing is asked of them, so nothing is open or late. What
 * is done stays done; what is still to come is, for somebody who has deferred.
 */
export function whileAway(state: MilestoneState, enrolment: EnrolmentState): MilestoneState {
  if (enrolment === "active" || state === "completed" || state === "credited") return state;
  return enrolment === "deferred" && state === "upcoming" ? state : "not_required";
}
