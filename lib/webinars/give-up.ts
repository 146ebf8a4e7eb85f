import "server-only";
import { recordAudit } from "../audit/record";
import { isToken, tokenHash } from "../auth/secrets";
import { inTransaction } from "../db";
import { wakeOutbox } from "../email/wake";
import { NotFound, WrongState } from "../errors";
import { givenUpEmail } from "./emails";
import { lockedWebinar } from "./open";
import { allows, stateOf } from "./states";
import { PLACE, tellItIsOff } from "./tell";

/**
 * Gives up the place of whoever has that personal link; somebody else can have it at once. A second click does
 * nothing more.
 * @throws NotFound for a token that is none, WrongState when the webinar is over or cancelled
 */
export async function giveUpPlace(token: string, at: Date): Promise<void> {
  if (!isToken(token)) throw new NotFound();
  const hash = tokenHash(token);
  await inTransaction(async (tx) => {
    const found = await tx.webinarRegistration.findUnique({
      where: { tokenHash: hash },
      select: { webinarId: true },
    });
    if (!found) throw new NotFound();
    const webinar = await lockedWebinar(tx, found.webinarId);
    const place = await tx.webinarRegistration.findFirst({
      where: { tokenHash: hash, cancelledAt: null },
      select: PLACE,
    });
    if (!place) return;
    if (!allows("give_up", stateOf(webinar, at)))
      throw new WrongState("This webinar is over or cancelled, so there is no place to give up.");
    await tx.webinarRegistration.update({
      where: { id: place.id, cancelledAt: null },
      data: { cancelledAt: at },
    });
    await tx.webinar.update({
      where: { id: webinar.id, placesTaken: { gt: 0 } },
      data: { placesTaken: { decrement: 1 } },
    });
    const fact = {
      subjectType: "webinar_registration",
      subjectId: place.id,
      after: { webinarId: webinar.id },
    };
    await recordAudit(tx, null, { ...fact, action: "webinar.place_given_up" }, at);
    const letter = {
      step: `given-up:${place.registeredAt.getTime()}`,
      message: givenUpEmail(webinar),
      // Newer than the invitation; this entry hears of nothing after it.
      sequence: webinar.version + 1,
    };
    await tellItIsOff(tx, webinar, place, letter, at);
  });
  wakeOutbox();
}
