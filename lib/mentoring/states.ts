import type { PlainDate } from "../dates";
import type { CheckInState, ItemStanding, MentorKind } from "./schema";

/** How check-ins and reports move and stand. Pure; London's days. */

/**
 * Days that a mentor's link works. Each e-mail that asks for something brings a new one, so it is a bound on how long
 * an old e-mail is of use to whoever finds it; two months cover a holiday and both reminders.
 */
export const LINK_DAYS = 60;

/** A mentor who was asked and has not answered for so many days is silent. */
export const SILENT_DAYS = 14;

export const MOVES = {
  /** Saving what was sent takes it back from the mentor until it is sent again. */
  save: { from: ["draft", "sent", "disputed"], to: "draft" },
  send: { from: ["draft"], to: "sent" },
  confirm: { from: ["sent"], to: "confirmed" },
  dispute: { from: ["sent"], to: "disputed" },
} as const satisfies Record<string, { from: readonly CheckInState[]; to: CheckInState }>;

/** The state after the move, or null where it cannot be made. */
export function moved(move: keyof typeof MOVES, from: CheckInState): CheckInState | null {
  const { from: allowed, to }: { from: readonly CheckInState[]; to: CheckInState } = MOVES[move];
  return allowed.includes(from) ? to : null;
}

/** How an item stands on a day. A report that is open waits for the mentor, whatever the participant does. */
export function itemStanding(
  item: {
    kind: MentorKind;
    opensOn: PlainDate | null;
    required: boolean;
    completed: boolean;
    checkIn: CheckInState | null;
  },
  today: PlainDate,
): ItemStanding {
  const { kind, opensOn, required, completed, checkIn } = item;
  if (completed || checkIn === "confirmed") return "done";
  if (!required) return "not_required";
  if (checkIn === "sent") return "waiting";
  if (checkIn) return checkIn;
  if (opensOn === null || opensOn > today) return "upcoming";
  return kind === "impact_report" ? "waiting" : "open";
}

/** True when a check-in says all that a mentor is asked to confirm. */
export const isWhole = (text: { metOn: PlainDate | null; talkedAbout: string; nextSteps: string }): boolean =>
  text.metOn !== null && text.talkedAbout !== "" && text.nextSteps !== "";
