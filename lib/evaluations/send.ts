import "server-only";
import type { Actor } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { completeByForm, holdForForm } from "../engagement/complete-by-form";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { evaluationQuestions, gapsInEvaluation, LEAST_TOLD } from "./schema";

/**
 * Takes the viewer's evaluation of a module, once, which completes its milestone; the answer says by field what is
 * missing, and is empty when it was taken. Each answer is a row of its own with a random number, the milestone and the
 * question: nothing in it leads back to the person or to their other answers, and that they have sent one is kept
 * apart. Answers wait until those of five people are together and are then told at once (`EvaluationTally`), so that
 * no two looks at a report tell what one person said.
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
    if (await tx.evaluationReceipt.findUnique({ where: { enrolmentId_milestoneId: key } }))
      throw new WrongState("You have sent this evaluation already. Thank you.");
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
    await release(tx, milestoneId);
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

/** Counts one more, under the tally's lock, and tells of all that wait once they are those of five people. */
async function release(tx: Tx, milestoneId: string): Promise<void> {
  const [tally] = await tx.$queryRaw<{ sent: number; released: number }[]>`
    INSERT INTO "EvaluationTally" ("milestoneId", sent, released) VALUES (${milestoneId}::uuid, 1, 0)
    ON CONFLICT ("milestoneId") DO UPDATE SET sent = "EvaluationTally".sent + 1
    RETURNING sent, released`;
  if (!tally || tally.sent - tally.released < LEAST_TOLD) return;
  await tx.evaluationTally.update({ where: { milestoneId }, data: { released: tally.sent } });
  await tx.evaluationAnswer.updateMany({ where: { milestoneId, released: false }, data: { released: true } });
}
