import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";

/**
 * The mentor of an enrolment goes with the participant into the one that continues it, inside the step that moves
 * them, which authorises. Nothing where none is named, nor where staff have taken the mentor's link back: they stay
 * behind, and the participant is among those whose mentor is missing.
 */
export async function carryMentorOf(
  tx: Tx,
  actor: Actor,
  fromId: string,
  to: { enrolmentId: string; cohortId: string },
  at: Date,
): Promise<void> {
  const mentor = await tx.npqMentor.findFirst({
    where: {
      enrolmentId: fromId,
      endedAt: null,
      OR: [{ contact: null }, { contact: { linkWithdrawnAt: null } }],
    },
    select: { id: true, name: true, email: true, jobTitle: true },
  });
  if (!mentor) return;
  const { id, ...named } = mentor;
  await tx.npqMentor.update({ where: { id }, data: { endedAt: at } });
  await nameMentorOf(tx, actor, { ...named, ...to }, at);
}

/**
 * Names the line manager or mentor of a participant; the one before, if any, ends. Inside the step that decides it,
 * which authorises: the acceptance of an offer, or a change of mentor (lib/mentoring).
 * @returns the identifier of the mentor
 */
export async function nameMentorOf(
  tx: Tx,
  actor: Actor,
  input: { enrolmentId: string; cohortId: string; name: string; email: string; jobTitle: string },
  at: Date,
): Promise<string> {
  const { enrolmentId, cohortId, ...mentor } = input;
  await tx.npqMentor.updateMany({ where: { enrolmentId, endedAt: null }, data: { endedAt: at } });
  const { id } = await tx.npqMentor.create({
    data: { ...mentor, enrolmentId, namedAt: at },
    select: { id: true },
  });
  const fact = { action: "mentor.named", subjectType: "enrolment", subjectId: enrolmentId, cohortId };
  await recordAudit(tx, actor, { ...fact, after: { mentorId: id } }, at);
  return id;
}

/** Ends the mentor there is, without another; inside the step that decides it, which authorises. */
export async function endMentorOf(
  tx: Tx,
  actor: Actor,
  input: { enrolmentId: string; cohortId: string },
  at: Date,
): Promise<void> {
  const { enrolmentId, cohortId } = input;
  await tx.npqMentor.updateMany({ where: { enrolmentId, endedAt: null }, data: { endedAt: at } });
  const fact = { action: "mentor.ended", subjectType: "enrolment", subjectId: enrolmentId, cohortId };
  await recordAudit(tx, actor, fact, at);
}
