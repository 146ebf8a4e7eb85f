import "server-only";
import type { Tx } from "../db";
import { queueEmail } from "../email/queue";
import { reviewersToTell } from "../engagement/reviewers";
import { fullTitle } from "../route-map/schema";
import { toReviewEmail } from "./emails";

/** Tells those who review it that something waits for them. `step` names it: what was handed in twice is told twice. */
export async function tellReviewers(
  tx: Tx,
  about: { id: string; enrolmentId: string; milestoneId: string },
  what: "proposed" | "handed_in",
  at: Date,
): Promise<void> {
  const { id, enrolmentId, milestoneId } = about;
  const found = await tx.enrolmentMilestone.findUniqueOrThrow({
    where: { enrolmentId_milestoneId: { enrolmentId, milestoneId } },
    select: {
      enrolment: { select: { fullName: true } },
      milestone: { select: { title: true, module: true } },
    },
  });
  const letter = toReviewEmail(id, what, {
    fullName: found.enrolment.fullName,
    instead: fullTitle(found.milestone),
  });
  const step = await tx.alternativeStep.count({ where: { alternativeId: id } });
  for (const { userId, email } of await reviewersToTell(tx, about))
    await queueEmail(tx, email, letter, { dedupeKey: `alternative:${id}:${step}:${userId}`, at });
}
