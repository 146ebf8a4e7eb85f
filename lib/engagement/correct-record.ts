import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { inTransaction, type Tx } from "../db";
import { FieldProblem, NotFound, StaleVersion } from "../errors";
import { isId } from "../ids";
import { checkPiece } from "./log-study";
import { alreadyRecorded, holdOwn } from "./own";
import { writeRecords } from "./record";

/**
 * Corrects a record that the viewer made for themselves: a new record takes its place, the old one stays to be
 * seen. 0 minutes withdraws it; a task that was marked as done can only be withdrawn. A record that was
 * corrected meanwhile is a StaleVersion. The same form sent twice makes one correction.
 */
export async function correctRecord(
  actor: Actor,
  input: { recordId: string; minutes: number; happenedOn: string; note?: string; formKey: string },
  at: Date,
): Promise<void> {
  const { recordId, minutes, happenedOn, note, formKey } = input;
  if (!isId(recordId) || !isId(formKey)) throw new NotFound();
  await inTransaction(async (tx) => {
    const old = await ownRecord(tx, actor, recordId);
    const held = await holdOwn(tx, actor, old.milestoneId);
    if (await alreadyRecorded(tx, held, formKey)) return;
    // Under the lock: whoever corrected it before us has finished.
    if (await tx.engagementRecord.findUnique({ where: { supersedesId: recordId }, select: { id: true } })) {
      throw new StaleVersion();
    }
    const today = dayInLondon(at);
    if (minutes !== 0) {
      if (old.completes) throw new FieldProblem("minutes", "Enter 0 to take back that it is done");
      checkPiece({ minutes, happenedOn }, held.startsOn, today);
    }
    const { enrolmentId, cohortId, milestoneId } = held;
    const record = {
      enrolmentId,
      milestoneId,
      minutes,
      completes: false,
      note: note || null,
      supersedesId: recordId,
      formKey,
    };
    const day = minutes === 0 ? today : happenedOn;
    await writeRecords(
      tx,
      [{ ...record, source: "self_recorded", happenedOn: day, recordedById: actor.userId }],
      at,
    );
    const fact = { action: "record.corrected", subjectType: "enrolment", subjectId: enrolmentId, cohortId };
    const [before, after] = [{ minutes: old.minutes }, { minutes }].map((figures) => ({
      milestoneId,
      ...figures,
    }));
    await recordAudit(tx, actor, { ...fact, before, after }, at);
  });
}

/** A record of the viewer's own enrolment that they made themselves; NotFound for any other. */
async function ownRecord(tx: Tx, actor: Actor, id: string) {
  const record = await tx.engagementRecord.findFirst({
    where: {
      id,
      source: "self_recorded",
      recordedById: actor.userId,
      enrolmentMilestone: { enrolment: { userId: actor.userId } },
    },
    select: { milestoneId: true, minutes: true, completes: true },
  });
  if (!record) throw new NotFound();
  return record;
}
