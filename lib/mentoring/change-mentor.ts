import "server-only";
import type { Actor } from "../auth/actor";
import { countOrRefuse, type Limit } from "../auth/rate-limit";
import { inTransaction, type Tx } from "../db";
import { endMentorOf, nameMentorOf } from "../enrolments/name-mentor";
import { FieldProblem, StaleVersion, WrongState } from "../errors";
import { lockedEnrolment, lockedForStaff } from "./enrolment";
import type { MentorInput } from "./schema";
import { writeToMentor } from "./write-to-mentor";

const LIMIT: Limit = { name: "mentors-named", max: 6, windowMinutes: 24 * 60 };

/**
 * Names a participant's mentor, by the participant or whoever manages the cohort. The one before ends: from then on
 * their link shows nothing of this participant, and what they confirmed stays. The new one is written to at once, unless
 * staff have taken back what was sent to that address.
 * @param input.seen the mentor that the page showed, empty for none
 * @throws NotFound, WrongState, StaleVersion, TooMany, FieldProblem for the participant's own address
 */
export async function changeMentor(
  actor: Actor,
  input: MentorInput & { enrolmentId: string },
  at: Date,
): Promise<void> {
  const { enrolmentId, seen, ...mentor } = input;
  await countOrRefuse(LIMIT, actor.userId + enrolmentId, "Mentors were named many times today.", at);
  await inTransaction(async (tx) => {
    const { mentor: before, ...enrolment } = await lockedEnrolment(tx, actor, enrolmentId);
    if (enrolment.state !== "active")
      throw new WrongState("Only for an active participant can a mentor be named.");
    if (mentor.email === enrolment.userEmail)
      throw new FieldProblem("email", "Enter the mentor’s address, not the participant’s own");
    // The second of two clicks, or nothing changed.
    if (before && isSame(before, mentor)) return;
    if ((before?.id ?? "") !== seen) throw new StaleVersion();
    const { cohortId } = enrolment;
    const mentorId = await nameMentorOf(tx, actor, { ...mentor, enrolmentId, cohortId }, at);
    // The same person with a name put right goes on with what they have begun; nobody reads another's draft.
    if (before) await passOn(tx, before.id, before.email === mentor.email ? mentorId : null);
    await keepWithdrawn(tx, { enrolmentId, email: mentor.email, mentorId });
    await writeToMentor(tx, mentor.email, at);
  });
}

/**
 * Ends a participant's mentor without another, by whoever manages the cohort: somebody has left, or never was it.
 * @throws NotFound, StaleVersion when it is another by now
 */
export async function endMentor(
  actor: Actor,
  input: { enrolmentId: string; seen: string },
  at: Date,
): Promise<void> {
  const { enrolmentId, seen } = input;
  await inTransaction(async (tx) => {
    const { mentor, cohortId } = await lockedForStaff(tx, actor, enrolmentId);
    if (!mentor) return;
    if (mentor.id !== seen) throw new StaleVersion();
    await endMentorOf(tx, actor, { enrolmentId, cohortId }, at);
    await passOn(tx, mentor.id, null);
  });
}

const isSame = (a: { name: string; email: string; jobTitle: string }, b: typeof a) =>
  a.name === b.name && a.email === b.email && a.jobTitle === b.jobTitle;

/** An address whose link staff have taken back does not come by another through being named again. */
async function keepWithdrawn(
  tx: Tx,
  named: { enrolmentId: string; email: string; mentorId: string },
): Promise<void> {
  const { enrolmentId, email, mentorId } = named;
  const last = await tx.npqMentor.findFirst({
    where: { enrolmentId, email, id: { not: mentorId } },
    orderBy: [{ namedAt: "desc" }, { id: "desc" }],
    select: { contact: { select: { linkWithdrawnAt: true } } },
  });
  const linkWithdrawnAt = last?.contact?.linkWithdrawnAt;
  if (linkWithdrawnAt) await tx.mentorContact.create({ data: { mentorId, linkWithdrawnAt } });
}

/** Drafts of a mentor who has ended: to the next row of the same person, or to nobody. */
async function passOn(tx: Tx, from: string, to: string | null): Promise<void> {
  const where = { mentorId: from, submittedAt: null };
  if (to) await tx.impactReport.updateMany({ where, data: { mentorId: to } });
  else await tx.impactReport.deleteMany({ where });
}
