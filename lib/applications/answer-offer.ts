import "server-only";
import type { Actor } from "../auth/actor";
import { releasePlace } from "../cohorts/places";
import { endOfDayInLondon, plainDate, shortDate } from "../dates";
import { inTransaction, type Tx } from "../db";
import { queueEmail } from "../email/queue";
import { enrol } from "../enrolments/enrol";
import { WrongState } from "../errors";
import { acceptedEmail, declinedEmail } from "./emails";
import { type Facts, ownApplication } from "./find";
import { endOffer, move } from "./move";
import { LIVE } from "./states";

/**
 * Accepts the offer that stands, until 23:59 in London on its last day. One transaction: the offer is answered, the
 * application accepted, the person enrolled with all the cohort's milestones, and their other live applications to
 * this cohort closed. The place was held since the offer.
 */
export async function acceptOffer(actor: Actor, input: { reference: string }, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const application = await ownApplication(tx, actor, input.reference);
    await move(tx, application, { move: "accept", by: actor, at });
    const { fundedPlace } = await answered(tx, application, "accepted", at);
    const { fullName, workplace, jobTitle, trn } = await tx.application.findUniqueOrThrow({
      where: { id: application.id },
    });
    const { id: applicationId, userId, cohortId } = application;
    await enrol(
      tx,
      { applicationId, userId, cohortId, fundedPlace, fullName, workplace, jobTitle, trn },
      actor,
      at,
    );
    await closeOthers(tx, application, actor, at);
    const dedupeKey = `offer-accepted:${application.id}`;
    await queueEmail(tx, application.user.email, acceptedEmail(application), { dedupeKey, at });
  });
}

/** Declines the offer that stands, with or without a reason; its place is free again. */
export async function declineOffer(
  actor: Actor,
  input: { reference: string; reason?: string },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const application = await ownApplication(tx, actor, input.reference);
    await move(tx, application, { move: "decline", by: actor, at, reason: input.reason });
    const { fundedPlace } = await answered(tx, application, "declined", at);
    await releasePlace(tx, application.cohortId, fundedPlace);
    const dedupeKey = `offer-declined:${application.id}`;
    await queueEmail(tx, application.user.email, declinedEmail(application), { dedupeKey, at });
  });
}

async function answered(tx: Tx, application: Facts, outcome: "accepted" | "declined", at: Date) {
  const offer = await endOffer(tx, application.id, outcome, at);
  if (!offer) throw new Error(`application ${application.id} is offered without an offer`);
  const lastDay = plainDate(offer.answerBy);
  if (at > endOfDayInLondon(lastDay)) {
    throw new WrongState(
      `This offer could be answered until ${shortDate(lastDay)}. Write to us if you still want the place.`,
    );
  }
  return offer;
}

/** The person's other live applications to this programme and cohort; the unique index allows none, history may hold some. */
async function closeOthers(tx: Tx, accepted: Facts, actor: Actor, at: Date): Promise<void> {
  const { id, userId, cohortId } = accepted;
  const others = await tx.application.findMany({
    where: { userId, cohortId, id: { not: id }, state: { in: LIVE.filter((state) => state !== "accepted") } },
    select: { id: true, cohortId: true, state: true, version: true },
  });
  for (const other of others) {
    await move(tx, other, { move: "withdraw", by: actor, at, reason: "Another application was accepted." });
    const offer = await endOffer(tx, other.id, "withdrawn", at);
    if (offer) await releasePlace(tx, cohortId, offer.fundedPlace);
  }
}
