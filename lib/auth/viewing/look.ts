import "server-only";
import { recordAudit } from "../../audit/record";
import { db, inTransaction, uniqueViolation } from "../../db";
import { NotFound, WrongState } from "../../errors";
import { isId } from "../../ids";
import { type Actor, managesCohort } from "../actor";
import { VIEWING_MS } from "../limits";
import { isToken, tokenHash } from "../secrets";

/**
 * Seeing a participant's pages as they see them, to help them: an administrator, or a manager of every cohort that the
 * participant is in. For half an hour at most, in one session, written down, shown to the participant, and without any
 * writing (lib/auth/act.ts, lib/audit/record.ts).
 */

/**
 * Begins a look.
 * @throws NotFound for whoever may not, and for an unknown enrolment; WrongState when one lasts still.
 */
export async function beginViewing(
  actor: Actor,
  input: { enrolmentId: string; cohortId: string; reason: string; sessionToken: string | null },
  at: Date,
): Promise<void> {
  const { enrolmentId, cohortId, reason } = input;
  if (!isId(enrolmentId) || !isId(cohortId) || !managesCohort(actor, cohortId)) throw new NotFound();
  if (!isToken(input.sessionToken)) throw new NotFound();
  const hash = tokenHash(input.sessionToken);
  const enrolment = await db.enrolment.findFirst({
    where: { id: enrolmentId, cohortId },
    select: { userId: true, user: { select: { enrolments: { select: { cohortId: true } } } } },
  });
  if (!enrolment) throw new NotFound();
  const { userId: seenId, user } = enrolment;
  if (seenId === actor.userId)
    throw new WrongState("These are your own pages: they are under Your programme.");
  if (!user.enrolments.every(({ cohortId: each }) => managesCohort(actor, each)))
    throw new WrongState(
      "This person is in another cohort too, which you do not manage. Ask an administrator to look.",
    );
  const until = new Date(at.getTime() + VIEWING_MS);
  try {
    await inTransaction(async (tx) => {
      const session = await tx.session.findFirst({
        where: { tokenHash: hash, userId: actor.userId },
        select: { id: true },
      });
      if (!session) throw new NotFound();
      // One whose half hour is over has ended, whether or not anybody said so.
      await tx.viewing.updateMany({
        where: { sessionId: session.id, endedAt: null, until: { lte: at } },
        data: { endedAt: at },
      });
      const data = {
        sessionId: session.id,
        byId: actor.userId,
        seenId,
        cohortId,
        reason,
        startedAt: at,
        until,
      };
      const { id } = await tx.viewing.create({ data, select: { id: true } });
      const fact = { action: "viewing.begun", subjectType: "user", subjectId: seenId, cohortId };
      await recordAudit(tx, actor, { ...fact, after: { viewing: id, until: until.toISOString() } }, at);
    });
  } catch (error) {
    if (uniqueViolation(error))
      throw new WrongState("You are looking at somebody’s pages already. End that first.");
    throw error;
  }
}

/** Ends the look that this person is taking. Quiet when it has ended: the button may be clicked twice. */
export async function endViewing(actor: Actor, at: Date): Promise<void> {
  const { viewing } = actor;
  if (!viewing) return;
  await inTransaction(async (tx) => {
    const ended = await tx.viewing.updateManyAndReturn({
      where: { id: viewing.id, byId: actor.userId, endedAt: null },
      data: { endedAt: at },
      select: { seenId: true, cohortId: true },
    });
    for (const { seenId, cohortId } of ended) {
      const fact = { action: "viewing.ended", subjectType: "user", subjectId: seenId, cohortId };
      await recordAudit(tx, { userId: actor.userId }, { ...fact, after: { viewing: viewing.id } }, at);
    }
  });
}

export type PastLook = { by: string; reason: string; startedAt: Date; endedAt: Date };

/** Who has looked at a person's pages, the last first, at most twenty: for the person themselves. */
export async function looksAt(actor: Actor): Promise<PastLook[]> {
  const rows = await db.viewing.findMany({
    where: { seenId: actor.userId },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: 20,
    select: { reason: true, startedAt: true, until: true, endedAt: true, by: { select: { name: true } } },
  });
  return rows.map(({ by, reason, startedAt, until, endedAt }) => ({
    by: by.name || "Somebody of staff",
    reason,
    startedAt,
    endedAt: endedAt && endedAt < until ? endedAt : until,
  }));
}
