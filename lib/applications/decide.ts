import "server-only";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { queueEmail } from "../email/queue";
import { weighReviews } from "./despite";
import { rejectedEmail, waitlistedEmail } from "./emails";
import { impartialApplication } from "./impartial";
import { type Also, move } from "./move";
import type { RejectionReason } from "./schema-reasons";
import { lastInLine } from "./waiting-list";

/**
 * What staff do with an application short of offering a place. For its cohort's managers and administrators, unless
 * they have declared that they know the applicant; refused from a page that is out of date, since somebody else may
 * have decided meanwhile. A decision while two reviews differ says why (`despite`).
 */

type Decision = { applicationId: string; version: number };
type Judgement = Decision & { despite?: string };

/** Takes an application into review. */
export async function beginReview(actor: Actor, input: Decision, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const application = await impartialApplication(tx, actor, input.applicationId);
    await move(tx, application, { move: "begin_review", by: actor, at, version: input.version });
  });
}

/** Puts an application on the waiting list, as the last in line, and tells the applicant. */
export async function waitlistApplication(actor: Actor, input: Judgement, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const application = await impartialApplication(tx, actor, input.applicationId);
    const after = await weighReviews(tx, actor, application, input.despite, at);
    const data = { waitRank: await lastInLine(tx, application.cohortId) };
    await move(tx, application, { move: "waitlist", by: actor, at, version: input.version, data, after });
    const dedupeKey = `application-waitlisted:${application.id}`;
    await queueEmail(tx, application.user.email, waitlistedEmail(application), { dedupeKey, at });
  });
}

/** Rejects an application, for one or more reasons that the applicant reads in kind words, and in staff's own. */
export async function rejectApplication(
  actor: Actor,
  input: Judgement & { reasons: readonly RejectionReason[]; words: string },
  at: Date,
  also?: Also,
): Promise<void> {
  const { applicationId, version, reasons, words, despite } = input;
  await inTransaction(async (tx) => {
    const application = await impartialApplication(tx, actor, applicationId);
    const weighed = await weighReviews(tx, actor, application, despite, at);
    const step = { move: "reject", by: actor, at, version, reason: words, reasonCodes: reasons } as const;
    await move(tx, application, { ...step, after: { ...weighed, reasons: [...reasons] } });
    const dedupeKey = `application-rejected:${application.id}`;
    const message = rejectedEmail(application, { reasons, words });
    await queueEmail(tx, application.user.email, message, { dedupeKey, at });
    await also?.(tx);
  });
}
