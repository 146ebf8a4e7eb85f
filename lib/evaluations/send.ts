import "server-only";
import type { Actor } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { completeByForm, holdForForm } from "../engagement/complete-by-form";
import { NotFound, WrongState } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { sentBefore } from "./receipt";
import { evaluationQuestions, gapsInEvaluation, LEAST_TOLD } from "./schema";

/**
 * Takes the viewer's evaluation of a module, once, which completes its milestone; the answer says by field what is
 * missing, and is empty when it was taken. Each answer is a row of its own with a random number, the milestone and the
 * question: nothing in it leads back to the person or to their other answers, and that they have sent one is kept
 * apart. Answers wait until those of five people to one version are together and are then told at once
 * (`EvaluationTally`), so that no two looks at a report tell what one person said.
 * @throws WrongState when it is sent already, or the questions were changed since the page was opened
 */
export async function sendEvaluation(
  actor: Actor,
  input: { milestoneId: string; formId: string; answers: ReadonlyMap<string, string> },
  at: Date,
): Promise<Record<string, string>> {
  const { milestoneId, formId, answers } = input;
  if (!isId(milestoneId) || !isId(formId)) throw new NotFound();
  return inTransaction(async (tx) => {
    const held = await holdForForm(tx, actor, { milestoneId, kinds: ["module_evaluation"] }, at);
    const { enrolmentId } = held;
    const key = { enrolmentId, milestoneId };
    const [before] = await tx.$queryRaw<[{ sent: boolean }]>`
      SELECT ${sentBefore(Prisma.sql`${enrolmentId}::uuid`, Prisma.sql`${milestoneId}::uuid`)} AS sent`;
    if (before.sent) throw new WrongState("You have sent this evaluation already. Thank you.");
    const questions = await questionsOf(tx, milestoneId, formId);
    if (![...answers.keys()].every((asked) => questions.some((question) => question.key === asked)))
      throw new WrongState("The questions have changed since you opened this. Reload the page.");
    const gaps = gapsInEvaluation(questions, answers);
    if (Object.keys(gaps).length > 0) return gaps;
    await tx.evaluationReceipt.create({ data: key });
    const given = [...answers].filter(([, answer]) => answer !== "");
    await tx.evaluationAnswer.createMany({
      data: given.map(([question, answer]) => ({ milestoneId, formId, question, answer })),
    });
    await release(tx, { milestoneId, formId });
    await completeByForm(tx, actor, { held, action: "evaluation.sent" }, at);
    return {};
  });
}

/** The questions of that version, where it is one of the milestone's programme and module. */
async function questionsOf(tx: Tx, milestoneId: string, formId: string) {
  const [form] = await tx.$queryRaw<{ questions: unknown }[]>`
    SELECT f.questions FROM "Milestone" m
    JOIN "Cohort" c ON c.id = m."cohortId"
    JOIN "EvaluationForm" f ON f."programmeId" = c."programmeId" AND f.module = m.module
    WHERE m.id = ${milestoneId}::uuid AND f.id = ${formId}::uuid`;
  if (!form) throw new NotFound();
  return evaluationQuestions.parse(form.questions);
}

/**
 * Counts one more of that version, under the tally's lock, and tells of all that wait with it once they are those of five
 * people. Each version by itself: a report says what came of each, and of five answers to two versions one of them may
 * have a single one more than before.
 */
async function release(tx: Tx, which: { milestoneId: string; formId: string }): Promise<void> {
  const { milestoneId, formId } = which;
  const [tally] = await tx.$queryRaw<{ sent: number; released: number }[]>`
    INSERT INTO "EvaluationTally" ("milestoneId", "formId", sent, released)
    VALUES (${milestoneId}::uuid, ${formId}::uuid, 1, 0)
    ON CONFLICT ("milestoneId", "formId") DO UPDATE SET sent = "EvaluationTally".sent + 1
    RETURNING sent, released`;
  if (!tally || tally.sent - tally.released < LEAST_TOLD) return;
  await tx.evaluationTally.update({
    where: { milestoneId_formId: which },
    data: { released: tally.sent },
  });
  await tx.evaluationAnswer.updateMany({ where: { ...which, released: false }, data: { released: true } });
}
