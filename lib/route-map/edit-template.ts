import "server-only";
import { type Actor, isAdministrator } from "../auth/actor";
import { inTransaction } from "../db";
import { FieldProblem, NotFound } from "../errors";
import type { TemplateItem } from "./schema";
import type { Table, TableRow } from "./schema-table";
import { currentItems, lockTemplate, replaceTemplate } from "./template-write";

/**
 * Saves a template from the staff's table: what is there keeps its number, kind and module; what is new gets the next number.
 * For administrators.
 * @throws NotFound, StaleVersion, FieldProblem when it is not said why
 */
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
