import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { NotFound, StaleVersion, WrongState } from "../errors";
import { isId } from "../ids";
import { holdProgramme } from "../programmes/draft";
import { partnerFacts, seenOf } from "./rows";
import type { PartnerInput } from "./schema";

/** International delivery partners: where "Is it for me?" ends for British international schools. */

const MOST = 50;

/**
 * Adds a partner, or changes the one with that id. The same form sent twice adds one.
 * @throws NotFound for who may not; StaleVersion when it was changed after the form was opened
 */
export async function savePartner(
  actor: Actor,
  input: PartnerInput & { slug: string; partnerId: string | null },
  at: Date,
): Promise<void> {
  const { slug, partnerId, formKey, seen, name, url } = input;
  await inTransaction(async (tx) => {
    const programmeId = await holdProgramme(tx, actor, slug);
    const partners = await tx.deliveryPartner.findMany({
      where: { programmeId },
      orderBy: { position: "asc" },
    });
    const before = partners.find(({ id }) => id === (partnerId ?? formKey));
    if (partnerId && !before) throw new NotFound();
    if (before?.name === name && before.url === url) return;
    if (before && seen !== seenOf(partnerFacts(before))) throw new StaleVersion();
    if (before) await tx.deliveryPartner.update({ where: { id: before.id }, data: { name, url } });
    else {
      if (partners.length >= MOST) throw new WrongState(`A programme has at most ${MOST} partners.`);
      const position = (partners.at(-1)?.position ?? 0) + 1;
      await tx.deliveryPartner.create({ data: { id: formKey, programmeId, position, name, url } });
    }
    const fact = {
      action: before ? "delivery_partner.changed" : "delivery_partner.added",
      subjectType: "delivery_partner",
      subjectId: before?.id ?? formKey,
      ...(before ? { before: partnerFacts(before) } : {}),
      after: { programmeId, name, url },
    };
    await recordAudit(tx, actor, fact, at);
  });
}

/** Takes a partner away. @throws NotFound for who may not; StaleVersion when it was changed meanwhile */
export async function removePartner(
  actor: Actor,
  { slug, partnerId, seen }: { slug: string; partnerId: string; seen: string },
  at: Date,
): Promise<void> {
  if (!isId(partnerId)) throw new NotFound();
  await inTransaction(async (tx) => {
    const programmeId = await holdProgramme(tx, actor, slug);
    const partner = await tx.deliveryPartner.findFirst({ where: { id: partnerId, programmeId } });
    if (!partner) throw new NotFound();
    if (seen !== seenOf(partnerFacts(partner))) throw new StaleVersion();
    await tx.deliveryPartner.delete({ where: { id: partnerId } });
    const fact = {
      action: "delivery_partner.removed",
      subjectType: "delivery_partner",
      subjectId: partnerId,
    };
    await recordAudit(tx, actor, { ...fact, before: { programmeId, ...partnerFacts(partner) } }, at);
  });
}
