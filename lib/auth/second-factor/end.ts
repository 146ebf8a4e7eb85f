import "server-only";
import { recordAudit } from "../../audit/record";
import { inTransaction, type Tx } from "../../db";
import { queueEmail } from "../../email/queue";
import { wakeOutbox } from "../../email/wake";
import { NotFound, WrongState } from "../../errors";
import { isId } from "../../ids";
import type { Actor } from "../actor";
import { factorChangedEmail } from "../emails";
import { requireAdministrator } from "../roles";
import { countTry, spendCode } from "./check";

/** Taking a second factor away: its owner, to set up another phone, or an administrator for somebody who lost theirs. */

const NONE = "There is no second factor to end.";

/**
 * Ends one's own, with a code from it. Where staff need one, setting up the next is the first thing to do.
 * @throws FieldProblem, TooMany, WrongState.
 */
export async function endSecondFactor(
  actor: Actor,
  input: { code: string; codeAt: Date },
  at: Date,
): Promise<void> {
  await countTry(actor.userId, at);
  await inTransaction(async (tx) => {
    await spendCode(tx, actor, input, at);
    await remove(tx, actor, { id: actor.userId, email: actor.email, how: "ended" }, at);
  });
  wakeOutbox();
}

/**
 * Resets somebody's: their sessions end, and they set up another after signing in by e-mail. Told by e-mail.
 * @throws NotAllowed, NotFound, WrongState.
 */
export async function resetSecondFactor(actor: Actor, userId: string, at: Date): Promise<void> {
  requireAdministrator(actor);
  if (!isId(userId)) throw new NotFound();
  // An administrator's open device is not enough to take their own away.
  if (userId === actor.userId) throw new WrongState("Change your own on your account page, with a code.");
  await inTransaction(async (tx) => {
    const person = await tx.user.findUnique({ where: { id: userId }, select: { email: true } });
    if (!person) throw new NotFound();
    await remove(tx, actor, { id: userId, email: person.email, how: "reset" }, at);
    await tx.session.deleteMany({ where: { userId } });
  });
  wakeOutbox();
}

async function remove(
  tx: Tx,
  actor: Actor,
  person: { id: string; email: string; how: "ended" | "reset" },
  at: Date,
): Promise<void> {
  const { count } = await tx.secondFactor.deleteMany({ where: { userId: person.id } });
  if (count === 0) throw new WrongState(NONE);
  await tx.recoveryCode.deleteMany({ where: { userId: person.id } });
  const action = `second_factor.${person.how}`;
  await recordAudit(tx, actor, { action, subjectType: "user", subjectId: person.id }, at);
  await queueEmail(tx, person.email, factorChangedEmail(person.how), {
    dedupeKey: `second-factor-${person.how}:${person.id}:${at.getTime()}`,
    at,
  });
}
