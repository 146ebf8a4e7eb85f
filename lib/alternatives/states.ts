import { type PlainDate, shortDate } from "../dates";
import type { EnrolmentState } from "../enrolments/schema";
import { notRecording } from "../enrolments/states";
import type { AlternativeState } from "./schema";

/** Where an alternative activity stands, who moves it where, and when one may be proposed: pure. */

export const MOVES = {
  propose: { by: "participant", from: [null], to: "proposed" },
  agree: { by: "reviewer", from: ["proposed"], to: "agreed" },
  decline: { by: "reviewer", from: ["proposed"], to: "declined" },
  hand_in: { by: "participant", from: ["agreed", "sent_back"], to: "handed_in" },
  credit: { by: "reviewer", from: ["handed_in"], to: "credited" },
  send_back: { by: "reviewer", from: ["handed_in"], to: "sent_back" },
  /** The participant has moved to a cohort without the like of its milestone (./go-along.ts). */
  end: { by: "reviewer", from: ["proposed", "agreed", "handed_in", "sent_back"], to: "withdrawn" },
  withdraw: { by: "participant", from: ["proposed", "agreed", "sent_back"], to: "withdrawn" },
} as const satisfies Record<
  string,
  {
    by: "participant" | "reviewer";
    from: readonly (AlternativeState | null)[];
    to: AlternativeState;
  }
>;
export type Move = keyof typeof MOVES;

export function allows(move: Move, state: AlternativeState): boolean {
  return (MOVES[move].from as readonly (AlternativeState | null)[]).includes(state);
}

/** On its way: one at a time for a milestone. */
export const LIVE: readonly AlternativeState[] = ["proposed", "agreed", "handed_in", "sent_back"];
/** Waits for a reviewer. */
export const WAITING: readonly AlternativeState[] = ["proposed", "handed_in"];

export const isLive = (state: AlternativeState) => LIVE.includes(state);

/** What decides whether an alternative may be proposed for a milestone. */
export type ProposalFacts = {
  enrolmentState: EnrolmentState;
  counts: boolean;
  required: boolean;
  completed: boolean;
  /** The milestone's minutes, and of them recorded. */
  minutes: number;
  recorded: number;
  closesOn: PlainDate | null;
  /**
   * An event of it has been without the participant, or with them for a part of it only: by its register, once it is
   * taken, or because they had said that they cannot come.
   */
  missed: boolean;
  /** The last day on which engagement can be made up (lib/engagement/progress.ts). */
  until: PlainDate | null;
};

/** Why no alternative can be proposed on a day; null when one can. */
export function whyNot(facts: ProposalFacts, today: PlainDate): string | null {
  const { enrolmentState, counts, required, completed, closesOn, missed, until } = facts;
  const closed = notRecording(enrolmentState);
  if (closed) return closed;
  if (!counts || facts.minutes === 0) return "This does not count towards engagement.";
  if (!required) return "You have been excused from this.";
  if (completed) return "This is done. There is nothing to make up.";
  const over = missed || (closesOn !== null && closesOn < today);
  if (!over) return "This can still be done as planned.";
  if (until !== null && today > until)
    return `Engagement could be made up until ${shortDate(until)}. That day is over.`;
  return null;
}
