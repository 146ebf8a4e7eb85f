import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon, plainDate } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import { changesBetween, type PlannedItem, type RouteMapChanges } from "../route-map/changes";
import { checkRouteMap } from "../route-map/checker";
import { plannedItems } from "../route-map/plan";
import type { RouteMapWarning } from "../route-map/schema";
import { type Effect, effectOf, type Somebody } from "./effect";

/** What a plan would do: what changes, what the checker says of it, what it means for those who are enrolled. */
export type PlanPreview = {
  planId: string;
  /** True when the milestones were saved after the table was opened: it cannot be confirmed as it is. */
  stale: boolean;
  changes: RouteMapChanges;
  warnings: RouteMapWarning[];
  effect: Effect;
  thresholdPercent: number;
};

/** The viewer's plan for a cohort as it was typed; null when there is none for them. One query. */
export async function planOf(actor: Actor, cohortId: string) {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const plan = await db.milestonePlan.findUnique({
    where: { cohortId_byId: { cohortId, byId: actor.userId } },
    select: { id: true, baseVersion: true, items: true },
  });
  return plan && { ...plan, items: plan.items as unknown as PlannedItem[] };
}

/** The viewer's plan with what it would do; null when there is none. Five queries. */
export async function planPreview(actor: Actor, cohortId: string, at: Date): Promise<PlanPreview | null> {
  const plan = await planOf(actor, cohortId);
  if (!plan) return null;
  const [cohort, before, people] = await Promise.all([
    db.cohort.findUniqueOrThrow({
      where: { id: cohortId },
      select: {
        startsOn: true,
        routeMapVersion: true,
        programme: { select: { durationMonths: true, engagementThresholdPercent: true } },
      },
    }),
    plannedItems(db, cohortId),
    activePeople(cohortId),
  ]);
  const { durationMonths, engagementThresholdPercent: thresholdPercent } = cohort.programme;
  const { id: planId, baseVersion, items: after } = plan;
  return {
    planId,
    stale: baseVersion !== cohort.routeMapVersion,
    changes: changesBetween(before, after),
    warnings: checkRouteMap(after, { startMonth: plainDate(cohort.startsOn), durationMonths }),
    effect: effectOf(people, { before, after }, dayInLondon(at), thresholdPercent),
    thresholdPercent,
  };
}

type Row = {
  enrolmentId: string;
  fullName: string;
  tallies: [string, number, boolean, boolean, boolean, boolean][];
};

/** Everybody who is active, with their tallies. One statement. */
async function activePeople(cohortId: string): Promise<Somebody[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.id AS "enrolmentId", e."fullName",
      json_agg(json_build_array(em."milestoneId", em."minutesRecorded", em."completedAt" IS NOT NULL, em.credited,
        em.required, em."completedAt" IS NOT NULL AND EXISTS (
          SELECT 1 FROM "EngagementRecord" r
          WHERE r."enrolmentId" = e.id AND r."milestoneId" = em."milestoneId" AND r.completes
            AND NOT EXISTS (SELECT 1 FROM "EngagementRecord" s WHERE s."supersedesId" = r.id)))) AS tallies
    FROM "Enrolment" e JOIN "EnrolmentMilestone" em ON em."enrolmentId" = e.id
    WHERE e."cohortId" = ${cohortId}::uuid AND e.state = 'active'
    GROUP BY e.id`;
  return rows.map(({ tallies, ...person }) => ({
    ...person,
    held: new Map(
      tallies.map(([id, minutesRecorded, completed, credited, required, bySelf]) => [
        id,
        { minutesRecorded, completed, credited, required, bySelf },
      ]),
    ),
  }));
}
