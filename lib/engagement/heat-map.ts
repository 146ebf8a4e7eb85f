import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { cohortEngagement } from "./cohort-engagement";
import { cohortTotals } from "./cohort-totals";
import type { CohortEngagement, EngagementQuestion } from "./schema";

/** The list as people by milestone, with how many of the cohort's active have done each: `done[milestoneId]`. */
export type HeatMap = CohortEngagement & { done: Record<string, { done: number; of: number }> };

/**
 * A page of the heat map, of the same people as the list's page; null for who does not manage the cohort. Five
 * queries, whatever the size of the cohort.
 */
export async function heatMap(
  actor: Actor,
  cohortId: string,
  question: EngagementQuestion,
  at: Date,
): Promise<HeatMap | null> {
  if (!managesCohort(actor, cohortId)) return null;
  const list = await cohortEngagement(actor, cohortId, question, at);
  if (!list) return null;
  const { milestones: done } = await cohortTotals(cohortId);
  return { ...list, done };
}
