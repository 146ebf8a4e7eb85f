import "server-only";
import type { Actor } from "../auth/actor";
import { releasePlace } from "../cohorts/places";
import { inTransaction } from "../db";
import { queueEmail } from "../email/queue";
import { withdrawnEmail } from "./emails";
import { ownApplication } from "./find";
import { endOffer, move } from "./move";

/** Withdraws the applicant's own application, at any time before a place is accepted; a held place is free again. */
export async function withdrawApplication(
  actor: Actor,
  input: { reference: string },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const application = await ownApplication(tx, actor, input.reference);
    await move(tx, application, { move: "withdraw", by: actor, at });
    const offer = await endOffer(tx, application.id, "withdrawn", at);
    if (offer) await releasePlace(tx, application.cohortId, offer.fundedPlace);
    if (application.state === "draft") return;
    const dedupeKey = `application-withdrawn:${application.id}`;
    await queueEmail(tx, application.user.email, withdrawnEmail(application), { dedupeKey, at });
  });
}
