import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import { milestonesOf } from "../route-map/queries";
import type { RouteMapMilestone } from "../route-map/schema";
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
  /** Mean of the active participants' engagement to date, rounded down; null before anything was due. */
  meanToDatePercent: number | null;
  /** How many of them are below the programme's threshold, to date. */
  belowLine: number;
};

/**
 * Done, of a cohort as a whole: nine in ten have done it. Were it everybody, each item that one person missed
 * would stay red for good, and the red that needs somebody would not be seen.
 */
const mostHave = (done: number, of: number) => of > 0 && done * 10 >= of * 9;

/** How many of a cohort's active participants have done each milestone, of how many it is required. One query. */
export async function doneByMilestone(
  cohortId: string,
): Promise<{ milestoneId: string; done: number; of: number }[]> {
  return db.$queryRaw`
    SELECT em."milestoneId", count(*) FILTER (WHERE em."completedAt" IS NOT NULL)::int AS done, count(*)::int AS of
    FROM "Enrolment" e JOIN "EnrolmentMilestone" em ON em."enrolmentId" = e.id
    WHERE e."cohortId" = ${cohortId}::uuid AND e.state = 'active' AND em.required
    GROUP BY em."milestoneId"`;
}

/**
 * How a cohort stands: its milestones with counts, and its engagement to date. For those who manage it; null
 * for everybody else. Three queries, whatever the size of the cohort.
 */
export async function cohortStanding(
  actor: Actor,
  cohortId: string,
  at: Date,
): Promise<CohortStanding | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const today = dayInLondon(at);
  const [milestones, counts, [figures]] = await Promise.all([
    milestonesOf(cohortId),
    doneByMilestone(cohortId),
    db.$queryRaw<{ active: number; mean: number | null; below: number }[]>`
      SELECT count(*)::int AS active, floor(avg(share.percent))::int AS mean,
        (count(*) FILTER (WHERE share.percent < p."engagementThresholdPercent"))::int AS below
      FROM "Cohort" c JOIN "Programme" p ON p.id = c."programmeId" JOIN "Enrolment" e ON e."cohortId" = c.id
      LEFT JOIN (
        SELECT em."enrolmentId", sum(CASE WHEN em."completedAt" IS NOT NULL THEN m.minutes
          ELSE least(em."minutesRecorded", m.minutes) END) * 100.0 / nullif(sum(m.minutes), 0) AS percent
        FROM "Milestone" m JOIN "EnrolmentMilestone" em ON em."milestoneId" = m.id AND em.required
        WHERE m."cohortId" = ${cohortId}::uuid AND m.counts AND m."closesOn" < ${today}::date
        GROUP BY em."enrolmentId"
      ) share ON share."enrolmentId" = e.id
      WHERE c.id = ${cohortId}::uuid AND e.state = 'active'`,
  ]);
  const byMilestone = new Map(counts.map((count) => [count.milestoneId, count]));
  return {
    milestones: milestones.map((milestone) => {
      const { done = 0, of = 0 } = byMilestone.get(milestone.id) ?? {};
      const tally = { minutesRecorded: 0, completed: mostHave(done, of), credited: false, required: true };
      const by = doneBy(milestone.kind);
      const state = milestoneState({ ...milestone, tally }, today, false);
      return { ...milestone, done, of, state, counted: by !== "gate" && by !== "nothing" };
    }),
    active: figures?.active ?? 0,
    meanToDatePercent: figures?.mean ?? null,
    belowLine: figures?.below ?? 0,
  };
}
