import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { NotFound } from "../errors";
import { isId } from "../ids";
import { type NewMentor, newMentor } from "./schema";

/**
 * Names the line manager or mentor of a participant; the one before, if any, ends. For the participant
 * and the cohort's managers and administrators; NotFound for everybody else.
 */
export async function nameMentor(actor: Actor, input: NewMentor, at: Date): Promise<void> {
  if (!isId(input.enrolmentId)) throw new NotFound();
  const { enrolmentId, ...mentor } = newMentor.parse(input);
  await inTransaction(async (tx) => {
    const enrolment = await tx.enrolment.findUnique({
      where: { id: enrolmentId },
      select: { userId: true, cohortId: true },
    });
    const may = enrolment && (enrolment.userId === actor.userId || managesCohort(actor, enrolment.cohortId));
    if (!may) throw new NotFound();
    const { cohortId } = enrolment;
    await nameMentorOf(tx, actor, { ...mentor, enrolmentId, cohortId }, at);
  });
}

/**
 * The mentor of an enrolment goes with the participant into the one that continues it, inside the step that moves
 * them, which authorises. Nothing where none is named.
 */
export async function carryMentorOf(
  tx: Tx,
  actor: Actor,
  fromId: string,
  to: { enrolmentId: string; cohortId: string },
  at: Date,
): Promise<void> {
  const mentor = await tx.npqMentor.findFirst({
    where: { enrolmentId: fromId, endedAt: null },
    select: { id: true, name: true, email: true, jobTitle: true },
  });
  if (!mentor) return;
  const { id, ...named } = mentor;
  await tx.npqMentor.update({ where: { id }, data: { endedAt: at } });
  await nameMentorOf(tx, actor, { ...named, ...to }, at);
}

/** The same inside the step that decides it, which authorises: the mentor an applicant named, on acceptance. */
export async function nameMentorOf(
  tx: Tx,
  actor: Actor,
  input: { enrolmentId: string; cohortId: string; name: string; email: string; jobTitle: string },
  at: Date,
): Promise<void> {
  const { enrolmentId, cohortId, ...mentor } = input;
  await tx.npqMentor.updateMany({ where: { enrolmentId, endedAt: null }, data: { endedAt: at } });
  await tx.npqMentor.create({ data: { ...mentor, enrolmentId, namedAt: at } });
  const fact = { action: "mentor.named", subjectType: "enrolment", subjectId: enrolmentId, cohortId };
  await recordAudit(tx, actor, fact, at);
}
