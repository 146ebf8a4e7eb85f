import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { NotFound, StaleVersion } from "../errors";
import { keptContent, latestNumber, publicContent } from "./content";
import { editable } from "./policy";
import { isSlug, type ProgrammeData, programmeData } from "./schema";

/** The draft: what staff are writing and nobody else sees yet. Every step of it holds the programme's row. */

type DraftRow = { version: number; savedAt: Date } | null;

/** What a form sends back to say which draft it was opened on (schema-editing.ts). */
export function tokenOf(number: number, draft: DraftRow): string {
  return `${number}-${draft?.version ?? 0}-${draft?.savedAt.getTime() ?? 0}`;
}

/**
 * Finds a programme that the actor may edit and holds its row, so that drafts and versions move one at a time.
 * @throws NotFound when there is none for them.
 */
export async function holdProgramme(tx: Tx, actor: Actor, slug: string): Promise<string> {
  if (!isSlug(slug)) throw new NotFound();
  const found = await tx.programme.findFirst({ where: { slug, ...editable(actor) }, select: { id: true } });
  if (!found) throw new NotFound();
  await tx.$queryRaw`SELECT 1 FROM "Programme" WHERE "id" = ${found.id}::uuid FOR UPDATE`;
  return found.id;
}

/** The draft as it stands, or what is public where there is none; refused when the token is of another. */
export async function openDraft(
  tx: Tx,
  programmeId: string,
  token: string,
): Promise<{ content: ProgrammeData; version: number }> {
  const draft = await tx.programmeDraft.findUnique({ where: { programmeId } });
  if (token !== tokenOf(await latestNumber(tx, programmeId), draft)) throw new StaleVersion();
  const content = draft ? keptContent(draft.content) : await publicContent(tx, programmeId);
  return { content, version: draft?.version ?? 0 };
}

/** Keeps the content as the programme's draft. The caller holds the row. */
export async function keepDraft(
  tx: Tx,
  actor: Actor,
  draft: { programmeId: string; content: ProgrammeData; version: number },
  at: Date,
): Promise<void> {
  const { programmeId, version } = draft;
  const saved = {
    content: programmeData.parse(draft.content),
    version: version + 1,
    savedById: actor.userId,
    savedAt: at,
  };
  await tx.programmeDraft.upsert({
    where: { programmeId },
    create: { ...saved, programmeId },
    update: saved,
  });
}

/** Changes one part of the draft, making the draft from what is public where there is none. `part` is for the audit. */
export async function editDraft(
  actor: Actor,
  { slug, token, part }: { slug: string; token: string; part: string },
  change: (content: ProgrammeData) => ProgrammeData,
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const programmeId = await holdProgramme(tx, actor, slug);
    const { content, version } = await openDraft(tx, programmeId, token);
    await keepDraft(tx, actor, { programmeId, content: change(content), version }, at);
    await auditDraft(tx, actor, "programme_draft.saved", programmeId, { part, draft: version + 1 }, at);
  });
}

/** Throws the draft away; what is public stays. @throws StaleVersion when it was saved meanwhile. */
export async function discardDraft(
  actor: Actor,
  { slug, token }: { slug: string; token: string },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const programmeId = await holdProgramme(tx, actor, slug);
    const { version } = await openDraft(tx, programmeId, token);
    if (version === 0) return;
    await tx.programmeDraft.delete({ where: { programmeId } });
    await auditDraft(tx, actor, "programme_draft.discarded", programmeId, { draft: version }, at);
  });
}

/** The audit row of a step with a draft. */
export async function auditDraft(
  tx: Tx,
  actor: Actor,
  action: string,
  programmeId: string,
  after: Record<string, string | number>,
  at: Date,
): Promise<void> {
  await recordAudit(tx, actor, { action, subjectType: "programme", subjectId: programmeId, after }, at);
}
