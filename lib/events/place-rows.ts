import "server-only";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";

/** Rows of places as the verbs read them, under the lock of the milestone's events (locked.ts). */

export const PLACE = { id: true, eventId: true, enrolmentId: true, state: true } as const;
export type Place = {
  id: string;
  eventId: string;
  enrolmentId: string;
  state: "held" | "waiting" | "given_up";
};

/** Who moves a place: null is the portal itself. */
export type By = Pick<Actor, "userId"> | null;

/** What somebody holds and waits for among a milestone's events by choice. */
export async function choicesOf(
  tx: Tx,
  milestoneId: string,
  enrolmentId: string,
): Promise<{ held: Place | null; waiting: Place | null }> {
  const rows = await tx.eventPlace.findMany({
    where: { milestoneId, enrolmentId, kind: "choice", state: { not: "given_up" } },
    select: PLACE,
  });
  const of = (state: Place["state"]) => rows.find((row) => row.state === state) ?? null;
  return { held: of("held"), waiting: of("waiting") };
}

/** Nothing is kept of what somebody needs who neither holds a place for the milestone nor waits for one any more. */
export async function forgetNeedsWithoutPlace(
  tx: Tx,
  milestoneId: string,
  enrolmentId: string,
): Promise<void> {
  const { held, waiting } = await choicesOf(tx, milestoneId, enrolmentId);
  if (!held && !waiting) await tx.eventNeeds.deleteMany({ where: { enrolmentId, milestoneId } });
}
