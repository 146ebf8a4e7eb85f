import { linkExpiry } from "../../asking";
import type { ApplicationState } from "../schema";
import type { Outcome, Standing } from "../schema-endorsement";

/** How an asking of a sponsor stands, and what may be done with it. Pure; London's days. */

/**
 * Days that a link works. A holiday of two weeks may fall into it, and two weeks of term are left; and a link that
 * turns up later, in somebody else's mailbox or on paper, opens nothing.
 */
export const LINK_DAYS = 28;

/** How often a link may be sent again by the applicant or the sponsor, and in what time once. Staff may always. */
export const MOST_RESENDS = 5;
export const RESEND_HOURS = 24;

/** States in which an offer may still wait for the sponsor: one can be asked, again, and another one named. */
export const ASKABLE: readonly ApplicationState[] = ["submitted", "under_review", "waitlisted"];
/** With an offer made by override the word of a sponsor who was asked is still welcome. */
export const ANSWERABLE: readonly ApplicationState[] = [...ASKABLE, "offered"];

export type Asking = {
  askedAt: Date;
  expiresAt: Date;
  remindedAt: Date | null;
  endedAt: Date | null;
  outcome: Outcome | null;
};

/** 23:59 in London on the last day of a link that is sent then. */
export function expiryOf(askedAt: Date): Date {
  return linkExpiry(askedAt, LINK_DAYS);
}

/** How it stands at that moment, for an application in that state. */
export function standingOf(
  { outcome, endedAt, expiresAt }: Pick<Asking, "outcome" | "endedAt" | "expiresAt">,
  state: ApplicationState,
  at: Date,
): Standing {
  if (outcome) return outcome;
  if (!ANSWERABLE.includes(state)) return "closed";
  if (endedAt) return "replaced";
  return at > expiresAt ? "expired" : "waiting";
}

/** From when the link may be sent again by whoever is not staff; null when it may not any more. */
export function resendFrom(askings: Pick<Asking, "askedAt">[]): Date | null {
  const times = [...new Set(askings.map(({ askedAt }) => askedAt.getTime()))];
  if (times.length > MOST_RESENDS) return null;
  return new Date(Math.max(0, ...times) + RESEND_HOURS * 3_600_000);
}
