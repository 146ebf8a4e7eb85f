import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, isAdministrator } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { NotAllowed, NotFound } from "../errors";
import { isId } from "../ids";
import { type EvaluationQuestion, evaluationQuestions } from "./schema";

type Form = { programmeId: string; module: number; questions: readonly EvaluationQuestion[] };

/**
 * Publishes the questions at the end of a module as a new version: from then on it is asked, and what was answered
 * before stays with the questions it answered. For administrators.
 */
export async function publishEvaluationForm(actor: Actor, input: Form, at: Date): Promise<string> {
  if (!isAdministrator(actor)) throw new NotAllowed("Only an administrator can change what evaluations ask.");
  const { programmeId } = input;
  if (!isId(programmeId)) throw new NotFound();
  const questions = evaluationQuestions.parse(input.questions);
  return inTransaction(async (tx) => {
    // Two at once would give the same number.
    const [programme] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Programme" WHERE id = ${programmeId}::uuid FOR UPDATE`;
    if (!programme) throw new NotFound();
    return addForm(tx, actor, { ...input, questions }, at);
  });
}

/** The same inside a step that has authorised and holds the programme. Answers the new version's identifier. */
export async function addForm(tx: Tx, actor: Actor, form: Form, at: Date): Promise<string> {
  const { programmeId, module } = form;
  const questions = [...form.questions];
  const last = await tx.evaluationForm.aggregate({ where: { programmeId, module }, _max: { version: true } });
  const version = (last._max.version ?? 0) + 1;
  const data = { programmeId, module, version, questions, publishedById: actor.userId, publishedAt: at };
  const { id } = await tx.evaluationForm.create({ data, select: { id: true } });
  const after = { module, version, questions: questions.map(({ key }) => key) };
  const fact = { action: "evaluation.published", subjectType: "programme", subjectId: programmeId, after };
  await recordAudit(tx, actor, fact, at);
  return id;
}
