import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, isAdministrator } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { NotAllowed, NotFound, StaleVersion, WrongState } from "../errors";
import { isSlug } from "../programmes/schema";
import { addForm } from "./publish-form";
import { type EvaluationQuestion, evaluationQuestions } from "./schema";

/** The questions that an administrator is writing, until they are published. Each step holds the programme's row. */

type Which = { slug: string; module: number; token: string };

/**
 * What a form sends back to say which questions it was opened on: the version that is asked, and the draft's, with the
 * instant at which it was saved: one that was thrown away and begun anew counts from one again, and is another.
 */
export const tokenOf = (
  asked: number,
  draft: { version: number; savedAt: Date } | null | undefined,
): string => (draft ? `${asked}-${draft.version}-${draft.savedAt.getTime().toString(36)}` : `${asked}-0`);

/**
 * Keeps the questions as the module's draft. For administrators.
 * @throws NotFound for a module that ends without an evaluation, StaleVersion when somebody saved or published meanwhile
 */
export async function saveEvaluationDraft(
  actor: Actor,
  { questions, ...which }: Which & { questions: readonly EvaluationQuestion[] },
  at: Date,
): Promise<void> {
  const kept = evaluationQuestions.parse(questions);
  await inTransaction(async (tx) => {
    const { programmeId, draft } = await openDraft(tx, actor, which);
    const { module } = which;
    const data = {
      questions: kept,
      version: (draft?.version ?? 0) + 1,
      savedById: actor.userId,
      savedAt: at,
    };
    await tx.evaluationDraft.upsert({
      where: { programmeId_module: { programmeId, module } },
      create: { programmeId, module, ...data },
      update: data,
    });
    await audit(tx, actor, "evaluation.draft_saved", { programmeId, module, questions: kept.length }, at);
  });
}

/** Throws the draft away; what is asked stays. For administrators. @throws as saving does */
export async function discardEvaluationDraft(actor: Actor, which: Which, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { programmeId, draft } = await openDraft(tx, actor, which);
    const { module } = which;
    if (!draft) throw new WrongState("There is no draft any more.");
    await tx.evaluationDraft.delete({ where: { programmeId_module: { programmeId, module } } });
    await audit(tx, actor, "evaluation.draft_discarded", { programmeId, module }, at);
  });
}

/**
 * Publishes the draft that was seen as a new version: from then on it is asked, and what was answered before stays with
 * the questions it answered. For administrators.
 * @throws as saving does; WrongState without a draft, or with one that asks what is asked already
 */
export async function publishEvaluationDraft(actor: Actor, which: Which, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { programmeId, draft, asked } = await openDraft(tx, actor, which);
    const { module } = which;
    if (!draft) throw new WrongState("There is no draft any more.");
    const questions = evaluationQuestions.parse(draft.questions);
    if (asked && JSON.stringify(questions) === JSON.stringify(evaluationQuestions.parse(asked.questions)))
      throw new WrongState("The draft asks what is asked already, so there is nothing to publish.");
    await addForm(tx, actor, { programmeId, module, questions }, at);
    await tx.evaluationDraft.delete({ where: { programmeId_module: { programmeId, module } } });
  });
}

/** The module's draft and what is asked now, with the programme held. */
async function openDraft(tx: Tx, actor: Actor, { slug, module, token }: Which) {
  if (!isAdministrator(actor)) throw new NotAllowed("Only an administrator can change what evaluations ask.");
  if (!isSlug(slug)) throw new NotFound();
  const [programme] = await tx.$queryRaw<{ id: string; has: boolean }[]>`
    SELECT p.id, EXISTS (SELECT 1 FROM "RouteMapItem" i WHERE i."programmeId" = p.id AND i.module = ${module}
      AND i.kind = 'module_evaluation') AS has
    FROM "Programme" p WHERE p.slug = ${slug} FOR UPDATE OF p`;
  if (!programme?.has) throw new NotFound();
  const programmeId = programme.id;
  const draft = await tx.evaluationDraft.findUnique({
    where: { programmeId_module: { programmeId, module } },
  });
  const asked = await tx.evaluationForm.findFirst({
    where: { programmeId, module },
    orderBy: { version: "desc" },
    select: { version: true, questions: true },
  });
  if (token !== tokenOf(asked?.version ?? 0, draft)) throw new StaleVersion();
  return { programmeId, draft, asked };
}

type About = { programmeId: string; module: number; questions?: number };

function audit(
  tx: Tx,
  actor: Actor,
  action: string,
  { programmeId, ...after }: About,
  at: Date,
): Promise<void> {
  return recordAudit(tx, actor, { action, subjectType: "programme", subjectId: programmeId, after }, at);
}
