import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { WrongState } from "../errors";
import { ownApplication } from "./find";
import type { EqualityAnswers } from "./schema-equality";

/**
 * Takes the answers to the equality questions, or none when they are passed over: once for an application that was
 * sent. The answers are rows of their own, a random number, the cohort, the question and the answer: nothing in them
 * leads back to the person, and the application only knows that the questions are done with.
 * @throws WrongState before the application is sent.
 */
export async function answerEquality(
  actor: Actor,
  input: { reference: string; answers: EqualityAnswers },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { id, state, cohortId } = await ownApplication(tx, actor, input.reference);
    if (state === "draft") throw new WrongState("These questions are asked after an application is sent.");
    const { count } = await tx.application.updateMany({
      where: { id, equalityDoneAt: null, submittedAt: { not: null } },
      data: { equalityDoneAt: at },
    });
    // A second click, or another tab: answered once is enough.
    if (count !== 1) return;
    await tx.equalityAnswer.createMany({
      data: Object.entries(input.answers).map(([question, answer]) => ({ cohortId, question, answer })),
    });
    // Whether anything was answered is not said either.
    const fact = { action: "application.equality_done", subjectType: "application", subjectId: id, cohortId };
    await recordAudit(tx, actor, fact, at);
  });
}
