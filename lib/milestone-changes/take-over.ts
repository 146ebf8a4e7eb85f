import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { cohortFor } from "../cohorts/open";
import { plainDate } from "../dates";
import { db, inTransaction, type Tx } from "../db";
import { FieldProblem, StaleVersion } from "../errors";
import { isId } from "../ids";
import { changesBetween, type PlannedItem, type RouteMapChanges } from "../route-map/changes";
import { datedItems } from "../route-map/dated";
import { keepPlan, plannedItems, recordedAmong } from "../route-map/plan";

const byNumber = ({ number }: PlannedItem) => number;

/** The template's items, dated for a cohort, each as the cohort would have it. */
async function templateFor(tx: Tx, cohort: { programmeId: string; startsOn: Date }): Promise<PlannedItem[]> {
  const rows = await tx.routeMapItem.findMany({
    where: { programmeId: cohort.programmeId },
    orderBy: { number: "asc" },
  });
  const items = rows.map(({ id: itemId, programmeId: _, ...item }) => ({ ...item, itemId, id: null }));
  return datedItems(items, plainDate(cohort.startsOn));
}

/** How a cohort's milestones would have to change to be as the template is, and what of that cannot be done. */
export type Comparison = { differences: RouteMapChanges; kept: Set<string> };

/** A cohort compared with its programme's template; null for who does not manage it. Five queries. */
export async function comparison(actor: Actor, cohortId: string): Promise<Comparison | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const cohort = await db.cohort.findUnique({
    where: { id: cohortId },
    select: { programmeId: true, startsOn: true },
  });
  if (!cohort) return null;
  const differences = changesBetween(
    await plannedItems(db, cohortId),
    await templateFor(db, cohort),
    byNumber,
  );
  return {
    differences,
    kept: await recordedAmong(
      db,
      differences.removed.flatMap(({ id }) => id ?? []),
    ),
  };
}

/**
 * Plans to take chosen differences over from the template: the viewer's plan, to be looked at and confirmed as any
 * other. For the cohort's managers and administrators.
 * @throws NotFound, StaleVersion, WrongState for an archived cohort, FieldProblem when nothing is chosen or what is
 * chosen to go has records
 */
export async function takeOver(
  actor: Actor,
  { cohortId, version, take }: { cohortId: string; version: number; take: readonly number[] },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const cohort = await cohortFor(tx, actor, { cohortId, move: "change" });
    if (cohort.routeMapVersion !== version) throw new StaleVersion();
    const current = await plannedItems(tx, cohortId);
    const { changed, added, removed } = changesBetween(current, await templateFor(tx, cohort), byNumber);
    const chosen = new Set(take);
    const is = (item: PlannedItem) => chosen.has(item.number);
    const gone = removed.filter(is);
    if (![...changed.map(({ item }) => item), ...added, ...gone].some(is))
      throw new FieldProblem("take", "Choose at least one item");
    const kept = await recordedAmong(
      tx,
      gone.flatMap(({ id }) => id ?? []),
    );
    if (kept.size > 0) throw new FieldProblem("take", "Something is recorded for an item that you remove");
    const taken = new Map(
      changed.filter(({ item }) => is(item)).map((change) => [change.item.number, change]),
    );
    const items: PlannedItem[] = [
      ...current
        .filter((item) => !gone.some(({ number }) => number === item.number))
        .map((item) => withTemplate(item, taken.get(item.number)?.item)),
      ...added.filter(is),
    ];
    await keepPlan(tx, { actor, cohortId, baseVersion: version, items }, at);
  });
}

/** The template's words, windows and figures on the cohort's own item: what it is, kind and module, stays. */
function withTemplate(item: PlannedItem, template: PlannedItem | undefined): PlannedItem {
  if (!template) return item;
  const { id: _id, number: _number, kind: _kind, module: _module, ...taken } = template;
  return { ...item, ...taken };
}
