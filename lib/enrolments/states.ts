import { DEFERRAL_REASONS, type EnrolmentState, WITHDRAWAL_REASONS } from "./schema";

/**
 * The legal changes of an enrolment's state, as DfE's training status has them: active ↔ deferred, either →
 * withdrawn, withdrawn → active by resuming, active → completed. Completion is the end.
 */
const NEXT: Record<EnrolmentState, readonly EnrolmentState[]> = {
  active: ["deferred", "withdrawn", "completed"],
  deferred: ["active", "withdrawn"],
  withdrawn: ["active"],
  completed: [],
};

export function canMove(from: EnrolmentState, to: EnrolmentState): boolean {
  return NEXT[from].includes(to);
}

/** The reason codes that a change to that state asks for; undefined where it asks for none. */
export function reasonsFor(to: EnrolmentState): readonly string[] | undefined {
  if (to === "deferred") return DEFERRAL_REASONS;
  return to === "withdrawn" ? WITHDRAWAL_REASONS : undefined;
}
