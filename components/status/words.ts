import type { EnrolmentState } from "@/lib/enrolments/schema";

/** An enrolment's state in a person's words. */
export const STATE_NAMES: Record<EnrolmentState, string> = {
  active: "active",
  deferred: "deferred",
  withdrawn: "withdrawn",
  completed: "completed",
  transferred: "moved to another cohort",
};
