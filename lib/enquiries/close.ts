import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { lockedEnquiry, mustAllow } from "./open";
import type { Closure } from "./schema";

/**
 * Sets an enquiry aside without an answer, with a reason for colleagues: advertising, a test, a second copy. No
 * e-mail goes out.
 * @throws NotFound for who may not; DealtWithMeanwhile or WrongState when it waits no longer
 */
export async function setEnquiryAside(
  actor: Actor,
  input: Closure & { enquiryId: string },
  at: Date,
): Promise<void> {
  const { enquiryId, seen, reason } = input;
  await inTransaction(async (tx) => {
    const enquiry = await lockedEnquiry(tx, actor, enquiryId);
    mustAllow("set_aside", enquiry, seen);
    await tx.enquiry.update({
      where: { id: enquiryId },
      data: { closedAt: at, closedById: actor.userId, closedReason: reason },
    });
    const fact = {
      action: "enquiry.set_aside",
      subjectType: "enquiry",
      subjectId: enquiryId,
      before: { state: enquiry.state },
      after: { state: "set_aside" },
    };
    await recordAudit(tx, actor, fact, at);
  });
}
