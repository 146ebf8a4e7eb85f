import "server-only";
import type { Tx } from "../db";
import { NotFound } from "../errors";
import type { RouteMapChanges } from "./changes";
import { rowColumns } from "./rows";

/**
 * Writes changes to a cohort's milestones, inside the transaction that has locked the cohort, looked at its version and
 * taken away the participants' rows of what goes (lib/milestone-changes). Answers the new milestones.
 */
export async function writePlan(
  tx: Tx,
  cohortId: string,
  { changed, added, removed }: RouteMapChanges,
): Promise<string[]> {
  for (const { item } of changed) {
    const { id, number: _number, itemId, ...columns } = rowColumns(item);
    const { count } = await tx.milestone.updateMany({
      where: { id: id ?? "", cohortId },
      data: { ...columns, itemId },
    });
    if (count !== 1) throw new NotFound();
  }
  await tx.milestone.deleteMany({ where: { cohortId, id: { in: removed.flatMap(({ id }) => id ?? []) } } });
  const made = await tx.milestone.createManyAndReturn({
    data: added.map(({ id: _id, ...item }) => ({ ...rowColumns(item), cohortId })),
    select: { id: true },
  });
  await tx.cohort.update({ where: { id: cohortId }, data: { routeMapVersion: { increment: 1 } } });
  return made.map(({ id }) => id);
}
