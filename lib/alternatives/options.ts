import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { db, inTransaction, uniqueViolation } from "../db";
import { NotFound, StaleVersion } from "../errors";
import { isId } from "../ids";
import { editable } from "../programmes/policy";
import { isSlug } from "../programmes/schema";
import type { Option, OptionInput } from "./schema";

/** The programme's own list of what can be done instead, by kind of item. */

const SHOWN = {
  id: true,
  kind: true,
  title: true,
  description: true,
  minutes: true,
  retiredAt: true,
  version: true,
} as const;

type Row = Omit<Option, "offered"> & { retiredAt: Date | null };
const optionOf = ({ retiredAt, ...row }: Row): Option => ({ ...row, offered: retiredAt === null });

/** The list for those who may edit it; null for everybody else. Two queries. */
export async function optionsToEdit(
  actor: Actor,
  slug: string,
): Promise<{ programmeId: string; shortName: string; options: Option[] } | null> {
  if (!isSlug(slug)) return null;
  const programme = await db.programme.findFirst({
    where: { slug, ...editable(actor) },
    select: { id: true, shortName: true },
  });
  if (!programme) return null;
  const options = await db.alternativeOption.findMany({
    where: { programmeId: programme.id },
    select: SHOWN,
    orderBy: [{ kind: "asc" }, { title: "asc" }, { id: "asc" }],
  });
  return { programmeId: programme.id, shortName: programme.shortName, options: options.map(optionOf) };
}

/** What is offered for a kind of item. One query. */
export async function offeredOptions(programmeId: string, kind: Option["kind"]): Promise<Option[]> {
  const rows = await db.alternativeOption.findMany({
    where: { programmeId, kind, retiredAt: null },
    select: SHOWN,
    orderBy: [{ minutes: "desc" }, { title: "asc" }],
  });
  return rows.map(optionOf);
}

/**
 * Puts one on the list, or changes it; `optionId` null makes a new one, whose identifier is the form's key, so that a
 * second click makes no second. What was proposed from it keeps its words. For those who edit the programme's words.
 * @throws NotFound, StaleVersion
 */
export async function saveOption(
  actor: Actor,
  slug: string,
  optionId: string | null,
  input: OptionInput,
  at: Date,
): Promise<void> {
  const { offered, version, formKey, ...words } = input;
  const id = optionId ?? formKey;
  if (!isSlug(slug) || !isId(id)) throw new NotFound();
  try {
    await inTransaction(async (tx) => {
      const programme = await tx.programme.findFirst({
        where: { slug, ...editable(actor) },
        select: { id: true },
      });
      if (!programme) throw new NotFound();
      const programmeId = programme.id;
      const before = await tx.alternativeOption.findFirst({ where: { id, programmeId }, select: SHOWN });
      if (optionId && !before) throw new NotFound();
      const retiredAt = offered === "yes" ? null : (before?.retiredAt ?? at);
      if (optionId) {
        const { count } = await tx.alternativeOption.updateMany({
          where: { id, programmeId, version },
          data: { ...words, retiredAt, version: { increment: 1 } },
        });
        if (count !== 1) throw new StaleVersion();
      } else if (before) return;
      else await tx.alternativeOption.create({ data: { id, programmeId, ...words, retiredAt } });
      const fact = { action: "alternative_option.saved", subjectType: "programme", subjectId: programmeId };
      const facts = (row: { title: string; minutes: number; kind: string }, on: boolean) => ({
        ...{ optionId: id, title: row.title, minutes: row.minutes, kind: row.kind, offered: on },
      });
      const after = facts(words, offered === "yes");
      const earlier = before ? { before: facts(before, before.retiredAt === null) } : {};
      await recordAudit(tx, actor, { ...fact, ...earlier, after }, at);
    });
  } catch (error) {
    // The only unique value is the identifier: the same form came twice at once.
    if (optionId || !uniqueViolation(error)) throw error;
  }
}
