import "server-only";
import type { Actor } from "../auth/actor";
import { holdPlace } from "../cohorts/places";
import { addPlainDays, dateColumn, dayInLondon } from "../dates";
import { inTransaction } from "../db";
import { queueEmail } from "../email/queue";
import { FieldProblem, WrongState } from "../errors";
import { weighReviews } from "./despite";
import { offeredEmail } from "./emails";
import { isEndorsed } from "./endorsement/find";
import { impartialApplication } from "./impartial";
import { type Also, move } from "./move";

type OfferInput = {
  applicationId: string;
  version: number;
  fundedPlace: boolean;
  /** Why it does not wait for the sponsor. */
  overrideReason?: string;
  /** Why it does not wait for a third review. */
  despite?: string;
};

/**
 * Offers a place, to be answered within the cohort's number of days. Holds the place, and a funded one where it is
 * funded, in the same transaction: neither number is ever passed, whoever clicks when. It waits for the sponsor's
 * endorsement, or is made without one for a reason that is kept with it.
 * @throws FieldProblem without endorsement and reason or while two reviews differ, NotFound outside the actor's
 * cohorts, NotAllowed for who knows the applicant, WrongState when no place is left or it is decided already,
 * StaleVersion from a page that is out of date.
 */
export async function makeOffer(actor: Actor, input: OfferInput, at: Date, also?: Also): Promise<void> {
  const { applicationId, version, fundedPlace, despite } = input;
  await inTransaction(async (tx) => {
    const application = await impartialApplication(tx, actor, applicationId);
    const weighed = await weighReviews(tx, actor, application, despite, at);
    const endorsed = await isEndorsed(tx, application.id);
    const overrideReason = endorsed ? null : input.overrideReason || null;
    // First the state: of two who decide at once, the second waits here and is told.
    const answerBy = addPlainDays(dayInLondon(at), application.cohort.offerDays);
    const after = { ...weighed, fundedPlace, answerBy, endorsed };
    await move(tx, application, { move: "offer", by: actor, at, version, after });
    if (!endorsed && !overrideReason)
      throw new FieldProblem("overrideReason", "Enter why it is offered without the sponsor’s endorsement");
    if (!(await holdPlace(tx, application.cohortId, fundedPlace))) {
      throw new WrongState(
        fundedPlace
          ? "No funded place is left in this cohort. You can offer a place without funding, or use the waiting list."
          : "No place is left in this cohort. You can put the application on the waiting list.",
      );
    }
    const { id } = await tx.offer.create({
      data: {
        applicationId,
        fundedPlace,
        offeredById: actor.userId,
        offeredAt: at,
        answerBy: dateColumn(answerBy),
        overrideReason,
      },
      select: { id: true },
    });
    const message = offeredEmail(application, { fundedPlace, answerBy });
    await queueEmail(tx, application.user.email, message, { dedupeKey: `offer-made:${id}`, at });
    await also?.(tx);
  });
}
