import "server-only";
import type { z } from "zod";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { NotAllowed, NotFound, WrongState } from "../errors";
import { isVersionNumber } from "../ids";
import { changesBetween } from "./changes";
import { addVersion, keptContent, publicContent, writeLists } from "./content";
import { auditDraft, holdProgramme, keepDraft, openDraft } from "./draft";
import { canEditFacts } from "./policy";
import type { publishForm } from "./schema-editing";

/**
 * Makes the draft public: the programme's tables, a version with its number, and the end of the draft, in one
 * transaction. Every server's public pages hear of it from the database. Answers the version's number.
 * @throws WrongState without a change, NotAllowed when it changes facts and the actor may not, StaleVersion.
 */
export async function publishDraft(
  actor: Actor,
  { slug, token, note }: z.output<typeof publishForm> & { slug: string },
  at: Date,
): Promise<number> {
  return inTransaction(async (tx) => {
    const programmeId = await holdProgramme(tx, actor, slug);
    const { content, version } = await openDraft(tx, programmeId, token);
    const changes = changesBetween(await publicContent(tx, programmeId), content);
    if (version === 0 || changes.length === 0)
      throw new WrongState("There is nothing to publish: the draft says what is public already.");
    if (!canEditFacts(actor) && changes.some(({ isFact }) => isFact))
      throw new NotAllowed(
        "This draft changes facts of the programme, so an administrator has to publish it. It is kept as it is.",
      );
    const {
      slug: _slug,
      position: _position,
      sections: _s,
      areas: _a,
      hours: _h,
      voices: _v,
      ...facts
    } = content;
    await tx.programme.update({ where: { id: programmeId }, data: facts });
    await writeLists(tx, programmeId, content);
    await tx.programmeDraft.delete({ where: { programmeId } });
    const number = await addVersion(tx, programmeId, { content, note, publishedById: actor.userId }, at);
    const after = { version: number, changes: changes.length, feePence: content.feePence };
    await auditDraft(tx, actor, "programme.published", programmeId, after, at);
    return number;
  });
}

/**
 * Brings an earlier version back as the draft, in the place of a draft there is; nothing is public until it is
 * published. Whoever may not change facts brings back the words, with the facts as they stand.
 */
export async function restoreVersion(
  actor: Actor,
  { slug, token, number }: { slug: string; token: string; number: number },
  at: Date,
): Promise<void> {
  if (!isVersionNumber(number)) throw new NotFound();
  await inTransaction(async (tx) => {
    const programmeId = await holdProgramme(tx, actor, slug);
    const { content: now, version } = await openDraft(tx, programmeId, token);
    const found = await tx.programmeVersion.findUnique({
      where: { programmeId_number: { programmeId, number } },
      select: { content: true },
    });
    if (!found) throw new NotFound();
    const then = keptContent(found.content);
    const { sections, areas, voices } = then;
    const restored = canEditFacts(actor) ? then : { ...now, sections, areas, voices };
    const content = { ...restored, slug: now.slug, position: now.position };
    await keepDraft(tx, actor, { programmeId, content, version }, at);
    await auditDraft(tx, actor, "programme_version.restored", programmeId, { version: number }, at);
  });
}
