import "server-only";
import { isOfficeTime, linkExpiry } from "../asking";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { tokenHash } from "../auth/secrets";
import { dayInLondon } from "../dates";
import { inTransaction, type Tx } from "../db";
import { queueEmail } from "../email/queue";
import { newToken } from "../ids";
import { mentorEmail } from "./emails";
import { letterFor, reminderCandidates } from "./letters";
import { LINK_DAYS } from "./states";
import { addressesToWrite, waitingAt } from "./waiting";

/**
 * Writes to a mentor's address, in the transaction of the step that leads to it: one e-mail for all that waits there,
 * with a link of its own. Nothing, where nothing is new and no reminder is due, unless a new link was asked for.
 * @param options.again who asked for a new link; null for the mentor themselves
 * @returns false when nothing was to be written
 */
export async function writeToMentor(
  tx: Tx,
  email: string,
  at: Date,
  options: { again?: Pick<Actor, "userId"> | null } = {},
): Promise<boolean> {
  const { again } = options;
  // Two steps that concern one address come one after the other, and the second sees what the first has written.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`mentor:${email}`}, 0))`;
  const letter = letterFor(await waitingAt(tx, email, dayInLondon(at)), at, again !== undefined);
  if (!letter) return false;
  const token = newToken();
  const expiresAt = linkExpiry(at, LINK_DAYS);
  const { id } = await tx.mentorLink.create({
    data: { email, tokenHash: tokenHash(token), sentAt: at, expiresAt },
    select: { id: true },
  });
  for (const { mentorId } of letter.named) {
    const told = { welcomedAt: at };
    await tx.mentorContact.upsert({ where: { mentorId }, create: { mentorId, ...told }, update: told });
  }
  const keys = (rows: typeof letter.items) =>
    rows.map(({ mentorId, milestoneId }) => ({ mentorId, milestoneId: milestoneId ?? "" }));
  await tx.mentorAsking.createMany({ data: keys(letter.asked).map((key) => ({ ...key, askedAt: at })) });
  if (letter.reminded.length > 0)
    await tx.mentorAsking.updateMany({ where: { OR: keys(letter.reminded) }, data: { remindedAt: at } });
  const fact = {
    action: "mentor_link.sent",
    subjectType: "mentor_link",
    subjectId: id,
    after: {
      why: letter.why,
      mentors: letter.people.map(({ mentorId }) => mentorId),
      items: letter.items.length,
    },
  };
  await recordAudit(tx, again ?? null, fact, at);
  const sending = { dedupeKey: linkKey(id), at, secret: true, usefulUntil: expiresAt };
  await queueEmail(tx, email, mentorEmail(letter, { token, expiresAt }), sending);
  return true;
}

/** The key of the e-mail that carries a link. */
export const linkKey = (linkId: string) => `mentor-link:${linkId}`;

/**
 * Tells mentors that they are named, that a report's window has opened, and reminds those who were asked, 7 and 14 days
 * later; in office hours, and one e-mail an address. Timed work: answers how many e-mails it queued.
 */
export async function writeToMentors(at: Date): Promise<number> {
  if (!isOfficeTime(at)) return 0;
  let queued = 0;
  let fault: unknown;
  for (const email of await addressesToWrite(dayInLondon(at), reminderCandidates(at))) {
    try {
      if (await inTransaction((tx) => writeToMentor(tx, email, at))) queued++;
    } catch (error) {
      // The others are not kept waiting by one; it is reported, and tried again next time.
      fault ??= error;
    }
  }
  if (fault) throw fault;
  return queued;
}
