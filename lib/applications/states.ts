import type { ApplicationState } from "./schema";

/**
 * The one table of an application's states: what may become what, and by whose hand. `portal` is the portal
 * itself, when a date passes.
 */

export type Hand = "applicant" | "staff" | "portal";
export type Move =
  | "submit"
  | "begin_review"
  | "waitlist"
  | "offer"
  | "accept"
  | "decline"
  | "reject"
  | "withdraw"
  | "expire";

type Rule = { from: readonly ApplicationState[]; to: ApplicationState; by: Hand; refusal: string };

export const MOVES: Record<Move, Rule> = {
  submit: {
    from: ["draft"],
    to: "submitted",
    by: "applicant",
    refusal: "This application has been sent already.",
  },
  begin_review: {
    from: ["submitted"],
    to: "under_review",
    by: "staff",
    refusal: "Somebody has begun to review this application already.",
  },
  waitlist: {
    from: ["under_review"],
    to: "waitlisted",
    by: "staff",
    refusal: "Only an application under review can go on the waiting list.",
  },
  offer: {
    from: ["under_review", "waitlisted"],
    to: "offered",
    by: "staff",
    refusal:
      "A place can be offered while an application is under review or on the waiting list; this one is neither any more.",
  },
  accept: {
    from: ["offered"],
    to: "accepted",
    by: "applicant",
    refusal: "There is no offer to accept any more.",
  },
  decline: {
    from: ["offered"],
    to: "declined",
    by: "applicant",
    refusal: "There is no offer to decline any more.",
  },
  reject: {
    from: ["under_review", "waitlisted"],
    to: "rejected",
    by: "staff",
    refusal:
      "An application can be rejected while it is under review or on the waiting list; this one is neither any more.",
  },
  withdraw: {
    from: ["draft", "submitted", "under_review", "waitlisted", "offered"],
    to: "withdrawn",
    by: "applicant",
    refusal: "This application can no longer be withdrawn.",
  },
  expire: { from: ["offered"], to: "expired", by: "portal", refusal: "This offer has been answered." },
};

/** True when that move is legal from that state. */
export function canMove(move: Move, from: ApplicationState): boolean {
  return MOVES[move].from.includes(from);
}

/** Ends from which an application can be carried over into a later cohort. */
export const CARRIABLE: readonly ApplicationState[] = ["rejected", "declined", "expired", "withdrawn"];

/** States in which an application still runs: at most one such a person and cohort (a unique index says so too). */
export const LIVE: readonly ApplicationState[] = [
  "draft",
  "submitted",
  "under_review",
  "waitlisted",
  "offered",
  "accepted",
];

/** Sent, and not decided yet: while it is read, or waits for a place. */
export const UNDECIDED: readonly ApplicationState[] = ["submitted", "under_review", "waitlisted"];
