import "server-only";
import { randomInt } from "node:crypto";
import { recordAudit } from "../../audit/record";
import { inTransaction, type Tx } from "../../db";
import { queueEmail } from "../../email/queue";
import { wakeOutbox } from "../../email/wake";
import { WrongState } from "../../errors";
import type { Actor } from "../actor";
import { factorChangedEmail } from "../emails";
import { FRESH_SIGN_IN_MS } from "../limits";
import { isToken, recoveryHash, tokenHash } from "../secrets";

const HOW_MANY = 8;
/** No I, L, O, U, 0 or 1, as in references: ten of thirty letters are 49 bits. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

const newCode = () => Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/**
 * Eight new recovery codes in place of all there were, told by e-mail. They are given here once; only their hashes are
 * kept. Each takes the factor away or lets in, so a device that was left open is not enough: this session has to have
 * given a code within ten minutes.
 * @throws WrongState without a second factor that is on, or without such a code.
 */
export async function newRecoveryCodes(
  actor: Actor,
  sessionToken: string | null,
  at: Date,
): Promise<string[]> {
  const { userId } = actor;
  const codes = Array.from({ length: HOW_MANY }, newCode);
  await inTransaction(async (tx) => {
    // Locks the factor's row, so that two clicks come one after the other and only the last eight stand.
    const on = await tx.secondFactor.updateMany({
      where: { userId, confirmedAt: { not: null } },
      data: { userId },
    });
    if (on.count === 0) throw new WrongState("Set up your second factor first.");
    await requireFreshCode(tx, userId, sessionToken, at);
    await tx.recoveryCode.deleteMany({ where: { userId } });
    const data = codes.map((code) => ({ userId, codeHash: recoveryHash(code, userId), madeAt: at }));
    await tx.recoveryCode.createMany({ data });
    const fact = { action: "recovery_codes.made", subjectType: "user", subjectId: userId };
    await recordAudit(tx, actor, fact, at);
    const dedupeKey = `recovery-codes:${userId}:${at.getTime()}`;
    await queueEmail(tx, actor.email, factorChangedEmail("codes"), { dedupeKey, at });
  });
  wakeOutbox();
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

async function requireFreshCode(tx: Tx, userId: string, sessionToken: string | null, at: Date) {
  const fresh = new Date(at.getTime() - FRESH_SIGN_IN_MS);
  const given = isToken(sessionToken)
    ? await tx.session.count({
        where: { userId, tokenHash: tokenHash(sessionToken), factorAt: { gt: fresh } },
      })
    : 0;
  if (given === 0)
    throw new WrongState(
      "To make recovery codes, sign in again first: it needs a code from your app of the last ten minutes.",
    );
}
