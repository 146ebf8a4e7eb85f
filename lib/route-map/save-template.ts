import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, isAdministrator } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { FieldProblem, NotAllowed, NotFound, StaleVersion } from "../errors";
import { isId } from "../ids";
import { type TemplateItem, templateItem } from "./schema";
import type { Table, TableRow } from "./schema-table";

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

/**
 * Saves a programme's route-map template, items found by their number; those left out go, and words that are left out
 * stay. What it comes to is kept as a version: every version stays. Cohorts that were made from it keep their
 * milestones as they are. For administrators.
 * @throws NotAllowed, NotFound, StaleVersion when a newer version was saved meanwhile
 */
export async function saveTemplate(
  actor: Actor,
  programmeId: string,
  input: readonly TemplateItem[],
  at: Date,
  saving: Saving = {},
): Promise<void> {
  if (!isAdministrator(actor))
    throw new NotAllowed("Only an administrator can change a route map's template.");
  const items = templateItem.array().max(200).parse(input);
  await inTransaction((tx) => replaceTemplate(tx, actor, programmeId, items, saving, at));
}

/** The same from the staff's table: what is there keeps its number, kind and module; what is new gets the next number. */
export async function saveTemplateTable(
  actor: Actor,
  { programmeId, version, why, rows }: Table & { programmeId: string },
  at: Date,
): Promise<void> {
  if (!isAdministrator(actor)) throw new NotFound();
  if (!why) throw new FieldProblem("why", "Say in a few words why you change it");
  await inTransaction(async (tx) => {
    await lockTemplate(tx, programmeId, version);
    const current = await currentItems(tx, programmeId);
    await replaceTemplate(
      tx,
      actor,
      programmeId,
      merged(current, rows),
      { note: why, baseNumber: version },
      at,
    );
  });
}

/** Makes an earlier version the template again, as a new version. For administrators. */
export async function restoreTemplate(
  actor: Actor,
  { programmeId, number, version }: { programmeId: string; number: number; version: number },
  at: Date,
): Promise<void> {
  if (!isAdministrator(actor)) throw new NotFound();
  if (!isId(programmeId)) throw new NotFound();
  await inTransaction(async (tx) => {
    const where = { programmeId_number: { programmeId, number } };
    const earlier = await tx.routeMapVersion.findUnique({ where, select: { items: true } });
    if (!earlier) throw new NotFound();
    const words = { description: null, place: null, placeUrl: null };
    const stored = earlier.items as object[];
    const items = templateItem.array().parse(stored.map((item) => ({ ...words, ...item })));
    const saving = { note: `Back to version ${number}`, baseNumber: version };
    await replaceTemplate(tx, actor, programmeId, items, saving, at);
  });
}

/** Locks the template until the end of the transaction; answers the number of its latest version. */
async function lockTemplate(tx: Tx, programmeId: string, baseNumber?: number): Promise<number> {
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

const currentItems = (tx: Tx, programmeId: string): Promise<TemplateItem[]> =>
  tx.routeMapItem.findMany({ where: { programmeId }, select: templateColumns, orderBy: { number: "asc" } });

async function replaceTemplate(
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

const month = (text: string | null) => (text === null ? null : Number(text));

function merged(current: readonly TemplateItem[], rows: readonly TableRow[]): TemplateItem[] {
  const there = new Map(current.map((item) => [String(item.number), item]));
  let last = Math.max(0, ...current.map(({ number }) => number));
  return rows.flatMap((row): TemplateItem[] => {
    const item = row.key === null ? undefined : there.get(row.key);
    if (row.key !== null && !item) throw new NotFound();
    if (row.remove) return [];
    const { title, mode, minutes, counts, note, description, place, placeUrl } = row;
    const window = { opensMonth: month(row.opens), closesMonth: month(row.closes) };
    const typed = { title, mode, minutes, counts, note, description, place, placeUrl, ...window };
    if (item) return [{ ...item, ...typed }];
    if (!row.kind) return [];
    last += 1;
    return [{ number: last, module: row.module, kind: row.kind, ...typed }];
  });
}
