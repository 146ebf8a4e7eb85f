import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { mustAllow } from "./locked";
import { ownPlaceAt } from "./own";
import type { Needs } from "./schema";

/**
 * Keeps what the viewer needs at an event, for those who run it: access, food. Until the event is over.
 * @throws NotFound for an event that is not of their cohort, WrongState once it is over
 */
export async function saveNeeds(actor: Actor, input: Needs & { eventId: string }, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { event, enrolmentId } = await ownPlaceAt(tx, actor, input.eventId);
    mustAllow(event, "tell_needs", at);
    await writeNeeds(tx, { enrolmentId, milestoneId: event.milestoneId, ...input }, at);
    const fact = { action: "event_needs.saved", subjectType: "event", subjectId: event.id };
    await recordAudit(tx, actor, { ...fact, cohortId: event.cohortId }, at);
  });
}

/** The same inside a step that has authorised. Nothing needed is no row. */
export async function writeNeeds(
  tx: Tx,
  { enrolmentId, milestoneId, access, dietary }: Needs & { enrolmentId: string; milestoneId: string },
  at: Date,
): Promise<void> {
  const key = { enrolmentId, milestoneId };
  if (access === "" && dietary === "") {
    await tx.eventNeeds.deleteMany({ where: key });
    return;
  }
  const data = { access, dietary, savedAt: at };
  await tx.eventNeeds.upsert({
    where: { enrolmentId_milestoneId: key },
    create: { ...key, ...data },
    update: data,
  });
}
