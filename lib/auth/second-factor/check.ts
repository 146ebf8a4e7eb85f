import "server-only";
import { db, type Tx } from "../../db";
import { FieldProblem, WrongState } from "../../errors";
import { countOrRefuse, LIMITS } from "../rate-limit";
import { recoveryHash } from "../secrets";
import { unseal } from "./seal";
import { stepOfCode } from "./totp";

/** Whether a code is right, and using it up. */

export const WRONG_CODE = "That is not the code the app shows now. Wait for the next one and try again";
const RECOVERY = /^[2-9A-HJKMNP-TV-Z]{10}$/;

/** What was typed, as it is compared: without spaces and dashes, in capitals. */
export function plainCode(typed: unknown): string {
  return typeof typed === "string" ? typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase() : "";
}

/** Counts a try before anything is compared. @throws TooMany */
export async function countTry(userId: string, at: Date): Promise<void> {
  const what = "Too many codes have been tried.";
  await countOrRefuse(LIMITS.factorQuarter, userId, what, at);
  await countOrRefuse(LIMITS.factorDay, userId, what, at);
}

/**
 * Uses up a code of the app, or a recovery code; each works once. Gives which it was. Tries are counted before, outside
 * the transaction, so that a refused one counts too.
 * @throws FieldProblem when it is wrong or was used; WrongState when the factor cannot be read any more.
 */
export async function spendCode(
  tx: Tx,
  person: { userId: string },
  input: { code: string; codeAt: Date },
  at: Date,
): Promise<"app" | "recovery"> {
  const { userId } = person;
  const code = plainCode(input.code);
  if (RECOVERY.test(code)) {
    const { count } = await tx.recoveryCode.updateMany({
      where: { userId, codeHash: recoveryHash(code, userId), usedAt: null },
      data: { usedAt: at },
    });
    if (count === 1) return "recovery";
    throw new FieldProblem("code", "That is not one of your recovery codes, or it has been used");
  }
  const factor = await tx.secondFactor.findUnique({ where: { userId }, select: { sealed: true } });
  const secret = factor && unseal(factor.sealed, userId);
  if (!secret) throw new WrongState("Your second factor has to be set up again: ask an administrator.");
  const step = stepOfCode(secret, code, input.codeAt);
  if (step === null) throw new FieldProblem("code", WRONG_CODE);
  const { count } = await tx.secondFactor.updateMany({
    where: { userId, confirmedAt: { not: null }, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  });
  if (count === 0) throw new FieldProblem("code", "That code has been used. Wait for the next one");
  return "app";
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(userId: string): Promise<number> {
  return db.recoveryCode.count({ where: { userId, usedAt: null } });
}
