import "server-only";
import type { Actor } from "../auth/actor";
import { canStartCohort, cohortScope } from "../cohorts/policy";
import { db } from "../db";
import { NotFound } from "../errors";
import { isId } from "../ids";
import { editable } from "../programmes/policy";
import { isSlug } from "../programmes/schema";

/** What a new cohort can be made from: programmes' templates and earlier cohorts, as a form's choices. */
export type Source = { value: string; label: string };

/** The templates and cohorts that the viewer may roll forward, the newest cohort first. Two queries. */
export async function sourcesFor(actor: Actor): Promise<Source[]> {
  const [programmes, cohorts] = await Promise.all([
    db.programme.findMany({
      where: { AND: [editable(actor), { routeItems: { some: {} } }] },
      select: { slug: true, shortName: true },
      orderBy: { position: "asc" },
    }),
    db.cohort.findMany({
      where: { AND: [cohortScope(actor), { milestones: { some: {} } }] },
      select: { id: true, name: true, programme: { select: { shortName: true } } },
      orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    }),
  ]);
  return [
    ...programmes.map(({ slug, shortName }) => ({
      value: slug,
      label: `${shortName}: the programme’s template`,
    })),
    ...cohorts.map(({ id, name, programme }) => ({
      value: id,
      label: `${programme.shortName}, ${name}: its milestones as they are`,
    })),
  ];
}

/**
 * What the form's choice stands for; null where there is none of it for the viewer. One query.
 * @throws NotFound for who starts no cohorts
 */
export async function sourceOf(
  actor: Actor,
  value: string,
): Promise<{ programmeId: string; fromCohortId?: string } | null> {
  if (!canStartCohort(actor)) throw new NotFound();
  if (isId(value)) {
    const where = { AND: [{ id: value }, cohortScope(actor)] };
    const cohort = await db.cohort.findFirst({ where, select: { programmeId: true } });
    return cohort && { programmeId: cohort.programmeId, fromCohortId: value };
  }
  if (!isSlug(value)) return null;
  const where = { AND: [{ slug: value }, editable(actor)] };
  const programme = await db.programme.findFirst({ where, select: { id: true } });
  return programme && { programmeId: programme.id };
}
