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
