import "server-only";
import type { Actor } from "../auth/actor";
import { dateTimeInLondon } from "../dates";
import { db } from "../db";
import { isVersionNumber } from "../ids";
import { type Change, changesBetween } from "./changes";
import { keptContent, latestNumber, publicContent } from "./content";
import { tokenOf } from "./draft";
import { canEditFacts, editable } from "./policy";
import { isSlug, type ProgrammeData } from "./schema";

/** What staff see of the prospectuses they edit. */

const savedBy = { select: { name: true, email: true } } as const;
const nameOf = ({ name, email }: { name: string; email: string }) => name || email;

export type ProgrammeRow = {
  slug: string;
  shortName: string;
  title: string;
  published: boolean;
  /** "Ruth Calder, 24 November 2026 at 09:12", or null without a draft. */
  draft: string | null;
  latest: { number: number; by: string; at: string } | null;
};

/** The programmes that the viewer may edit. */
export async function programmesToEdit(actor: Actor, at: Date): Promise<ProgrammeRow[]> {
  const rows = await db.programme.findMany({
    where: editable(actor),
    orderBy: { position: "asc" },
    select: {
      slug: true,
      shortName: true,
      title: true,
      publishedAt: true,
      draft: { select: { savedAt: true, savedBy } },
      versions: {
        select: { number: true, publishedAt: true, publishedBy: savedBy },
        orderBy: { number: "desc" },
        take: 1,
      },
    },
  });
  return rows.map(({ slug, shortName, title, publishedAt, draft, versions: [last] }) => ({
    slug,
    shortName,
    title,
    published: publishedAt !== null && publishedAt <= at,
    draft: draft && `${nameOf(draft.savedBy)}, ${dateTimeInLondon(draft.savedAt)}`,
    latest: last
      ? { number: last.number, by: nameOf(last.publishedBy), at: dateTimeInLondon(last.publishedAt) }
      : null,
  }));
}

export type EditedProgramme = {
  id: string;
  slug: string;
  /** As the draft has it, or as it is public where there is no draft. */
  content: ProgrammeData;
  isPublic: ProgrammeData;
  changes: Change[];
  /** Who saved the draft last and when; null without one. */
  draft: { by: string; at: string } | null;
  latestNumber: number;
  token: string;
  mayEditFacts: boolean;
};

/** A programme as its editor has it before them, or null where the viewer may not edit it. */
export async function programmeToEdit(actor: Actor, slug: string): Promise<EditedProgramme | null> {
  if (!isSlug(slug)) return null;
  const found = await db.programme.findFirst({
    where: { slug, ...editable(actor) },
    select: { id: true, draft: { select: { content: true, version: true, savedAt: true, savedBy } } },
  });
  if (!found) return null;
  const { id, draft } = found;
  const [isPublic, number] = await Promise.all([publicContent(db, id), latestNumber(db, id)]);
  const content = draft ? keptContent(draft.content) : isPublic;
  return {
    id,
    slug,
    content,
    isPublic,
    changes: changesBetween(isPublic, content),
    draft: draft && { by: nameOf(draft.savedBy), at: dateTimeInLondon(draft.savedAt) },
    latestNumber: number,
    token: tokenOf(number, draft),
    mayEditFacts: canEditFacts(actor),
  };
}

export type VersionRow = { number: number; by: string; at: string; note: string };

/** The versions of a programme that the viewer may edit, the newest first. */
export async function versionsOf(actor: Actor, slug: string): Promise<VersionRow[]> {
  if (!isSlug(slug)) return [];
  const rows = await db.programmeVersion.findMany({
    where: { programme: { slug, ...editable(actor) } },
    select: { number: true, note: true, publishedAt: true, publishedBy: savedBy },
    orderBy: { number: "desc" },
    take: 500,
  });
  return rows.map(({ number, note, publishedAt, publishedBy }) => ({
    number,
    note,
    by: nameOf(publishedBy),
    at: dateTimeInLondon(publishedAt),
  }));
}

/** One version with what it changed, or null. The first changed nothing: it began. */
export async function versionOf(
  actor: Actor,
  slug: string,
  number: number,
): Promise<(VersionRow & { changes: Change[] }) | null> {
  if (!isSlug(slug) || !isVersionNumber(number)) return null;
  const rows = await db.programmeVersion.findMany({
    where: { programme: { slug, ...editable(actor) }, number: { in: [number - 1, number] } },
    select: { number: true, note: true, content: true, publishedAt: true, publishedBy: savedBy },
  });
  const found = rows.find((row) => row.number === number);
  const before = rows.find((row) => row.number === number - 1);
  if (!found) return null;
  return {
    number,
    note: found.note,
    by: nameOf(found.publishedBy),
    at: dateTimeInLondon(found.publishedAt),
    changes: before ? changesBetween(keptContent(before.content), keptContent(found.content)) : [],
  };
}
