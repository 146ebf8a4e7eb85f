import "server-only";
import { db, type Tx } from "../db";
import { Prisma } from "../generated/prisma/client";

/**
 * What a cohort's participants come to together, kept beside their summaries (decision 0016): who is active, how they
 * stand, who has done which milestone. Sums, so that what somebody was is taken off and what they are is put on.
 */
export type CohortTotals = {
  active: number;
  /** Of those with a figure to date: how many, and their percentages added up. */
  withFigure: number;
  percentSum: number;
  /** How many of them are below the programme's line. */
  below: number;
  /** By milestone: how many have done it, of how many it is required. */
  milestones: Record<string, { done: number; of: number }>;
};

/** What of a participant's summary goes into the totals. */
export type Counted = {
  state: string;
  toDatePercent: number | null;
  /** A letter for each milestone in the route map's order (`marksOf`). */
  marks: string;
};

const DONE = "d";
const REQUIRED = "r";

/** A participant's milestones as letters: done, required and not done, or not required of them. */
export function marksOf(required: readonly boolean[], completed: readonly boolean[]): string {
  return required.map((is, index) => (is ? (completed[index] ? DONE : REQUIRED) : ".")).join("");
}

export const NO_TOTALS: CohortTotals = { active: 0, withFigure: 0, percentSum: 0, below: 0, milestones: {} };

/** Totals with these people put on, or taken off. Only the active count. Pure. */
export function withPeople(
  totals: CohortTotals,
  people: readonly Counted[],
  sign: 1 | -1,
  { milestones, line }: { milestones: readonly { id: string }[]; line: number },
): CohortTotals {
  const sum = { ...totals, milestones: { ...totals.milestones } };
  const counts = milestones.map(({ id }) => ({ done: 0, of: 0, ...sum.milestones[id] }));
  for (const { state, toDatePercent, marks } of people) {
    if (state !== "active") continue;
    sum.active += sign;
    if (toDatePercent !== null) {
      sum.withFigure += sign;
      sum.percentSum += sign * toDatePercent;
      if (toDatePercent < line) sum.below += sign;
    }
    counts.forEach((count, index) => {
      const mark = marks[index];
      if (mark === DONE) count.done += sign;
      if (mark === DONE || mark === REQUIRED) count.of += sign;
    });
  }
  milestones.forEach(({ id }, index) => {
    sum.milestones[id] = counts[index] ?? { done: 0, of: 0 };
  });
  return sum;
}

/** The totals of a cohort as they were worked out last; none before the first time. One query. */
export async function cohortTotals(cohortId: string): Promise<CohortTotals> {
  const kept = await db.engagementDay.findUnique({ where: { cohortId }, select: { totals: true } });
  return (kept?.totals as CohortTotals | null | undefined) ?? NO_TOTALS;
}

/** What these participants, or all of the cohort, are counted as now. */
export function countedIn(tx: Tx, cohortId: string, ids?: readonly string[]): Promise<Counted[]> {
  const which = ids
    ? Prisma.sql`"enrolmentId" = ANY(${[...ids]}::uuid[])`
    : Prisma.sql`"cohortId" = ${cohortId}::uuid`;
  return tx.$queryRaw<Counted[]>`
    SELECT state::text AS state, "toDatePercent", marks FROM "EngagementSummary" WHERE ${which}`;
}
