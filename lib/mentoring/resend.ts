import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { countOrRefuse } from "../auth/rate-limit";
import { db, inTransaction, type Tx } from "../db";
import { NotFound, WrongState } from "../errors";
import { lockedEnrolment, lockedForStaff, type Mentored } from "./enrolment";
import { isOver, LIMITS, linkByToken } from "./find";
import { writeToMentor } from "./write-to-mentor";

/** Links sent once more, to the address that was named and nowhere else; and links taken back. */

const TOO_MANY = "The link has been sent often today.";

/**
 * Sends the mentor's link again: by the participant, three times a day, or by whoever manages the cohort, as often as
 * needed and also after it was withdrawn.
 * @param input.seen the newest link that the page showed: a second click sends no second one
 * @throws NotFound, WrongState, TooMany
 */
export async function resendLink(
  actor: Actor,
  input: { enrolmentId: string; seen: string },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { mentor, asStaff, cohortId, state } = await lockedEnrolment(tx, actor, input.enrolmentId);
    if (!mentor || state !== "active") throw new WrongState("There is no mentor to send a link to.");
    const { id: mentorId, email, contact } = mentor;
    const newest = await newestLink(tx, email);
    if ((newest?.id ?? "") !== input.seen) return;
    if (contact?.linkWithdrawnAt && !asStaff)
      throw new WrongState("The link has been withdrawn. Write to us to have it sent again.");
    if (!asStaff) await countOrRefuse(LIMITS.linksByAddress, email, TOO_MANY, at);
    if (contact?.linkWithdrawnAt) {
      await tx.mentorContact.update({ where: { mentorId }, data: { linkWithdrawnAt: null } });
      await recordAudit(tx, actor, fact("mentor_link.restored", mentorId, cohortId), at);
    }
    await writeToMentor(tx, email, at, { again: actor });
  });
}

/** By the mentor, from a link that is over: to the address it went to. @throws NotFound, WrongState, TooMany */
export async function resendAsMentor(input: { token: string; clientIp: string }, at: Date): Promise<void> {
  await countOrRefuse(
    LIMITS.byNetwork,
    input.clientIp,
    "Too many links were asked for from your network.",
    at,
  );
  const link = await linkByToken(db, input.token);
  if (!link) throw new NotFound();
  if (!isOver(link, at)) throw new WrongState("This link works: open it again.");
  await countOrRefuse(LIMITS.linksByAddress, link.email, TOO_MANY, at);
  await inTransaction(async (tx) => {
    if (!(await writeToMentor(tx, link.email, at, { again: null })))
      throw new WrongState("Nobody names this address as mentor now, so no link was sent.");
  });
}

/**
 * Takes a mentor's link back: all that were sent to the address end, and neither is this participant shown by another
 * one nor anything sent about them until staff send it again. For those who manage the cohort.
 * @throws NotFound, WrongState where there is no mentor
 */
export async function withdrawLink(actor: Actor, input: { enrolmentId: string }, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { mentor, cohortId }: Mentored = await lockedForStaff(tx, actor, input.enrolmentId);
    if (!mentor) throw new WrongState("There is no mentor whose link could be withdrawn.");
    if (mentor.contact?.linkWithdrawnAt) return;
    const { id: mentorId, email } = mentor;
    const withdrawn = { linkWithdrawnAt: at };
    await tx.mentorContact.upsert({
      where: { mentorId },
      create: { mentorId, ...withdrawn },
      update: withdrawn,
    });
    await tx.mentorLink.updateMany({ where: { email, endedAt: null }, data: { endedAt: at } });
    await recordAudit(tx, actor, fact("mentor_link.withdrawn", mentorId, cohortId), at);
  });
}

/** The link in the newest e-mail to that address. */
export function newestLink(tx: Tx, email: string) {
  return tx.mentorLink.findFirst({
    where: { email },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    select: { id: true, sentAt: true, expiresAt: true, endedAt: true },
  });
}

const fact = (action: string, mentorId: string, cohortId: string) => ({
  action,
  subjectType: "npq_mentor",
  subjectId: mentorId,
  cohortId,
});
