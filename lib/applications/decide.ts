import "server-only";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { queueEmail } from "../email/queue";
import { rejectedEmail, waitlistedEmail } from "./emails";
import { decidableApplication } from "./find";
import { move } from "./move";
import { lastInLine } from "./waiting-list";

/**
 * What staff do with an application short of offering a place. For its cohort's managers and administrators;
 * refused from a page that is out of date, since somebody else may have decided meanwhile.
 */

type Decision = { applicationId: string; version: number };

/** Takes an application into review. */
export async function beginReview(actor: Actor, input: Decision, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const application = await decidableApplication(tx, actor, input.applicationId);
    await move(tx, application, { move: "begin_review", by: actor, at, version: input.version });
  });
}

/** Puts an application on the waiting list, as the last in line, and tells the applicant. */
export async function waitlistApplication(actor: Actor, input: Decision, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const application = await decidableApplication(tx, actor, input.applicationId);
    const data = { waitRank: await lastInLine(tx, application.cohortId) };
    await move(tx, application, { move: "waitlist", by: actor, at, version: input.version, data });
    const dedupeKey = `application-waitlisted:${application.id}`;
    await queueEmail(tx, application.user.email, waitlistedEmail(application), { dedupeKey, at });
  });
}

/** Rejects an application with a reason that the applicant reads. */
export async function rejectApplication(
  actor: Actor,
  input: Decision & { reason: string },
  at: Date,
): Promise<void> {
  const { applicationId, version, reason } = input;
  await inTransaction(async (tx) => {
    const application = await decidableApplication(tx, actor, applicationId);
    await move(tx, application, { move: "reject", by: actor, at, version, reason });
    const dedupeKey = `application-rejected:${application.id}`;
    await queueEmail(tx, application.user.email, rejectedEmail(application, reason), { dedupeKey, at });
  });
}
