import "server-only";
import { recordAudit } from "../../audit/record";
import { inTransaction } from "../../db";
import { queueEmail } from "../../email/queue";
import { wakeOutbox } from "../../email/wake";
import { WrongState } from "../../errors";
import type { Actor } from "../actor";
import { factorChangedEmail } from "../emails";
import { readAnySession, startSession } from "../session-store";
import { countTry, spendCode } from "./check";

/**
 * The last step of signing in for staff with a second factor: a code, and a new session in place of the one that
 * waited for it. A recovery code tells its owner by e-mail that it was used.
 * @throws FieldProblem, TooMany, WrongState (no session waits for a code).
 */
export async function giveSecondFactor(
  input: { code: string; codeAt: Date; sessionToken: string | null },
  at: Date,
): Promise<{ actor: Actor; token: string; cookieSeconds: number }> {
  const session = await readAnySession(input.sessionToken, at);
  if (session?.standing !== "factor")
    throw new WrongState("There is no sign-in to finish here. Sign in again.");
  const { actor } = session;
  await countTry(actor.userId, at);
  const fresh = await inTransaction(async (tx) => {
    const way = await spendCode(tx, actor, input, at);
    // Ending access, or signing out everywhere, at this moment: the session is gone, and no other takes its place.
    const { count } = await tx.session.deleteMany({ where: { id: session.id } });
    if (count === 0) throw new WrongState("You have been signed out. Sign in again.");
    const fact = {
      action: "second_factor.given",
      subjectType: "user",
      subjectId: actor.userId,
      after: { way },
    };
    await recordAudit(tx, actor, fact, at);
    if (way === "recovery") {
      const dedupeKey = `recovery-used:${session.id}`;
      await queueEmail(tx, actor.email, factorChangedEmail("recovery"), { dedupeKey, at });
    }
    return startSession(tx, actor, null, at, { factorAt: at });
  });
  wakeOutbox();
  return { actor, ...fresh };
}
