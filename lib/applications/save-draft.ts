import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { StaleVersion, WrongState } from "../errors";
import { ownApplication } from "./find";
import type { Answers } from "./schema-answers";

/**
 * Saves some answers of a draft, already read by `readAnswers`. The applicant's own, and only from the version
 * they opened.
 * @throws WrongState once it is sent, StaleVersion when another tab saved meanwhile.
 */
export async function saveDraft(
  actor: Actor,
  input: Partial<Answers> & { reference: string; version: number },
  at: Date,
): Promise<void> {
  const { reference, version, ...answers } = input;
  await inTransaction(async (tx) => {
    const application = await ownApplication(tx, actor, reference);
    if (application.state !== "draft")
      throw new WrongState("This application has been sent, so it can no longer be changed.");
    const { count } = await tx.application.updateMany({
      where: { id: application.id, state: "draft", version },
      data: { ...answers, version: { increment: 1 }, updatedAt: at },
    });
    if (count !== 1) throw new StaleVersion();
    // Which answers, never what they say.
    const fact = { action: "application.saved", subjectType: "application", subjectId: application.id };
    const after = { version: version + 1, answers: Object.keys(answers) };
    await recordAudit(tx, actor, { ...fact, cohortId: application.cohortId, after }, at);
  });
}
