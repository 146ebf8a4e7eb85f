import "server-only";
import type { Actor } from "../auth/actor";
import { cohortFor } from "../cohorts/open";
import { inTransaction, type Tx } from "../db";
import { FieldProblem, NotFound, StaleVersion } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import type { PlannedItem } from "./changes";
import { milestoneColumns, plainRow } from "./rows";
import type { Table, TableRow } from "./schema-table";

/** A cohort's milestones as they are, with all that a plan may change, in the route map's order. */
export async function plannedItems(tx: Tx, cohortId: string): Promise<(PlannedItem & { id: string })[]> {
  const rows = await tx.milestone.findMany({
    where: { cohortId },
    select: { ...milestoneColumns, id: true },
    orderBy: { number: "asc" },
  });
  return rows.map(plainRow);
}

/**
 * Keeps what was typed in the table as the viewer's plan for the cohort, in place of one before: nothing is changed
 * until it is confirmed (lib/milestone-changes). For the cohort's managers and administrators.
 * @throws NotFound, WrongState for an archived cohort, StaleVersion when the milestones were saved meanwhile,
 * FieldProblem for a row that cannot be removed
 */
export async function planMilestones(
  actor: Actor,
  { cohortId, version, rows }: Pick<Table, "version" | "rows"> & { cohortId: string },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const cohort = await cohortFor(tx, actor, { cohortId, move: "change" });
    if (cohort.routeMapVersion !== version) throw new StaleVersion();
    const items = merged(await plannedItems(tx, cohortId), rows);
    const removed = rows.filter(({ remove, key }) => remove && key);
    const kept = await recordedAmong(
      tx,
      removed.flatMap(({ key }) => key ?? []),
    );
    const first = removed.find(({ key }) => key && kept.has(key));
    if (first)
      throw new FieldProblem(
        `remove${first.at}`,
        `Item ${first.at}: something is recorded or planned for it, so it stays`,
      );
    await keepPlan(tx, { actor, cohortId, baseVersion: version, items }, at);
  });
}

/** Puts items into the viewer's plan, in the transaction of whoever made them. */
export async function keepPlan(
  tx: Tx,
  plan: { actor: Actor; cohortId: string; baseVersion: number; items: readonly PlannedItem[] },
  at: Date,
): Promise<void> {
  const { actor, cohortId, baseVersion, items } = plan;
  // A new identifier each time: a preview of the plan before it confirms nothing.
  await tx.milestonePlan.deleteMany({ where: { cohortId, byId: actor.userId } });
  const data = { cohortId, byId: actor.userId, baseVersion, items: items as Prisma.InputJsonValue };
  await tx.milestonePlan.create({ data: { ...data, madeAt: at } });
}

/** Of these milestones, those that records or events hang on. */
export async function recordedAmong(tx: Tx, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const where = { milestoneId: { in: ids } };
  const records = await tx.engagementRecord.findMany({
    where,
    distinct: ["milestoneId"],
    select: { milestoneId: true },
  });
  const events = await tx.event.findMany({ where, distinct: ["milestoneId"], select: { milestoneId: true } });
  return new Set([...records, ...events].map(({ milestoneId }) => milestoneId));
}

function merged(
  current: readonly (PlannedItem & { id: string })[],
  rows: readonly TableRow[],
): PlannedItem[] {
  const there = new Map(current.map((item) => [item.id, item]));
  let last = Math.max(0, ...current.map(({ number }) => number));
  // A version that is the same has the same milestones: a key that is not among them is somebody else's.
  return rows.flatMap((row): PlannedItem[] => {
    const item = row.key === null ? undefined : there.get(row.key);
    if (row.key !== null && !item) throw new NotFound();
    if (row.remove) return [];
    const { mode, minutes, counts, title, note, description, place, placeUrl, opens, closes } = row;
    const typed = { mode, minutes, counts, title, note, description, place, placeUrl };
    const window = { opensOn: opens, closesOn: closes };
    if (item) return [{ ...item, ...typed, ...window }];
    const { module, kind } = row;
    if (!kind) return [];
    last += 1;
    return [{ id: null, itemId: null, number: last, module, kind, ...typed, ...window }];
  });
}
