import "server-only";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { wakeOutbox } from "../email/wake";
import { NotFound, WrongState } from "../errors";
import { mustAllow } from "./locked";
import { writeNeeds } from "./needs";
import { ownPlaceAt } from "./own";
import { endPlace, forgetNeedsWithoutPlace, holdPlace, joinWaiting, promoteWaiting } from "./places";
import type { PlaceChoice } from "./schema";

const FULL =
  "Somebody else took the last place before you, so nothing has changed for you. Tick the box to go on the waiting list, or choose another event.";

/**
 * Takes a place for the viewer at an event that is chosen, with what they need there. A place that they hold at another
 * event of the same milestone is given up in the same moment. Where none is left and they said so, they go on the
 * waiting list, and keep what they hold meanwhile. Twice is once.
 * @returns whether they hold the place now, or wait for it
 * @throws NotFound for an event that is not theirs to choose, WrongState when it is full or no longer open
 */
export async function choosePlace(
  actor: Actor,
  input: PlaceChoice & { eventId: string },
  at: Date,
): Promise<"held" | "waiting"> {
  const outcome = await inTransaction(async (tx) => {
    const { event, enrolmentId, here } = await ownPlaceAt(tx, actor, input.eventId);
    if (!event.byChoice) throw new NotFound();
    mustAllow(event, "choose", at);
    await writeNeeds(tx, { enrolmentId, milestoneId: event.milestoneId, ...input }, at);
    if (here && here.state !== "given_up") return here.state;
    if (await holdPlace(tx, event, { enrolmentId, told: "chosen" }, actor, at)) return "held";
    if (!input.wait) throw new WrongState(FULL);
    await joinWaiting(tx, event, enrolmentId, actor, at);
    return "waiting";
  });
  wakeOutbox();
  return outcome;
}

/**
 * Gives up the viewer's place at an event, or their turn on its waiting list; whoever waits first has the place at
 * once. A second click does nothing more.
 * @throws NotFound for an event that is not theirs, WrongState once the day until which one can choose is over
 */
export async function giveUpPlace(actor: Actor, eventId: string, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { event, enrolmentId, here } = await ownPlaceAt(tx, actor, eventId);
    if (!event.byChoice) throw new NotFound();
    if (!here || here.state === "given_up") return;
    mustAllow(event, "give_up", at);
    const freed = await endPlace(tx, here, { reason: "" }, actor, at);
    await forgetNeedsWithoutPlace(tx, event.milestoneId, enrolmentId);
    if (freed) await promoteWaiting(tx, freed, at);
  });
  wakeOutbox();
}
