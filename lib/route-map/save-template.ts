import "server-only";
import { type Actor, isAdministrator } from "../auth/actor";
import { inTransaction } from "../db";
import { NotAllowed, NotFound } from "../errors";
import { isId, isVersionNumber } from "../ids";
import { type TemplateItem, templateItem } from "./schema";
import { replaceTemplate, type Saving } from "./template-write";

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

/**
 * Makes an earlier version the template again, as a new version. For administrators.
 * @throws NotFound where there is no version of that number, StaleVersion when a newer one was saved meanwhile
 */
export async function restoreTemplate(
  actor: Actor,
  { programmeId, number, version }: { programmeId: string; number: number; version: number },
  at: Date,
): Promise<void> {
  if (!isAdministrator(actor)) throw new NotFound();
  if (!isId(programmeId) || !isVersionNumber(number)) throw new NotFound();
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
