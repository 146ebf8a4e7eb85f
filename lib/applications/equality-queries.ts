import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon, type PlainDate, plainDate } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import { type EqualityTotals, totalsOf } from "./equality-totals";

/**
 * The totals of a cohort's equality answers, for its managers and administrators; null for everybody else. Only once
 * applications have closed: while they come in one by one, two looks at the totals would tell what the last one said.
 */
export async function equalityTotals(
  actor: Actor,
  cohortId: string,
  at: Date,
): Promise<{ totals: EqualityTotals } | { closesOn: PlainDate | null } | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const cohort = await db.cohort.findUnique({ where: { id: cohortId }, select: { applicationsClose: true } });
  if (!cohort) return null;
  const closesOn = cohort.applicationsClose && plainDate(cohort.applicationsClose);
  if (!closesOn || dayInLondon(at) <= closesOn) return { closesOn };
  const groups = await db.equalityAnswer.groupBy({
    by: ["question", "answer"],
    where: { cohortId },
    _count: { _all: true },
  });
  return { totals: totalsOf(groups.map(({ _count, ...group }) => ({ ...group, count: _count._all }))) };
}
