import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { dayInLondon, shortDate } from "../dates";
import { inTransaction } from "../db";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { alreadyRecorded, holdOwn } from "./own";
import { doneBy } from "./progress";
import { writeRecords } from "./record";

/**
 * Marks one of the viewer's own formative assessment tasks as done today, for all of its minutes. Late is allowed,
 * early is not. The same form sent twice makes one record.
 */
export async function markDone(
  actor: Actor,
  input: { milestoneId: string; formKey: string },
  at: Date,
): Promise<void> {
  const { milestoneId, formKey } = input;
  if (!isId(formKey)) throw new NotFound();
  await inTransaction(async (tx) => {
    const held = await holdOwn(tx, actor, milestoneId);
    if (doneBy(held.kind) !== "task")
      throw new WrongState("This is not something that is marked as done by yourself.");
    if (await alreadyRecorded(tx, held, formKey)) return;
    if (held.completed) throw new WrongState("This is already done.");
    const today = dayInLondon(at);
    if (held.opensOn && held.opensOn > today)
      throw new WrongState(`This opens on ${shortDate(held.opensOn)}.`);
    const { enrolmentId, cohortId } = held;
    const record = {
      enrolmentId,
      milestoneId,
      minutes: held.minutes ?? 0,
      completes: true,
      happenedOn: today,
    };
    await writeRecords(tx, [{ ...record, source: "self_recorded", recordedById: actor.userId, formKey }], at);
    const fact = { action: "task.marked_done", subjectType: "enrolment", subjectId: enrolmentId, cohortId };
    await recordAudit(tx, actor, { ...fact, after: { milestoneId } }, at);
  });
}
