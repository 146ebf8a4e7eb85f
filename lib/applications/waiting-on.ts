import type { ApplicationState } from "./schema";
import { WAITING_ON, type WaitingOn } from "./schema-queue";

/**
 * On whom an application waits. It can be several: staff read it while its sponsor has still to answer.
 * lib/applications/queue-where.ts says the same in terms of the database.
 */

/** The facts that decide it. */
export type Standing = {
  state: ApplicationState;
  /** The askings of its sponsors that were not ended by a newer one. */
  endorsements: readonly { endedAt: Date | null; outcome: "endorsed" | "declined" | "wrong_person" | null }[];
  /** Whether its cohort has a place that nobody holds. */
  placeFree: boolean;
};

/**
 * Staff: it was sent, or is under review, or is on the waiting list while a place is free. The sponsor: it was
 * sent, or waits, and no sponsor has answered. The applicant: an offer to answer, or another sponsor to name. Nobody: none of
 * these.
 */
export function waitingOn({ state, endorsements, placeFree }: Standing): WaitingOn[] {
  const undecided = state === "submitted" || state === "under_review" || state === "waitlisted";
  const standing = endorsements.filter(({ endedAt }) => endedAt === null);
  const answered = standing.some(({ outcome }) => outcome === "endorsed" || outcome === "declined");
  const asked = standing.some(({ outcome }) => outcome === null);
  const wrongPerson = !answered && !asked && standing.some(({ outcome }) => outcome === "wrong_person");
  const on: Record<WaitingOn, boolean> = {
    staff: undecided && (state !== "waitlisted" || placeFree),
    sponsor: undecided && !answered && !wrongPerson,
    applicant: state === "offered" || state === "draft" || (undecided && wrongPerson),
    nobody: false,
  };
  const found = WAITING_ON.filter((who) => on[who]);
  return found.length > 0 ? found : ["nobody"];
}
