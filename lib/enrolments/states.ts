import { DEFERRAL_REASONS, type EnrolmentState, WITHDRAWAL_REASONS } from "./schema";

/**
 * The legal changes of an enrolment's state, as DfE's training status has them: active ↔ deferred, either →
 * withdrawn, withdrawn → active by resuming, active → completed. Beside DfE's words: whoever has not completed may
 * move to another cohort, which ends the enrolment here as transferred. Completion and transfer are ends.
 */
const NEXT: Record<EnrolmentState, readonly EnrolmentState[]> = {
  active: ["deferred", "withdrawn", "completed", "transferred"],
  deferred: ["active", "withdrawn", "transferred"],
  withdrawn: ["active", "transferred"],
  completed: [],
  transferred: [],
};

export function canMove(from: EnrolmentState, to: EnrolmentState): boolean {
  return NEXT[from].includes(to);
}

/** The reason codes that a change to that state asks for; undefined where it asks for none. */
export function reasonsFor(to: EnrolmentState): readonly string[] | undefined {
  if (to === "deferred") return DEFERRAL_REASONS;
  return to === "withdrawn" ? WITHDRAWAL_REASONS : undefined;
}

/** Why a participant who is not active cannot record, as they read it; undefined for active. */
export function notRecording(state: EnrolmentState): string | undefined {
  if (state === "active") return undefined;
  if (state === "completed") return "You have completed the programme, so nothing more is recorded.";
  if (state === "transferred") return "You have moved to another cohort: record it there.";
  return `Your place is ${state}, so nothing can be recorded now. Write to us if that is not right.`;
}
