import "server-only";
import type { Actor } from "../../auth/actor";
import { dayInLondon } from "../../dates";
import { inTransaction } from "../../db";
import { WrongState } from "../../errors";
import { impartialApplication } from "../impartial";
import type { Also } from "../move";
import { remindSponsor } from "./ask";
import { asking, lockApplication } from "./find";
import { ASKABLE, standingOf } from "./states";

/**
 * Reminds the sponsor who has not answered, out of turn; once a day in London, and never on the day they were asked.
 * The days of the reminders that go out by themselves stay as they are.
 * @throws NotFound outside the actor's cohorts, WrongState when no answer is awaited or they were written to today
 */
export async function remindSponsorNow(
  actor: Actor,
  { applicationId }: { applicationId: string },
  at: Date,
  also?: Also,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { id } = await impartialApplication(tx, actor, applicationId);
    await lockApplication(tx, id);
    const { state } = await impartialApplication(tx, actor, applicationId);
    const row = await tx.endorsement.findFirst({
      where: { applicationId: id, outcome: null, endedAt: null },
      select: asking,
    });
    if (!row || !ASKABLE.includes(state)) throw new WrongState("No sponsor’s answer is awaited any more.");
    if (standingOf(row, state, at) === "expired")
      throw new WrongState("The sponsor’s link has run out; it can be sent again on the application’s page.");
    if (dayInLondon(row.remindedAt ?? row.askedAt) === dayInLondon(at))
      throw new WrongState("The sponsor was written to today already.");
    await remindSponsor(tx, id, row, at, actor);
    await also?.(tx);
  });
}
