import "server-only";
import { recordAudit } from "../../audit/record";
import type { Actor } from "../../auth/actor";
import { tokenHash } from "../../auth/secrets";
import type { Tx } from "../../db";
import { queueEmail } from "../../email/queue";
import { newToken } from "../../ids";
import { facts } from "../find";
import { askedEmail, reminderEmail } from "./emails";
import { type Asking, expiryOf } from "./states";

/**
 * Asks the sponsor whom the application names, by a personal link; called in the transaction of the step that leads
 * to it. A link that still waits is ended. Only the link's SHA-256 is kept.
 * @param by who asks; null when the sponsor themselves wants a new link
 */
export async function askSponsor(
  tx: Tx,
  applicationId: string,
  at: Date,
  by: Pick<Actor, "userId"> | null,
): Promise<void> {
  await sendLink(tx, applicationId, { askedAt: at, expiresAt: expiryOf(at), remindedAt: null }, at, by);
}

/** Sends one more link of the same asking, as a reminder; by the portal, or by somebody who decides. */
export async function remindSponsor(
  tx: Tx,
  applicationId: string,
  { askedAt, expiresAt }: Pick<Asking, "askedAt" | "expiresAt">,
  at: Date,
  by: Pick<Actor, "userId"> | null = null,
): Promise<void> {
  await sendLink(tx, applicationId, { askedAt, expiresAt, remindedAt: at }, at, by);
}

async function sendLink(
  tx: Tx,
  applicationId: string,
  times: Pick<Asking, "askedAt" | "expiresAt" | "remindedAt">,
  at: Date,
  by: Pick<Actor, "userId"> | null,
): Promise<void> {
  const application = await tx.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { ...facts, sponsorName: true, sponsorEmail: true },
  });
  const { sponsorName, sponsorEmail, cohortId } = application;
  await tx.endorsement.updateMany({
    where: { applicationId, endedAt: null, outcome: null },
    data: { endedAt: at },
  });
  const token = newToken();
  const { id } = await tx.endorsement.create({
    data: { applicationId, sponsorName, sponsorEmail, tokenHash: tokenHash(token), ...times },
    select: { id: true },
  });
  const reminds = times.remindedAt !== null;
  const fact = {
    action: reminds ? "endorsement.reminded" : "endorsement.asked",
    subjectType: "endorsement",
    subjectId: id,
    cohortId,
    after: { applicationId, expiresAt: times.expiresAt.toISOString() },
  };
  await recordAudit(tx, by, fact, at);
  const message = (reminds ? reminderEmail : askedEmail)(application, { token, expiresAt: times.expiresAt });
  const dedupeKey = askedKey(id);
  await queueEmail(tx, sponsorEmail, message, { dedupeKey, at, secret: true, usefulUntil: times.expiresAt });
}

/** The key of the e-mail that carries an asking's link. */
export const askedKey = (endorsementId: string) => `endorsement-asked:${endorsementId}`;
