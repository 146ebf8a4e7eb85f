import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { dayInLondon, shortDate } from "../dates";
import type { Tx } from "../db";
import { NotFound, WrongState } from "../errors";
import type { ItemKind } from "../route-map/schema";
import { holdOwn } from "./own";
import { writeRecords } from "./record";
import type { Held } from "./tally";

/**
 * What areas call whose form completes a milestone, inside the transaction in which they keep what was sent: first
 * hold it, then complete it.
 */

/**
 * The viewer's own tally of a milestone of these kinds, locked until the end of the transaction. Late is allowed while
 * the place is active. It may be complete already, by an entry of staff's.
 * @throws NotFound when it is not on their route map or of another kind; WrongState when their place is not active or
 * its window has not opened.
 */
export async function holdForForm(
  tx: Tx,
  actor: Actor,
  input: { milestoneId: string; kinds: readonly ItemKind[] },
  at: Date,
): Promise<Held> {
  const held = await holdOwn(tx, actor, input.milestoneId);
  if (!input.kinds.includes(held.kind)) throw new NotFound();
  if (held.opensOn && held.opensOn > dayInLondon(at))
    throw new WrongState(`This opens on ${shortDate(held.opensOn)}.`);
  return held;
}

/**
 * Completes a held milestone for all of its minutes, by a form that was sent in. What is complete already stays as it
 * is and gets no second record.
 * @param action what the audit log says was done: learning_audit.submitted
 */
export async function completeByForm(
  tx: Tx,
  actor: Actor,
  input: { held: Held; action: string },
  at: Date,
): Promise<void> {
  const { enrolmentId, milestoneId, cohortId, minutes, completed } = input.held;
  if (!completed) {
    const record = { enrolmentId, milestoneId, minutes: minutes ?? 0, completes: true };
    const source = "submitted_form" as const;
    await writeRecords(
      tx,
      [{ ...record, source, happenedOn: dayInLondon(at), recordedById: actor.userId }],
      at,
    );
  }
  const fact = { action: input.action, subjectType: "enrolment", subjectId: enrolmentId, cohortId };
  await recordAudit(tx, actor, { ...fact, after: { milestoneId } }, at);
}
