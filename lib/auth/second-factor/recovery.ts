import "server-only";
import { randomInt } from "node:crypto";
import { recordAudit } from "../../audit/record";
import { inTransaction } from "../../db";
import { WrongState } from "../../errors";
import type { Actor } from "../actor";
import { recoveryHash } from "../secrets";

const HOW_MANY = 8;
/** No I, L, O, U, 0 or 1, as in references: ten of thirty letters are 49 bits. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

const newCode = () => Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/**
 * Eight new recovery codes in place of all there were. They are given here once; only their hashes are kept.
 * @throws WrongState without a second factor that is on.
 */
export async function newRecoveryCodes(actor: Actor, at: Date): Promise<string[]> {
  const { userId } = actor;
  const codes = Array.from({ length: HOW_MANY }, newCode);
  await inTransaction(async (tx) => {
    // Locks the factor's row, so that two clicks come one after the other and only the last eight stand.
    const on = await tx.secondFactor.updateMany({
      where: { userId, confirmedAt: { not: null } },
      data: { userId },
    });
    if (on.count === 0) throw new WrongState("Set up your second factor first.");
    await tx.recoveryCode.deleteMany({ where: { userId } });
    const data = codes.map((code) => ({ userId, codeHash: recoveryHash(code, userId), madeAt: at }));
    await tx.recoveryCode.createMany({ data });
    const fact = { action: "recovery_codes.made", subjectType: "user", subjectId: userId };
    await recordAudit(tx, actor, fact, at);
  });
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}
