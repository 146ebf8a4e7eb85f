import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { queueEmails } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { nudgeEmail } from "./nudge-email";
import { nudgeLetters, refuseTooLong } from "./nudge-letters";
import type { NudgeInput } from "./schema-nudges";

/**
 * Writes to those of a cohort who were chosen and are taking part, and keeps who wrote what to whom. All of it is one
 * transaction: broken off, nobody has been written to; done, everybody has, once. The form sent again finds what it
 * did. Answers the nudge's identifier.
 * @throws NotFound for who does not manage the cohort; WrongState when nobody of those chosen is taking part, and for a
 * form that has sent other words before; FieldProblem where the words, filled in, are too long
 */
export async function sendNudge(
  actor: Actor,
  cohortId: string,
  input: Omit<NudgeInput, "step">,
  at: Date,
): Promise<string> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) throw new NotFound();
  const { to, subject, body, formKey } = input;
  const sent = await inTransaction(async (tx) => {
    const earlier = await hold(tx, cohortId, input);
    if (earlier) return earlier;
    const { letters, left } = await nudgeLetters(tx, cohortId, input, at);
    if (letters.length === 0)
      throw new WrongState("None of those ticked is taking part now, so nobody was written to.");
    refuseTooLong(letters);
    const { id } = await tx.nudge.create({
      data: { cohortId, byId: actor.userId, at, subject, body, formKey },
      select: { id: true },
    });
    await tx.nudgeLetter.createMany({
      data: letters.map(({ enrolmentId, subject, text }) => ({ nudgeId: id, enrolmentId, subject, text })),
    });
    const mails = letters.map(({ enrolmentId, to, ...words }) => ({
      to,
      message: nudgeEmail(words, actor.name),
      dedupeKey: `nudge:${id}:${enrolmentId}`,
    }));
    await queueEmails(tx, mails, at);
    const after = { chosen: to.length, written: letters.length, left: left.length };
    const subjectOf = { subjectType: "nudge", subjectId: id, cohortId };
    await recordAudit(tx, actor, { action: "nudge.sent", ...subjectOf, after }, at);
    return id;
  });
  wakeOutbox();
  return sent;
}

const SENT_ALREADY =
  "This form has sent a letter already, with other words, so nothing was sent now. Nothing you typed is lost: copy it, tick whom to write to again, and paste it there.";

/**
 * Keeps the chosen as they are until the end: somebody who withdraws at this moment is written to before or not at all.
 * One order for everybody, and a second click waits here. Answers the nudge that this form has made before.
 */
async function hold(
  tx: Tx,
  cohortId: string,
  { to, formKey, subject, body }: Omit<NudgeInput, "step">,
): Promise<string | undefined> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`nudge ${formKey}`}, 0))`;
  const select = { id: true, cohortId: true, subject: true, body: true } as const;
  const found = await tx.nudge.findUnique({ where: { formKey }, select });
  if (found && found.cohortId !== cohortId)
    throw new WrongState("This form was already used for another cohort. Reload the page and try again.");
  if (found && (found.subject !== subject || found.body !== body)) throw new WrongState(SENT_ALREADY);
  if (found) return found.id;
  await tx.$executeRaw`SELECT 1 FROM "Enrolment" WHERE id = ANY(${to}::uuid[]) ORDER BY id FOR SHARE`;
  return undefined;
}
