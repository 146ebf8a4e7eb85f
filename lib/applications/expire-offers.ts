import "server-only";
import { releasePlace } from "../cohorts/places";
import { dateColumn, dayInLondon } from "../dates";
import { db, inTransaction } from "../db";
import { queueEmail } from "../email/queue";
import { WrongState } from "../errors";
import { expiredEmail } from "./emails";
import { facts } from "./find";
import { endOffer, move } from "./move";

/**
 * Ends the offers whose last day has passed in London, gives their places back and tells the applicants. Answers
 * how many. Timed work: each offer is a transaction of its own, and one that is answered meanwhile is left alone.
 */
export async function expireOffers(at: Date): Promise<number> {
  const due = await db.offer.findMany({
    where: { outcome: null, answerBy: { lt: dateColumn(dayInLondon(at)) } },
    select: { applicationId: true },
    orderBy: { answerBy: "asc" },
    take: 500,
  });
  let expired = 0;
  let fault: unknown;
  for (const { applicationId } of due) {
    try {
      if (await expireOne(applicationId, at)) expired++;
    } catch (error) {
      // The others are not kept waiting by one; it is reported, and tried again next time.
      fault ??= error;
    }
  }
  if (fault) throw fault;
  return expired;
}

async function expireOne(applicationId: string, at: Date): Promise<boolean> {
  try {
    return await inTransaction(async (tx) => {
      const application = await tx.application.findUniqueOrThrow({
        where: { id: applicationId },
        select: facts,
      });
      await move(tx, application, { move: "expire", by: null, at });
      const offer = await endOffer(tx, applicationId, "expired", at);
      if (offer) await releasePlace(tx, application.cohortId, offer.fundedPlace);
      const dedupeKey = `offer-expired:${applicationId}`;
      await queueEmail(tx, application.user.email, expiredEmail(application), { dedupeKey, at });
      return true;
    });
  } catch (error) {
    if (error instanceof WrongState) return false;
    throw error;
  }
}
