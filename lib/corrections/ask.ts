import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { ownTally } from "../engagement/own";
import { reviewersToTell } from "../engagement/reviewers";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { fullTitle } from "../route-map/schema";
import { askedEmail } from "./emails";

/**
 * The viewer says that what is recorded of one of their milestones, or not recorded, is wrong. Whatever the state of
 * their place: that facts about oneself are put right does not end with taking part. One open at a time for a
 * milestone; the same form sent twice asks once. Those who can answer are told.
 */
export async function askForCorrection(
  actor: Actor,
  input: { milestoneId: string; said: string; formKey: string },
  at: Date,
): Promise<void> {
  const { milestoneId, said, formKey } = input;
  if (!isId(formKey)) throw new NotFound();
  await inTransaction(async (tx) => {
    const { enrolmentId, cohortId } = await ownTally(tx, actor, milestoneId);
    const before = await tx.correctionRequest.findFirst({
      where: { OR: [{ formKey }, { enrolmentId, milestoneId, answeredAt: null }] },
      orderBy: { askedAt: "desc" },
      select: { formKey: true, enrolmentId: true },
    });
    if (before?.formKey === formKey && before.enrolmentId === enrolmentId) return;
    if (before)
      throw new WrongState("You have asked for a correction of this already. It is still to be answered.");
    const { id } = await tx.correctionRequest.create({
      data: { enrolmentId, milestoneId, said, askedAt: at, formKey },
      select: { id: true },
    });
    const fact = { action: "correction.asked", subjectType: "enrolment", subjectId: enrolmentId, cohortId };
    await recordAudit(tx, actor, { ...fact, after: { correctionId: id, milestoneId } }, at);
    const about = await tx.enrolmentMilestone.findUniqueOrThrow({
      where: { enrolmentId_milestoneId: { enrolmentId, milestoneId } },
      select: {
        enrolment: { select: { fullName: true } },
        milestone: { select: { title: true, module: true } },
      },
    });
    const letter = askedEmail(id, {
      fullName: about.enrolment.fullName,
      title: fullTitle(about.milestone),
    });
    for (const { userId, email } of await reviewersToTell(tx, { enrolmentId, milestoneId }))
      await queueEmail(tx, email, letter, { dedupeKey: `correction-asked:${id}:${userId}`, at });
  });
  wakeOutbox();
}
