import "server-only";
import { db } from "../db";
import { checkRouteMap } from "./checker";
import { plainRow } from "./rows";
import type { RouteMapWarning } from "./schema";

/** What the checker says of a cohort's milestones as they are; the page has found the cohort. One query. */
export async function warningsOf(cohort: { id: string; startsOn: string }): Promise<RouteMapWarning[]> {
  const row = await db.cohort.findUniqueOrThrow({
    where: { id: cohort.id },
    select: {
      programme: { select: { durationMonths: true } },
      milestones: {
        select: { number: true, title: true, module: true, kind: true, opensOn: true, closesOn: true },
      },
    },
  });
  const { durationMonths } = row.programme;
  return checkRouteMap(row.milestones.map(plainRow), { startMonth: cohort.startsOn, durationMonths });
}
