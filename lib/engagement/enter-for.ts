import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { inTransaction } from "../db";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { alreadyRecorded } from "./own";
import { putRight } from "./put-right";
import { type EntryInput, NO_RECORD } from "./schema-entries";
import { holdTallies } from "./tally";

export type ForWhom = { cohortId: string; enrolmentId: string; milestoneId: string };

/**
 * Enters a record for a participant, or puts one right: a new record with the reason as its note, the old one kept. For
 * those who manage the cohort, and never for themselves. Sent twice, the form makes one record.
 * @throws NotFound; WrongState unless the participant is active; FieldProblem; StaleVersion where the record was
 * replaced meanwhile
 */
export async function enterFor(
  actor: Actor,
  { cohortId, enrolmentId, milestoneId }: ForWhom,
  { replaces, minutes, happenedOn, reason, formKey }: EntryInput,
  at: Date,
): Promise<void> {
  if (!managesCohort(actor, cohortId) || ![cohortId, enrolmentId, milestoneId].every(isId))
    throw new NotFound();
  await inTransaction(async (tx) => {
    const [held] = await holdTallies(tx, [{ enrolmentId, milestoneId }]);
    if (!held || held.cohortId !== cohortId || held.userId === actor.userId) throw new NotFound();
    if (await alreadyRecorded(tx, held, formKey)) return;
    if (held.state !== "active")
      throw new WrongState("Only an active participant's engagement can be recorded.");
    const supersedesId = replaces === NO_RECORD ? null : replaces;
    const facts = { enrolmentId, milestoneId, supersedesId, minutes, happenedOn, note: reason, formKey };
    const recordId = await putRight(tx, actor, facts, at);
    const action = supersedesId ? "record.put_right" : "record.entered";
    const subject = { subjectType: "enrolment", subjectId: enrolmentId, cohortId };
    const before = supersedesId ? { milestoneId, recordId: supersedesId } : undefined;
    const after = { milestoneId, recordId, minutes, happenedOn };
    await recordAudit(tx, actor, { action, ...subject, ...(before ? { before } : {}), after }, at);
  });
}
