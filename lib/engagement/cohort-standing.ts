import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { milestonesOf } from "../route-map/queries";
import type { RouteMapMilestone } from "../route-map/schema";
import { managedCohort } from "./cohort-scope";
import { cohortTotals } from "./cohort-totals";
import { doneBy, milestoneState } from "./progress";
import type { MilestoneState } from "./schema";

/** A cohort's milestone with how many of its active participants have done it. */
export type CohortMilestone = RouteMapMilestone & {
  id: string;
  done: number;
  /** Active participants it is required of. */
  of: number;
  state: MilestoneState;
  /** False for gates and for what leaves no record: counting who has done it would say nothing. */
  counted: boolean;
};

export type CohortStanding = {
  milestones: CohortMilestone[];
  active: number;
  /** Mean of the active participants' engagement to date in whole percent, rounded down; null before anything was due. */
  meanToDatePercent: number | null;
  /** How many of them are below the programme's threshold, to date. */
  belowLine: number;
  /** False while these are partly of an earlier time. */
  upToDate: boolean;
};

/**
 * Done, of a cohort as a whole: nine in ten have done it. Were it everybody, each item that one person missed
 * would stay red for good, and the red that needs somebody would not be seen.
 */
const mostHave = (done: number, of: number) => of > 0 && done * 10 >= of * 9;

/**
 * How a cohort stands: its milestones with counts, and its engagement to date. For those who manage it; null
 * for everybody else. Three queries, whatever the size of the cohort: what it comes to is kept beside the summaries.
 */
export async function cohortStanding(
  actor: Actor,
  cohortId: string,
  at: Date,
): Promise<CohortStanding | null> {
  const today = dayInLondon(at);
  const cohort = await managedCohort(actor, cohortId, today);
  if (!cohort) return null;
  const [milestones, totals] = await Promise.all([milestonesOf(cohortId), cohortTotals(cohortId)]);
  const { active, withFigure, percentSum, below } = totals;
  return {
    milestones: milestones.map((milestone) => {
      const { done, of } = totals.milestones[milestone.id] ?? { done: 0, of: 0 };
      const tally = { minutesRecorded: 0, completed: mostHave(done, of), credited: false, required: true };
      const by = doneBy(milestone.kind);
      const state = milestoneState({ ...milestone, tally }, today, false);
      return { ...milestone, done, of, state, counted: by !== "gate" && by !== "nothing" };
    }),
    active,
    meanToDatePercent: withFigure === 0 ? null : Math.floor(percentSum / withFigure),
    belowLine: below,
    upToDate: cohort.upToDate,
  };
}
