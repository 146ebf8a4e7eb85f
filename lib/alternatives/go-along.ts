import "server-only";
import { recordAudit } from "../audit/record";
import type { GoesAlong } from "../enrolments/goes-along";
import { alternativeFor, moveOn } from "./open";
import { LIVE } from "./states";

/**
 * An alternative that is on its way goes along to the like of its milestone, as far as it has come: there it is handed
 * in, and reviewed by those who review there. Where there is no such milestone it is ended, with words.
 */
export const alternativesGoAlong: GoesAlong = async (tx, actor, moving, at) => {
  const { fromId: enrolmentId, toId, toCohortId: cohortId, toCohortName, matched } = moving;
  const live = await tx.alternativeActivity.findMany({
    where: { enrolmentId, state: { in: [...LIVE] } },
    select: { id: true, milestoneId: true, state: true },
    orderBy: { id: "asc" },
  });
  for (const { id, milestoneId, state } of live) {
    const there = matched.get(milestoneId);
    if (!there) {
      const words = `${toCohortName} has nothing that this would stand in for, so it has ended with the move.`;
      const found = await alternativeFor(tx, actor, id, "end");
      await moveOn(tx, actor, found, { move: "end", words }, at);
      continue;
    }
    await tx.alternativeActivity.update({
      where: { id },
      data: { enrolmentId: toId, milestoneId: there },
    });
    const fact = { action: "alternative.went_along", subjectType: "enrolment", subjectId: toId, cohortId };
    const before = { enrolmentId, milestoneId };
    await recordAudit(
      tx,
      actor,
      { ...fact, before, after: { alternativeId: id, milestoneId: there, state } },
      at,
    );
  }
};
