import "server-only";
import { recordAudit } from "../audit/record";
import { inTransaction } from "../db";
import type { Actor } from "./actor";
import { voidRequests } from "./requests";
import { endSession } from "./session-store";

/** Signs out one browser: its session's row goes, so a copy of the cookie is worth nothing (checklist, 9). */
export async function signOut(sessionToken: string | null): Promise<void> {
  await endSession(sessionToken);
}

/**
 * Signs a person out of every browser, this one included, and voids every link that is under way for them: whoever
 * else is in, is out, and a change of address that somebody else asked for does not happen.
 * Gives the number of sessions ended.
 */
export async function signOutEverywhere(actor: Actor, at: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId: actor.userId } });
    await voidRequests(tx, { emails: [actor.email], userId: actor.userId }, at);
    const fact = {
      action: "sessions.ended",
      subjectType: "user",
      subjectId: actor.userId,
      after: { sessions: count },
    };
    await recordAudit(tx, actor, fact, at);
    return count;
  });
}
