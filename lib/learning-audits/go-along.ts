import "server-only";
import type { GoesAlong } from "../enrolments/goes-along";

/**
 * An audit that is begun and not sent goes along, to be finished there. One that was sent stays where it was sent, and
 * counts in that cohort's averages; whoever may read it finds it from the later enrolment (`lineOf`).
 */
export const auditsGoAlong: GoesAlong = async (tx, _actor, { fromId, toId, matched }) => {
  const begun = await tx.learningAudit.findMany({
    where: { enrolmentId: fromId, submittedAt: null },
    select: { milestoneId: true },
  });
  for (const { milestoneId } of begun) {
    const there = matched.get(milestoneId);
    // Its marks follow by their foreign key.
    if (there)
      await tx.learningAudit.update({
        where: { enrolmentId_milestoneId: { enrolmentId: fromId, milestoneId } },
        data: { enrolmentId: toId, milestoneId: there },
      });
  }
};
