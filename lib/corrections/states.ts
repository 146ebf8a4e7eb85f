import type { CorrectionOutcome } from "./schema";

/** Where a correction stands, and what may be done with it: pure. */

export type CorrectionState = "open" | CorrectionOutcome;

/** An answer is given once. Whoever is not content with it asks again, which makes another. */
export const MOVES = {
  ask: { from: null, to: ["open"] },
  answer: { from: "open", to: ["put_right", "not_changed"] },
} as const;

export function stateOf({ outcome }: { outcome: CorrectionOutcome | null }): CorrectionState {
  return outcome ?? "open";
}

export function mayAnswer(state: CorrectionState): boolean {
  return state === MOVES.answer.from;
}

export const STATE_WORDS: Record<CorrectionState, string> = {
  open: "waiting for an answer",
  put_right: "put right",
  not_changed: "not changed",
};
