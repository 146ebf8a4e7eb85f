import "server-only";
import type { GoesAlong } from "../enrolments/goes-along";

/**
 * What somebody needs at a residential that is still to come for them goes along, and stands in the form when they choose
 * a place there. Nothing is left with those who run the events of the cohort that they leave.
 */
export const needsGoAlong: GoesAlong = async (tx, _actor, { fromId, toId, matched }) => {
  const needs = await tx.eventNeeds.findMany({ where: { enrolmentId: fromId } });
  const toCome = await tx.enrolmentMilestone.findMany({
    where: { enrolmentId: toId, completedAt: null, milestoneId: { in: [...matched.values()] } },
    select: { milestoneId: true },
  });
  const open = new Set(toCome.map(({ milestoneId }) => milestoneId));
  await tx.eventNeeds.deleteMany({ where: { enrolmentId: fromId } });
  await tx.eventNeeds.createMany({
    data: needs.flatMap(({ milestoneId, ...row }) => {
      const there = matched.get(milestoneId);
      return there && open.has(there) ? [{ ...row, enrolmentId: toId, milestoneId: there }] : [];
    }),
  });
};
