import "server-only";
import { publicCohorts } from "../cohorts/queries";
import { situationOf } from "../cohorts/situation";
import { dayInLondon, monthStart } from "../dates";
import { db } from "../db";
import { isSlug } from "../programmes/schema";
import { datedItems } from "./dated";
import { plainRow } from "./rows";
import type { PublicRouteMap, RouteMapMilestone, TemplateItem } from "./schema";

const shown = {
  number: true,
  module: true,
  kind: true,
  title: true,
  mode: true,
  minutes: true,
  counts: true,
  note: true,
} as const;
const byNumber = { orderBy: { number: "asc" } } as const;

/** A programme's template, in the route map's order. */
export async function template(programmeId: string): Promise<TemplateItem[]> {
  return db.routeMapItem.findMany({
    where: { programmeId },
    select: { ...shown, opensMonth: true, closesMonth: true },
    ...byNumber,
  });
}

/** A cohort's dated milestones, in the route map's order; `from` to read inside a transaction. */
export async function milestonesOf(
  cohortId: string,
  from: Pick<typeof db, "milestone"> = db,
): Promise<(RouteMapMilestone & { id: string })[]> {
  const rows = await from.milestone.findMany({
    where: { cohortId },
    select: { ...shown, id: true, opensOn: true, closesOn: true },
    ...byNumber,
  });
  return rows.map(plainRow);
}

/**
 * The route map of a published programme: of the cohort with that slug, or, without one, of the cohort that the
 * prospectus's next step is about. Null when there is no such programme or cohort. Three queries.
 */
export async function publicRouteMap(
  programmeSlug: string,
  cohortSlug: string | undefined,
  at: Date,
): Promise<PublicRouteMap | null> {
  if (!isSlug(programmeSlug)) return null;
  const programme = await db.programme.findFirst({
    where: { slug: programmeSlug, publishedAt: { lte: at } },
    select: { id: true, slug: true, shortName: true, title: true, durationMonths: true },
  });
  if (!programme) return null;
  const today = dayInLondon(at);
  const all = await publicCohorts(programme.id);
  const cohort =
    cohortSlug === undefined ? situationOf(all, today).cohort : all.find(({ slug }) => slug === cohortSlug);
  if (cohort === undefined) return null;
  const cohorts = all.toReversed().map(({ slug, name }) => ({ slug, name }));
  if (cohort) {
    const { id, slug, name, startsOn } = cohort;
    return { programme, cohort: { id, slug, name }, startsOn, items: await milestonesOf(id), cohorts };
  }
  const startsOn = monthStart(today);
  const items = datedItems(await template(programme.id), startsOn).map((item) => ({ ...item, id: null }));
  return { programme, cohort: null, startsOn, items, cohorts };
}
