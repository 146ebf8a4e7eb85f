import "server-only";
import type { GoesAlong } from "../enrolments/goes-along";

/**
 * A check-in that the mentor has not confirmed goes along, and so does a report that they have begun: both are finished
 * in the later cohort, by the same link, where the mentor goes along too.
 */
export const checkInsGoAlong: GoesAlong = async (tx, _actor, { fromId, toId, matched }) => {
  const checkIns = await tx.checkIn.findMany({
    where: { enrolmentId: fromId, state: { not: "confirmed" } },
    select: { id: true, milestoneId: true },
  });
  for (const { id, milestoneId } of checkIns) {
    const there = matched.get(milestoneId);
    if (there) await tx.checkIn.update({ where: { id }, data: { enrolmentId: toId, milestoneId: there } });
  }
  const mentor = await tx.npqMentor.findFirst({
    where: { enrolmentId: toId, endedAt: null },
    select: { id: true, email: true },
  });
  if (!mentor) return;
  const reports = await tx.impactReport.findMany({
    where: { enrolmentId: fromId, submittedAt: null, mentor: { email: mentor.email } },
    select: { id: true, milestoneId: true },
    orderBy: { savedAt: "asc" },
  });
  // Of two for one milestone, by a mentor who was named twice, the one that was written last.
  const last = new Map(reports.map(({ id, milestoneId }) => [milestoneId, id]));
  for (const [milestoneId, id] of last) {
    const there = matched.get(milestoneId);
    if (!there) continue;
    const to = { enrolmentId: toId, milestoneId: there, mentorId: mentor.id };
    await tx.impactReport.update({ where: { id }, data: to });
  }
};
