import "server-only";
import { recordAudit } from "../../audit/record";
import { db, inTransaction } from "../../db";
import { queueEmail } from "../../email/queue";
import { wakeOutbox } from "../../email/wake";
import { FieldProblem, NotAllowed, WrongState } from "../../errors";
import { type Actor, isStaff } from "../actor";
import { factorChangedEmail } from "../emails";
import { isToken, tokenHash } from "../secrets";
import { countTry, WRONG_CODE } from "./check";
import { seal, unseal } from "./seal";
import { newFactorSecret, stepOfCode } from "./totp";

/** Setting up a second factor: a secret for the app, and a first code from it. */

function requireStaffMember(actor: Actor): void {
  if (!isStaff(actor)) throw new NotAllowed("A second factor is for people who work here.");
}

const HOUR_MS = 60 * 60_000;

/** Makes the secret that the app is to have; one that waits already stays for an hour, so that two clicks show the same. */
export async function beginSecondFactor(actor: Actor, at: Date): Promise<void> {
  requireStaffMember(actor);
  const { userId } = actor;
  await inTransaction(async (tx) => {
    const old = { userId, confirmedAt: null, begunAt: { lt: new Date(at.getTime() - HOUR_MS) } };
    await tx.secondFactor.deleteMany({ where: old });
    const data = { userId, sealed: seal(newFactorSecret(), userId), begunAt: at };
    const { count } = await tx.secondFactor.createMany({ data, skipDuplicates: true });
    if (count === 0) return;
    const fact = { action: "second_factor.begun", subjectType: "user", subjectId: userId };
    await recordAudit(tx, actor, fact, at);
  });
}

/** The secret that waits to be confirmed; null when none does. For its owner's page only. */
export async function waitingSecret(actor: Actor): Promise<Buffer | null> {
  const { userId } = actor;
  const waiting = await db.secondFactor.findFirst({
    where: { userId, confirmedAt: null },
    select: { sealed: true },
  });
  return waiting && unseal(waiting.sealed, userId);
}

/**
 * Turns it on with a first code, which this session counts as having given. Other sessions are asked for one.
 * @param input.codeAt the machine's time, which the phone's app goes by
 * @throws FieldProblem, TooMany, WrongState (none waits).
 */
export async function confirmSecondFactor(
  actor: Actor,
  input: { code: string; codeAt: Date; sessionToken: string | null },
  at: Date,
): Promise<void> {
  requireStaffMember(actor);
  const { userId, email } = actor;
  const secret = await waitingSecret(actor);
  if (!secret || !isToken(input.sessionToken))
    throw new WrongState("There is nothing to confirm. Begin again.");
  await countTry(userId, at);
  const step = stepOfCode(secret, input.code, input.codeAt);
  if (step === null) throw new FieldProblem("code", WRONG_CODE);
  const session = tokenHash(input.sessionToken);
  await inTransaction(async (tx) => {
    const { count } = await tx.secondFactor.updateMany({
      where: { userId, confirmedAt: null },
      data: { confirmedAt: at, lastStep: step },
    });
    if (count === 0) throw new WrongState("Your second factor is on already.");
    await tx.session.updateMany({ where: { userId, tokenHash: session }, data: { factorAt: at } });
    const fact = { action: "second_factor.set_up", subjectType: "user", subjectId: userId };
    await recordAudit(tx, actor, fact, at);
    await queueEmail(tx, email, factorChangedEmail("set up"), {
      dedupeKey: `second-factor-on:${userId}:${at.getTime()}`,
      at,
    });
  });
  wakeOutbox();
}
