import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "../audit/record";
import { countOrRefuse, type Limit } from "../auth/rate-limit";
import { inTransaction, type Tx } from "../db";
import { wakeOutbox } from "../email/wake";
import { NotFound, WrongState } from "../errors";
import { confirmationEmail } from "./emails";
import { lockedWebinar, type OpenWebinar } from "./open";
import { placeHash } from "./place-link";
import type { Registration } from "./schema";
import { allows, isNear, stateOf } from "./states";
import { keyOf, PLACE, type Place, tellWithLink } from "./tell";

/** Enough for somebody who asks for the link again, and for a trust's leaders behind one address. */
export const LIMITS = {
  byAddress: { name: "webinars-address", max: 6, windowMinutes: 24 * 60 },
  byNetwork: { name: "webinars-network", max: 40, windowMinutes: 60 },
} satisfies Record<string, Limit>;

const FULL =
  "Every place is taken, so you are not registered. If you registered before, your link is on its way to you again. Places become free when people give theirs up: try again later, or see the other webinars.";
const NOT_ANY_MORE = "This webinar is over or cancelled, so nobody can register any more.";

/**
 * Takes a place for that address and e-mails the personal link with a calendar file; an address that has a place
 * already gets its link again. The answer is the same for both: nobody learns here who comes. The same form sent
 * twice is one registration and one e-mail.
 * @throws NotFound for one that is not public, WrongState when it is full or over, TooMany
 */
export async function registerForWebinar(
  input: Registration & { webinarId: string; clientIp: string },
  at: Date,
): Promise<void> {
  const { webinarId, email, clientIp } = input;
  await countOrRefuse(LIMITS.byNetwork, clientIp, "Too many registrations have come from your network.", at);
  await countOrRefuse(LIMITS.byAddress, email, "Too many registrations have come from this address.", at);
  const taken = await inTransaction(async (tx) => {
    const webinar = await lockedWebinar(tx, webinarId);
    const state = stateOf(webinar, at);
    if (state === "draft" || !webinar.publishedAt) throw new NotFound();
    if (!allows("register", state)) throw new WrongState(NOT_ANY_MORE);
    return takeOrRemind(tx, webinar, input, at);
  });
  wakeOutbox();
  if (!taken) throw new WrongState(FULL);
}

/** False when there is no place, also to whoever has one; their link goes out all the same. */
async function takeOrRemind(
  tx: Tx,
  webinar: OpenWebinar,
  { name, email, formKey }: Registration,
  at: Date,
): Promise<boolean> {
  const where = { webinarId_email: { webinarId: webinar.id, email } };
  const found = await tx.webinarRegistration.findUnique({
    where,
    select: { ...PLACE, cancelledAt: true },
  });
  if (found && !found.cancelledAt) {
    const again = await tx.outboxMessage.count({
      where: { dedupeKey: keyOf(found.id, stepOf(found, formKey)) },
    });
    await confirm(tx, webinar, found, formKey, at);
    const { capacity, placesTaken } = webinar;
    // A second click on the form that took the last place hears what the first one heard.
    return again > 0 || capacity === null || placesTaken < capacity;
  }
  if (!(await takePlace(tx, webinar.id, at))) return false;
  const fresh = {
    name,
    registeredAt: at,
    cancelledAt: null,
    // Registering the day before, or later, is as good as a reminder.
    remindedAt: isNear(webinar.startsAt, at) ? at : null,
  };
  // The token is drawn from the identifier, so that has to be known first.
  const id = randomUUID();
  const place = await tx.webinarRegistration.upsert({
    where,
    create: { ...fresh, id, webinarId: webinar.id, email, tokenHash: placeHash(id) },
    update: fresh,
    select: PLACE,
  });
  await confirm(tx, webinar, place, formKey, at);
  const fact = { subjectType: "webinar_registration", subjectId: place.id, after: { webinarId: webinar.id } };
  await recordAudit(tx, null, { ...fact, action: "webinar.registered" }, at);
  return true;
}

/** Holds whoever clicks when: the number never passes the capacity, nor does it count where nobody can come. */
async function takePlace(tx: Tx, webinarId: string, at: Date): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE "Webinar" SET "placesTaken" = "placesTaken" + 1
    WHERE "id" = ${webinarId}::uuid AND "publishedAt" IS NOT NULL AND "cancelledAt" IS NULL AND "endsAt" > ${at}
      AND ("capacity" IS NULL OR "placesTaken" < "capacity")`;
  return taken === 1;
}

const stepOf = ({ registeredAt }: Place, formKey: string) =>
  `confirmation:${registeredAt.getTime()}:${formKey}`;

async function confirm(tx: Tx, webinar: OpenWebinar, place: Place, formKey: string, at: Date): Promise<void> {
  const letter = { step: stepOf(place, formKey), message: confirmationEmail, calendar: true };
  await tellWithLink(tx, webinar, place, letter, at);
}
