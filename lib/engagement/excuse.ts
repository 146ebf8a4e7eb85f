import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { fullTitle } from "../route-map/schema";
import type { ForWhom } from "./enter-for";
import { excusalEmail } from "./excusal-email";
import type { ExcusalInput } from "./schema-entries";
import { holdTallies } from "./tally";

/**
 * Excuses a participant from a milestone, or takes that back: what is not required counts neither for nor against their
 * engagement. Each is a fact with its reason, of which the participant is told. For those who manage the cohort, and never for themselves.
 * @throws NotFound; WrongState where it is so already, for what is done, in an archived cohort (the database's word), and
 * unless the participant is active or deferred
 */
export async function excuse(
  actor: Actor,
  { cohortId, enrolmentId, milestoneId }: ForWhom,
  { granted, reason }: ExcusalInput,
  at: Date,
): Promise<void> {
  if (!managesCohort(actor, cohortId) || ![cohortId, enrolmentId, milestoneId].every(isId))
    throw new NotFound();
  const excused = granted === "yes";
  await inTransaction(async (tx) => {
    const [held] = await holdTallies(tx, [{ enrolmentId, milestoneId }]);
    if (!held || held.cohortId !== cohortId || held.userId === actor.userId) throw new NotFound();
    if (held.state !== "active" && held.state !== "deferred")
      throw new WrongState(
        "Their time on the programme is over, so nothing changes what is required any more.",
      );
    if (excused && held.completed) throw new WrongState("It is done already, so there is nothing to excuse.");
    const { count } = await tx.enrolmentMilestone.updateMany({
      where: { enrolmentId, milestoneId, required: excused },
      data: { required: !excused },
    });
    if (count === 0)
      throw new WrongState(
        excused ? "They are excused from this already." : "It is required of them already.",
      );
    const { id } = await tx.milestoneExcusal.create({
      data: { enrolmentId, milestoneId, excused, reason, byId: actor.userId, at },
      select: { id: true },
    });
    await tellThem(tx, { id, enrolmentId, milestoneId, excused, reason, by: actor.name }, at);
    const fact = {
      action: excused ? "milestone.excused" : "milestone.required_again",
      ...{ subjectType: "enrolment", subjectId: enrolmentId, cohortId },
    };
    const sides = { before: { milestoneId, required: excused }, after: { milestoneId, required: !excused } };
    await recordAudit(tx, actor, { ...fact, ...sides }, at);
  });
  wakeOutbox();
}

type Told = {
  id: string;
  enrolmentId: string;
  milestoneId: string;
  excused: boolean;
  reason: string;
  by: string;
};

/** The participant hears of it with the reason, unless their access has ended. */
async function tellThem(tx: Tx, { id, enrolmentId, milestoneId, ...decided }: Told, at: Date): Promise<void> {
  const { fullName, user } = await tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: { fullName: true, user: { select: { email: true, accessEndedAt: true } } },
  });
  if (user.accessEndedAt) return;
  const milestone = await tx.milestone.findUniqueOrThrow({
    where: { id: milestoneId },
    select: { title: true, module: true },
  });
  const title = fullTitle(milestone);
  const letter = excusalEmail({ fullName, milestoneId, title, ...decided });
  await queueEmail(tx, user.email, letter, { dedupeKey: `excusal:${id}`, at });
}
