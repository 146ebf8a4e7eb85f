import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { wakeOutbox } from "../email/wake";
import { NotFound, WrongState } from "../errors";
import { MOST } from "./schema";
import { fact, tellFacilitators } from "./session-news";
import { mustBeAhead, ownSession, type Session, sessionFor } from "./sessions";

/**
 * Guests of other groups' sessions. A session has room for guests until, with its own members, 10 are expected; members
 * who cannot come keep their seat, because they may change their mind until it begins.
 */

const FULL = "Somebody else has just taken the last place at that session. Choose another, if there is one.";

/**
 * Takes a place at the same session of another group, for somebody who has said that they cannot come to their own. A
 * place taken with a third group before is given up in the same step. Those who run the sessions are told.
 * @throws NotFound, WrongState when it is full, has begun or is cancelled, or nothing was said yet
 */
export async function visitSession(
  actor: Actor,
  { eventId, sessionId }: { eventId: string; sessionId: string },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { session: own, enrolment } = await ownSession(tx, actor.userId, eventId);
    const session = await sessionFor(tx, sessionId);
    if (session.milestoneId !== own.milestoneId || session.peerGroupId === own.peerGroupId)
      throw new NotFound();
    await lockApology(tx, eventId, enrolment.id);
    mustBeAhead(session, at);
    const held = { eventId: sessionId, enrolmentId: enrolment.id, state: "held" } as const;
    if (await tx.eventPlace.count({ where: held })) return;
    const been = {
      enrolmentId: enrolment.id,
      milestoneId: own.milestoneId,
      kind: "guest",
      state: "held",
    } as const;
    if (await tx.eventPlace.count({ where: { ...been, event: { startsAt: { lte: at } } } }))
      throw new WrongState("Another group’s session that you have a place at has begun or is over.");
    await takeSeat(tx, session, at);
    await endVisits(tx, actor, { enrolmentIds: [enrolment.id], milestoneId: own.milestoneId }, at);
    await tx.eventPlace.create({
      data: {
        ...held,
        milestoneId: own.milestoneId,
        kind: "guest",
        askedAt: at,
        heldAt: at,
        askedById: actor.userId,
      },
    });
    await recordAudit(tx, actor, fact("event.guest_place_taken", session, enrolment.id), at);
    const from = own.peerGroup?.name ?? "";
    await tellFacilitators(tx, session, { who: enrolment.fullName, news: "visits", otherGroup: from }, at);
  });
  wakeOutbox();
}

/**
 * Gives up the place at another group's session; one still does not come to one's own.
 * @throws NotFound, WrongState when there is none, or that session has begun
 */
export async function giveUpVisit(actor: Actor, { eventId }: { eventId: string }, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { session, enrolment } = await ownSession(tx, actor.userId, eventId);
    const mine = { enrolmentIds: [enrolment.id], milestoneId: session.milestoneId };
    const ended = await endVisits(tx, actor, mine, at);
    if (!ended)
      throw new WrongState("You have no place at another group’s session, or it has begun already.");
  });
  wakeOutbox();
}

/** The one that stands, kept until the end of the transaction: two visits of one person come one after the other. */
async function lockApology(tx: Tx, eventId: string, enrolmentId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "EventApology"
    WHERE "eventId" = ${eventId}::uuid AND "enrolmentId" = ${enrolmentId}::uuid AND "withdrawnAt" IS NULL FOR UPDATE`;
  if (rows.length === 0) throw new WrongState("Say first that you cannot come to your own group’s session.");
}

/** The conditional update: of two after the last seat, one gets it. */
async function takeSeat(tx: Tx, session: Session, at: Date): Promise<void> {
  const taken = await tx.$executeRaw`
    UPDATE "Event" v SET "placesTaken" = v."placesTaken" + 1
    WHERE v.id = ${session.id}::uuid AND v."cancelledAt" IS NULL AND v."startsAt" > ${at}
      AND (v.capacity IS NULL OR v."placesTaken" < v.capacity)
      AND v."placesTaken" + (SELECT count(*) FROM "Enrolment" m
        WHERE m."peerGroupId" = v."peerGroupId" AND m.state = 'active') < ${MOST}`;
  if (taken !== 1) throw new WrongState(FULL);
}

/**
 * Gives up the places that people hold as guests at sessions still ahead, of one milestone or of all, and tells those
 * who run them. True where there was one.
 * @param by null where the portal does it by itself
 */
export async function endVisits(
  tx: Tx,
  by: Pick<Actor, "userId"> | null,
  of: { enrolmentIds: readonly string[]; milestoneId?: string },
  at: Date,
): Promise<boolean> {
  const { enrolmentIds, milestoneId } = of;
  const ended = await tx.eventPlace.updateManyAndReturn({
    where: {
      enrolmentId: { in: [...enrolmentIds] },
      ...(milestoneId ? { milestoneId } : {}),
      kind: "guest",
      state: "held",
      event: { startsAt: { gt: at } },
    },
    data: { state: "given_up", endedAt: at, endedById: by?.userId ?? null },
    select: { eventId: true, enrolmentId: true },
  });
  for (const { eventId, enrolmentId } of ended) {
    await tx.event.updateMany({
      where: { id: eventId, placesTaken: { gt: 0 } },
      data: { placesTaken: { decrement: 1 } },
    });
    const session = await sessionFor(tx, eventId);
    const who = await tx.enrolment.findUniqueOrThrow({
      where: { id: enrolmentId },
      select: { fullName: true },
    });
    await recordAudit(tx, by, fact("event.guest_place_given_up", session, enrolmentId), at);
    await tellFacilitators(tx, session, { who: who.fullName, news: "visits_no_more" }, at);
  }
  return ended.length > 0;
}
