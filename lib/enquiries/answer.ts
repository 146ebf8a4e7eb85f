import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { answerEmail } from "./emails";
import { DealtWithMeanwhile, lockedEnquiry, mustAllow } from "./open";
import type { Answer } from "./schema";

/**
 * Answers an enquiry by e-mail, with the question quoted. A second answer may follow the first; the first decides
 * whether it was in time. The same form sent twice is one answer.
 * @returns how many answers it has now
 * @throws NotFound for who may not; DealtWithMeanwhile when somebody else was quicker
 */
export async function answerEnquiry(
  actor: Actor,
  input: Answer & { enquiryId: string },
  at: Date,
): Promise<number> {
  const { enquiryId, formKey, body, seen } = input;
  const answers = await inTransaction(async (tx) => {
    const enquiry = await lockedEnquiry(tx, actor, enquiryId);
    const earlier = await tx.enquiryAnswer.findUnique({ where: { formKey } });
    if (earlier?.enquiryId === enquiryId && earlier.answeredById === actor.userId && earlier.body === body)
      return enquiry.answers;
    if (earlier) throw new DealtWithMeanwhile();
    mustAllow("answer", enquiry, seen);
    await tx.enquiry.update({
      where: { id: enquiryId },
      data: {
        answeredAt: enquiry.answeredAt ?? at,
        // Set aside by mistake: now it is answered, and the audit log keeps the rest.
        ...(enquiry.closedAt ? { closedAt: null, closedById: null, closedReason: null } : {}),
      },
    });
    const { id } = await tx.enquiryAnswer.create({
      data: { enquiryId, formKey, body, answeredById: actor.userId, answeredAt: at },
      select: { id: true },
    });
    const fact = {
      action: "enquiry.answered",
      subjectType: "enquiry",
      subjectId: enquiryId,
      before: { state: enquiry.state, answers: enquiry.answers },
      after: { state: "answered", answers: enquiry.answers + 1, inTime: at <= enquiry.dueAt },
    };
    await recordAudit(tx, actor, fact, at);
    const message = answerEmail(enquiry, { body, by: actor.name });
    await queueEmail(tx, enquiry.email, message, { dedupeKey: `enquiry-answer:${id}`, at });
    return enquiry.answers + 1;
  });
  wakeOutbox();
  return answers;
}
