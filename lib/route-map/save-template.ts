import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, isAdministrator } from "../auth/actor";
import { inTransaction } from "../db";
import { NotAllowed, NotFound } from "../errors";
import { isId } from "../ids";
import { type TemplateItem, templateItem } from "./schema";

/**
 * Saves a programme's route-map template, items found by their number; those left out go, and words that are left out
 * stay. Cohorts that were made
 * from it keep their milestones as they are. For administrators.
 */
export async function saveTemplate(
  actor: Actor,
  programmeId: string,
  input: readonly TemplateItem[],
  at: Date,
): Promise<void> {
  if (!isAdministrator(actor))
    throw new NotAllowed("Only an administrator can change a route map's template.");
  if (!isId(programmeId)) throw new NotFound();
  const items = templateItem.array().max(200).parse(input);
  await inTransaction(async (tx) => {
    if (!(await tx.programme.findUnique({ where: { id: programmeId }, select: { id: true } })))
      throw new NotFound();
    await tx.routeMapItem.deleteMany({
      where: { programmeId, number: { notIn: items.map(({ number }) => number) } },
    });
    for (const item of items) {
      const where = { programmeId_number: { programmeId, number: item.number } };
      await tx.routeMapItem.upsert({ where, create: { ...item, programmeId }, update: item });
    }
    const fact = {
      action: "route_map_template.saved",
      subjectType: "programme",
      subjectId: programmeId,
      after: { items: items.length },
    };
    await recordAudit(tx, actor, fact, at);
  });
}
