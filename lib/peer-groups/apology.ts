import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction, type Tx, uniqueViolation } from "../db";
import { wakeOutbox } from "../email/wake";
import { WrongState } from "../errors";
import { fact, tellFacilitators } from "./session-news";
import { mustBeAhead, ownSession, SESSION } from "./sessions";
import { endVisits } from "./visit";

/**
 * Says in advance that one cannot come to a session of one's own group; the facilitators are told. Said twice, it is
 * one word.
 * @throws NotFound for another group's session, WrongState once it has begun or is cancelled
 */
export async function sayCannotCome(
  actor: Actor,
  { eventId, note }: { eventId: string; note: string },
  at: Date,
): Promise<void> {
  try {
    await inTransaction(async (tx) => {
      const { session, enrolment } = await ownSession(tx, actor.userId, eventId);
      mustBeAhead(session, at);
      const stands = { eventId, enrolmentId: enrolment.id, withdrawnAt: null };
      if (await tx.eventApology.count({ where: stands })) return;
      await tx.eventApology.create({ data: { eventId, enrolmentId: enrolment.id, note, saidAt: at } });
      await recordAudit(tx, actor, fact("event.apology_said", session, enrolment.id), at);
      await tellFacilitators(tx, session, { who: enrolment.fullName, news: "cannot_come", note }, at);
    });
  } catch (error) {
    // Another tab was quicker.
    if (!uniqueViolation(error)) throw error;
  }
  wakeOutbox();
}

/**
 * Takes that word back: one comes after all, and a place taken with another group instead is given up. Until the session
 * begins. The facilitators of both groups are told.
 * @throws NotFound, WrongState
 */
export async function comeAfterAll(actor: Actor, { eventId }: { eventId: string }, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { session, enrolment } = await ownSession(tx, actor.userId, eventId);
    mustBeAhead(session, at);
    const { count } = await tx.eventApology.updateMany({
      where: { eventId, enrolmentId: enrolment.id, withdrawnAt: null },
      data: { withdrawnAt: at },
    });
    if (count === 0) throw new WrongState("You are expected at this session already.");
    await recordAudit(tx, actor, fact("event.apology_withdrawn", session, enrolment.id), at);
    await tellFacilitators(tx, session, { who: enrolment.fullName, news: "comes_after_all" }, at);
    const mine = { enrolmentIds: [enrolment.id], milestoneId: session.milestoneId };
    await endVisits(tx, actor, mine, at);
  });
  wakeOutbox();
}

/**
 * For people who are moved to another group, inside that step: what they had said of sessions still ahead, and places
 * they had taken instead, end; with the new group they start afresh.
 */
export async function startAfresh(
  tx: Tx,
  actor: Actor,
  enrolmentIds: readonly string[],
  at: Date,
): Promise<void> {
  await tx.eventApology.updateMany({
    where: {
      enrolmentId: { in: [...enrolmentIds] },
      withdrawnAt: null,
      event: { ...SESSION, startsAt: { gt: at } },
    },
    data: { withdrawnAt: at },
  });
  await endVisits(tx, actor, { enrolmentIds }, at);
}
