import "server-only";
import { createHash } from "node:crypto";
import { recordAudit } from "../audit/record";
import { countOrRefuse, type Limit } from "../auth/rate-limit";
import { db, inTransaction, uniqueViolation } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { FieldProblem } from "../errors";
import { newReference } from "../ids";
import { questionReceivedEmail } from "./emails";
import type { Question } from "./schema";
import { dueAfter } from "./states";

/** Generous for a person and for a school behind one address; a day's flood stops here. */
export const LIMITS = {
  byAddress: { name: "enquiries-address", max: 5, windowMinutes: 24 * 60 },
  byNetwork: { name: "enquiries-network", max: 20, windowMinutes: 60 },
} satisfies Record<string, Limit>;

/** The promise where the question is about no programme in particular. */
export const REPLY_HOURS = 48;

/**
 * Takes a question from anybody and answers its reference; a confirmation goes out by e-mail. The same form sent
 * twice is one enquiry.
 * @throws FieldProblem for a programme that is not on offer; TooMany, with when to come back.
 */
export async function askQuestion(
  input: Question & { clientIp: string },
  at: Date,
): Promise<{ reference: string }> {
  const formKey = keyOf(input);
  const before = await sentBefore(formKey);
  if (before) return before;
  await countOrRefuse(LIMITS.byNetwork, input.clientIp, tooMany("your network"), at);
  await countOrRefuse(LIMITS.byAddress, input.email, tooMany("this address"), at);
  for (let attempt = 1; ; attempt++) {
    try {
      const asked = await askOnce(input, formKey, at);
      wakeOutbox();
      return asked;
    } catch (error) {
      if (!uniqueViolation(error)) throw error;
      // The other click was quicker, or the reference was taken: the next try settles it.
      const other = await sentBefore(formKey);
      if (other) return other;
      if (attempt === 5) throw error;
    }
  }
}

const tooMany = (from: string) => `Too many questions have come from ${from}.`;

const sentBefore = (formKey: string) =>
  db.enquiry.findUnique({ where: { formKey }, select: { reference: true } });

async function askOnce(input: Question, formKey: string, at: Date): Promise<{ reference: string }> {
  const { name, email, programme: slug, question } = input;
  return inTransaction(async (tx) => {
    const programme = slug
      ? await tx.programme.findFirst({
          where: { slug, publishedAt: { lte: at } },
          select: { id: true, contactReplyHours: true },
        })
      : null;
    if (slug && !programme) throw new FieldProblem("programme", "Choose a programme from the list");
    const dueAt = dueAfter(at, programme?.contactReplyHours ?? REPLY_HOURS);
    const asked = { name, email, question, formKey, programmeId: programme?.id ?? null, dueAt };
    const { id, reference } = await tx.enquiry.create({
      data: { ...asked, reference: newReference("Q"), createdAt: at },
      select: { id: true, reference: true },
    });
    const after = { programmeId: asked.programmeId, dueAt: dueAt.toISOString() };
    const fact = { action: "enquiry.asked", subjectType: "enquiry", subjectId: id, after };
    await recordAudit(tx, null, fact, at);
    const dedupeKey = `question-received:${id}`;
    await queueEmail(tx, email, questionReceivedEmail({ reference, dueAt }), { dedupeKey, at });
    return { reference };
  });
}

/**
 * The key of the form together with what it says: a second click makes no second enquiry, and somebody who goes
 * back and asks something else with the same form is heard.
 */
function keyOf({ formKey, name, email, programme, question }: Question): string {
  const text = JSON.stringify([formKey, name, email, programme, question]);
  const hex = createHash("sha256").update(text).digest("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join("-");
}
