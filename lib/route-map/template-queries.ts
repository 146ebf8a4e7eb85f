import "server-only";
import { type Actor, isAdministrator } from "../auth/actor";
import { db } from "../db";
import { isVersionNumber } from "../ids";
import { editable } from "../programmes/policy";
import { isSlug } from "../programmes/schema";
import type { TemplateItem } from "./schema";
import { templateColumns } from "./template-write";

export type TemplateVersion = { number: number; note: string; by: string | null; savedAt: Date };
export type TemplateToEdit = {
  programmeId: string;
  shortName: string;
  slug: string;
  items: TemplateItem[];
  /** The number of the latest version; 0 where nothing has been saved. */
  latest: number;
  /** Newest first. */
  versions: TemplateVersion[];
  mayEdit: boolean;
};

/** A programme's template with its versions, for those who edit its prospectus; null for everybody else. Three queries. */
export async function templateToEdit(actor: Actor, slug: string): Promise<TemplateToEdit | null> {
  if (!isSlug(slug)) return null;
  const programme = await db.programme.findFirst({
    where: { AND: [{ slug }, editable(actor)] },
    select: {
      id: true,
      shortName: true,
      slug: true,
      routeItems: { select: templateColumns, orderBy: { number: "asc" } },
      routeMaps: {
        select: { number: true, note: true, savedAt: true, savedBy: { select: { name: true } } },
        orderBy: { number: "desc" },
      },
    },
  });
  if (!programme) return null;
  const { id: programmeId, shortName, routeItems, routeMaps } = programme;
  const versions = routeMaps.map(({ savedBy, ...version }) => ({ ...version, by: savedBy?.name ?? null }));
  const latest = versions[0]?.number ?? 0;
  return {
    programmeId,
    shortName,
    slug,
    items: routeItems,
    latest,
    versions,
    mayEdit: isAdministrator(actor),
  };
}

/** The items of one version; null when there is none of that number. One query. */
export async function templateVersion(programmeId: string, number: number): Promise<TemplateItem[] | null> {
  if (!isVersionNumber(number)) return null;
  const row = await db.routeMapVersion.findUnique({
    where: { programmeId_number: { programmeId, number } },
    select: { items: true },
  });
  return row && (row.items as unknown as TemplateItem[]);
}
