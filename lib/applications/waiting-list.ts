import "server-only";
import { createHash } from "node:crypto";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { NotFound, StaleVersion } from "../errors";
import { inNewOrder, type Ordered } from "../form-order";
import { isId } from "../ids";

/**
 * The waiting list's order: explicit, from 1, one a cohort. Whoever joins comes last; whoever leaves (an offer, a
 * rejection, a withdrawal) leaves a gap, which nobody sees. The cohort's row is held while the order changes.
 */

/** What a page was made from: the same list in the same order has the same token. */
export const listToken = (ids: readonly string[]): string =>
  createHash("sha256").update(ids.join("\n")).digest("base64url").slice(0, 22);

/** The place after the last one. The caller's transaction holds the cohort until it ends. */
export async function lastInLine(tx: Tx, cohortId: string): Promise<number> {
  await holdCohort(tx, cohortId);
  const { _max } = await tx.application.aggregate({ where: { cohortId }, _max: { waitRank: true } });
  return (_max.waitRank ?? 0) + 1;
}

/**
 * Puts a cohort's waiting list in another order. For those who manage the cohort.
 * @throws NotFound for everybody else, StaleVersion when the list is another than the page showed.
 */
export async function reorderWaitingList(
  actor: Actor,
  input: { cohortId: string; token: string; parts: readonly Ordered[] },
  at: Date,
): Promise<void> {
  const { cohortId, token, parts } = input;
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) throw new NotFound();
  await inTransaction(async (tx) => {
    await holdCohort(tx, cohortId);
    const list = await tx.application.findMany({
      where: { cohortId, state: "waitlisted" },
      select: { id: true, userId: true },
      orderBy: { waitRank: "asc" },
    });
    const before = list.map(({ id }) => id);
    const named = new Set(parts.map(({ key }) => key));
    if (listToken(before) !== token || before.some((id) => !named.has(id))) throw new StaleVersion();
    // Nobody puts themselves forward.
    if (list.some(({ userId }) => userId === actor.userId)) throw new NotFound();
    const after = inNewOrder(
      before,
      parts.map((part) => ({ ...part, out: false })),
    );
    if (after.every((id, index) => id === before[index])) return;
    // In two steps, because no two may have the same place at any moment.
    const last = await lastInLine(tx, cohortId);
    await number(tx, after, last + after.length);
    await number(tx, after, 1);
    const fact = { action: "waiting_list.ordered", subjectType: "cohort", subjectId: cohortId, cohortId };
    await recordAudit(tx, actor, { ...fact, before: { order: before }, after: { order: after } }, at);
  });
}

async function number(tx: Tx, ids: readonly string[], from: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Application" a SET "waitRank" = ${from}::int + line.place - 1
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS line(id, place) WHERE a.id = line.id AND a.state = 'waitlisted'`;
}

async function holdCohort(tx: Tx, cohortId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE id = ${cohortId}::uuid FOR UPDATE`;
}
