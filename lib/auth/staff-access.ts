import "server-only";
import { recordAudit } from "../audit/record";
import { inTransaction, type Tx } from "../db";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import type { Actor } from "./actor";
import { voidRequests } from "./requests";
import { requireAdministrator } from "./roles";

/** What an administrator does to somebody's signing in, short of ending their access (end-access.ts). */

/** Signs somebody out of every browser and voids their links under way. @throws NotAllowed, NotFound. */
export async function signOutSomebody(actor: Actor, userId: string, at: Date): Promise<number> {
  requireAdministrator(actor);
  return inTransaction(async (tx) => {
    const { email } = await personOf(tx, userId);
    const { count } = await tx.session.deleteMany({ where: { userId } });
    await voidRequests(tx, { emails: [email], userId }, at);
    const fact = { action: "sessions.ended", subjectType: "user", subjectId: userId };
    await recordAudit(tx, actor, { ...fact, after: { sessions: count } }, at);
    return count;
  });
}

/**
 * Lets one person sign in by e-mail although there is a provider, or ends that: for somebody whom the provider does not
 * know, or on the day when it does not work. Ending it ends the sessions that came by e-mail.
 * @throws NotAllowed, NotFound, WrongState (it is so already).
 */
export async function allowLinks(actor: Actor, userId: string, allowed: boolean, at: Date): Promise<void> {
  requireAdministrator(actor);
  await inTransaction(async (tx) => {
    await personOf(tx, userId);
    const { count } = await tx.user.updateMany({
      where: { id: userId, linkAllowedAt: allowed ? null : { not: null } },
      data: { linkAllowedAt: allowed ? at : null },
    });
    if (count === 0) throw new WrongState("Somebody else has just changed this.");
    if (!allowed) await tx.session.deleteMany({ where: { userId, byProvider: false } });
    const action = allowed ? "sign_in_by_email.allowed" : "sign_in_by_email.ended";
    await recordAudit(tx, actor, { action, subjectType: "user", subjectId: userId }, at);
  });
}

async function personOf(tx: Tx, userId: string): Promise<{ email: string }> {
  const person = isId(userId)
    ? await tx.user.findUnique({ where: { id: userId }, select: { email: true } })
    : null;
  if (!person) throw new NotFound();
  return person;
}
