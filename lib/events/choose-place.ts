import "server-only";
import type { Actor } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { wakeOutbox } from "../email/wake";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { mustAllow } from "./locked";
import { writeNeeds } from "./needs";
import { ownPlaceAt } from "./own";
import { forgetNeedsWithoutPlace } from "./place-rows";
import { endPlace, holdPlace, joinWaiting, promoteWaiting } from "./places";
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
    if (!input.wait && (await plainlyFull(tx, actor, input.eventId))) throw new WrongState(FULL);
    const { event, enrolmentId, here } = await ownPlaceAt(tx, actor, input.eventId);
    if (!event.byChoice) throw new NotFound();
    mustAllow(event, "choose", at);
    const needs = { ...input, enrolmentId, milestoneId: event.milestoneId };
    if (here && here.state !== "given_up") {
      await writeNeeds(tx, needs, at);
      return here.state;
    }
    if (await holdPlace(tx, event, { enrolmentId, told: "chosen" }, actor, at)) {
      await writeNeeds(tx, needs, at);
      return "held";
    }
    if (!input.wait) throw new WrongState(FULL);
    await joinWaiting(tx, event, enrolmentId, actor, at);
    await writeNeeds(tx, needs, at);
    return "waiting";
  });
  wakeOutbox();
  return outcome;
}

/**
 * True for a participant of the cohort who has nothing at the event when every place is taken already: they need not
 * stand in line behind everybody else who clicks now, only to hear so.
 */
async function plainlyFull(tx: Tx, actor: Actor, eventId: string): Promise<boolean> {
  if (!isId(eventId)) return false;
  const full = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Event" v JOIN "Enrolment" me ON me."cohortId" = v."cohortId" AND me.state = 'active'
    WHERE v.id = ${eventId}::uuid AND me."userId" = ${actor.userId}::uuid AND v."byChoice"
      AND v."cancelledAt" IS NULL AND v."placesTaken" >= v.capacity AND NOT EXISTS (
        SELECT 1 FROM "EventPlace" p
        WHERE p."eventId" = v.id AND p."enrolmentId" = me.id AND p.state <> 'given_up')`;
  return full.length > 0;
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
