import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon } from "../dates";
import { inTransaction, type Tx } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { loadMilestones } from "../engagement/load";
import { checkMove, lockedEnrolment, moveEnrolment, refuseOwn } from "../enrolments/move";
import { FieldProblem, NotFound } from "../errors";
import { changeEmail } from "./emails";
import { missingForCompletion } from "./rules";
import { type Change, type ChangeInput, LEADS_TO } from "./schema";

type Input = ChangeInput & { cohortId: string; enrolmentId: string; change: Exclude<Change, "transfer"> };

/**
 * Defers, withdraws, resumes or completes a participant, and tells them in the words that were seen. Completing asks
 * for what the programme asks for, or for a reason why it is done all the same, which is kept. The place stays taken.
 * For the cohort's managers and administrators.
 * @throws NotFound, StaleVersion, WrongState also for one's own place, FieldProblem for the reason, the day or a completion without its reason
 */
export async function changeStanding(actor: Actor, input: Input, at: Date): Promise<void> {
  const { cohortId, enrolmentId, change, message, override, ...rest } = input;
  if (!managesCohort(actor, cohortId)) throw new NotFound();
  await inTransaction(async (tx) => {
    const enrolment = await lockedEnrolment(tx, enrolmentId);
    if (enrolment.cohortId !== cohortId) throw new NotFound();
    refuseOwn(actor, enrolment);
    const toState = LEADS_TO[change];
    checkMove(enrolment.state, { ...rest, toState });
    const despite = change === "completion" ? await whyDespite(tx, enrolmentId, cohortId, override, at) : {};
    await moveEnrolment(tx, actor, enrolment, { ...rest, ...despite, toState }, at);
    await tellThem(tx, { ...enrolment, change, message }, at);
  });
  wakeOutbox();
}

/** The reason for completing although something is missing; nothing when nothing is. Under the enrolment's lock. */
async function whyDespite(
  tx: Tx,
  id: string,
  cohortId: string,
  override: string | undefined,
  at: Date,
): Promise<{ override?: string }> {
  const { programme } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { programme: { select: { engagementThresholdPercent: true } } },
  });
  const thresholdPercent = programme.engagementThresholdPercent;
  const progress = await loadMilestones({ id, thresholdPercent }, dayInLondon(at), at, tx);
  const missing = missingForCompletion(progress.milestones, progress.engagement);
  if (missing.length === 0) return {};
  if (!override)
    throw new FieldProblem("override", `Say why they complete all the same. ${missing.join(" ")}`);
  return { override };
}

/** Queues the e-mail of a change, once for each change. */
export async function tellThem(
  tx: Tx,
  about: { id: string; userId: string; cohortId: string; fullName: string; change: Change; message: string },
  at: Date,
): Promise<void> {
  const { id, userId, cohortId, fullName, change, message } = about;
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  const { programme } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { programme: { select: { shortName: true } } },
  });
  const changes = await tx.enrolmentStatusChange.count({ where: { enrolmentId: id } });
  const letter = changeEmail(change, { fullName, programme: programme.shortName, message });
  await queueEmail(tx, email, letter, { dedupeKey: `enrolment-${change}:${id}:${changes}`, at });
}
