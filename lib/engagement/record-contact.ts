import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { dateColumn, dayInLondon } from "../dates";
import { inTransaction, type Tx } from "../db";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "../errors";
import { isId } from "../ids";
import type { ContactInput } from "./schema-contacts";

/**
 * Writes down that the actor was in touch with a participant of a cohort they manage, or puts an earlier entry right by
 * a new one. Sent twice, the form makes one entry.
 * @throws NotFound for who does not manage the cohort or for nobody of it; FieldProblem for a day in the future;
 * StaleVersion where the entry was put right meanwhile; WrongState for a key of another form
 */
export async function recordContact(
  actor: Actor,
  cohortId: string,
  enrolmentId: string,
  input: ContactInput,
  at: Date,
): Promise<void> {
  if (!isId(cohortId) || !isId(enrolmentId) || !managesCohort(actor, cohortId)) throw new NotFound();
  const { how, said, outcome, happenedOn, nextOn, supersedesId, formKey } = input;
  if (happenedOn > dayInLondon(at))
    throw new FieldProblem("happenedOn", "Enter a day that is not in the future");
  await inTransaction(async (tx) => {
    // Held, so that a second click waits for the first and then finds its entry.
    const held = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Enrolment" WHERE id = ${enrolmentId}::uuid AND "cohortId" = ${cohortId}::uuid FOR NO KEY UPDATE`;
    if (held.length === 0) throw new NotFound();
    if (await already(tx, enrolmentId, formKey)) return;
    if (supersedesId) await mustStand(tx, enrolmentId, supersedesId);
    const { id } = await tx.engagementContact.create({
      data: {
        ...{ enrolmentId, byId: actor.userId, how, said, outcome, formKey, recordedAt: at },
        happenedOn: dateColumn(happenedOn),
        nextOn: nextOn ? dateColumn(nextOn) : null,
        supersedesId: supersedesId || null,
      },
      select: { id: true },
    });
    const action = supersedesId ? "contact.corrected" : "contact.recorded";
    const subject = { subjectType: "enrolment", subjectId: enrolmentId, cohortId };
    await recordAudit(tx, actor, { action, ...subject, after: { contactId: id, how, happenedOn } }, at);
  });
}

/** True when that form has made its entry already. */
async function already(tx: Tx, enrolmentId: string, formKey: string): Promise<boolean> {
  const found = await tx.engagementContact.findUnique({ where: { formKey }, select: { enrolmentId: true } });
  if (found && found.enrolmentId !== enrolmentId)
    throw new WrongState("This form was already used for somebody else. Reload the page and try again.");
  return found !== null;
}

async function mustStand(tx: Tx, enrolmentId: string, id: string): Promise<void> {
  const found = await tx.engagementContact.findFirst({
    where: { id, enrolmentId },
    select: { supersededBy: { select: { id: true } } },
  });
  if (!found) throw new NotFound();
  if (found.supersededBy) throw new StaleVersion();
}
