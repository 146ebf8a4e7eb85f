import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";
import { NotFound, StaleVersion } from "../errors";
import { isId } from "../ids";
import type { TemplateItem } from "./schema";

/** How a template is written, inside the step that decides it, which authorises. */

/** How a saving is told of, and from which version it was made; without one, whatever is there is replaced. */
export type Saving = { note?: string; baseNumber?: number };

export const templateColumns = {
  number: true,
  module: true,
  kind: true,
  title: true,
  mode: true,
  minutes: true,
  opensMonth: true,
  closesMonth: true,
  counts: true,
  note: true,
  description: true,
  place: true,
  placeUrl: true,
} as const;

/** Locks the template until the end of the transaction; answers the number of its latest version. */
export async function lockTemplate(tx: Tx, programmeId: string, baseNumber?: number): Promise<number> {
  if (!isId(programmeId)) throw new NotFound();
  const found = await tx.$queryRaw<
    object[]
  >`SELECT 1 FROM "Programme" WHERE id = ${programmeId}::uuid FOR UPDATE`;
  if (found.length === 0) throw new NotFound();
  const { _max } = await tx.routeMapVersion.aggregate({ where: { programmeId }, _max: { number: true } });
  const latest = _max.number ?? 0;
  if (baseNumber !== undefined && baseNumber !== latest) throw new StaleVersion();
  return latest;
}

export const currentItems = (tx: Tx, programmeId: string): Promise<TemplateItem[]> =>
  tx.routeMapItem.findMany({ where: { programmeId }, select: templateColumns, orderBy: { number: "asc" } });

/** Writes the items, and what they come to as the next version. */
export async function replaceTemplate(
  tx: Tx,
  actor: Actor,
  programmeId: string,
  items: readonly TemplateItem[],
  { note = "", baseNumber }: Saving,
  at: Date,
): Promise<void> {
  const number = (await lockTemplate(tx, programmeId, baseNumber)) + 1;
  const before = await tx.routeMapItem.count({ where: { programmeId } });
  await tx.routeMapItem.deleteMany({
    where: { programmeId, number: { notIn: items.map((item) => item.number) } },
  });
  for (const item of items) {
    const where = { programmeId_number: { programmeId, number: item.number } };
    await tx.routeMapItem.upsert({ where, create: { ...item, programmeId }, update: item });
  }
  const kept = await currentItems(tx, programmeId);
  const version = { programmeId, number, items: kept, note, savedById: actor.userId, savedAt: at };
  await tx.routeMapVersion.create({ data: version });
  const fact = { action: "route_map_template.saved", subjectType: "programme", subjectId: programmeId };
  const after = { items: kept.length, version: number };
  await recordAudit(tx, actor, { ...fact, before: { items: before, version: number - 1 }, after }, at);
}
