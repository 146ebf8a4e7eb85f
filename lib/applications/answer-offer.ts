import "server-only";
import type { Actor } from "../auth/actor";
import { releasePlace } from "../cohorts/places";
import { endOfDayInLondon, plainDate, shortDate } from "../dates";
import { inTransaction, type Tx } from "../db";
import { queueEmail } from "../email/queue";
import { enrol } from "../enrolments/enrol";
import { nameMentorOf } from "../enrolments/name-mentor";
import { WrongState } from "../errors";
import { acceptedEmail, declinedEmail } from "./emails";
import { type Facts, ownApplication } from "./find";
import { mentorColumns, mentorOf } from "./mentor";
import { endOffer, move } from "./move";
import { COMMITMENTS } from "./schema-choices";
import type { Acceptance } from "./schema-offer";
import { LIVE } from "./states";

/**
 * Accepts the offer that stands, until 23:59 in London on its last day, with all that the programme asks taken on.
 * One transaction: the offer is answered, the invoice's details kept, the application accepted, the person enrolled
 * with all the cohort's milestones and the mentor they named, and their other live applications to this cohort
 * closed. The place was held since the offer.
 * @throws WrongState without all commitments, or without the invoice's details where the place is not funded.
 */
export async function acceptOffer(
  actor: Actor,
  input: { reference: string } & Acceptance,
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const application = await ownApplication(tx, actor, input.reference);
    await move(tx, application, { move: "accept", by: actor, at });
    const offer = await answered(tx, application, "accepted", at);
    await keepAcceptance(tx, application, offer, input, at);
    await enrolWithMentor(tx, application, offer.fundedPlace, actor, at);
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

/** What was taken on, and who the invoice goes to. */
async function keepAcceptance(
  tx: Tx,
  { id: applicationId }: Facts,
  offer: { id: string; fundedPlace: boolean },
  { commitments, invoice }: Acceptance,
  at: Date,
): Promise<void> {
  if (!COMMITMENTS.every((each) => commitments.includes(each)))
    throw new WrongState("A place can be accepted only with all that the programme asks.");
  await tx.offer.update({ where: { id: offer.id }, data: { commitments: [...COMMITMENTS] } });
  if (offer.fundedPlace) return;
  if (!invoice) throw new WrongState("This place is not funded: say who the invoice goes to.");
  await tx.invoiceDetails.create({ data: { ...invoice, applicationId, savedAt: at } });
}

async function enrolWithMentor(
  tx: Tx,
  { id, userId, cohortId }: Facts,
  fundedPlace: boolean,
  actor: Actor,
  at: Date,
): Promise<void> {
  const row = await tx.application.findUniqueOrThrow({
    where: { id },
    select: { fullName: true, workplace: true, jobTitle: true, trn: true, ...mentorColumns },
  });
  const { fullName, workplace, jobTitle, trn } = row;
  const person = { applicationId: id, userId, cohortId, fundedPlace, fullName, workplace, jobTitle, trn };
  const enrolmentId = await enrol(tx, person, actor, at);
  const mentor = mentorOf(row);
  if (mentor) await nameMentorOf(tx, actor, { ...mentor, enrolmentId, cohortId }, at);
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
