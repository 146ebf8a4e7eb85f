import "server-only";
import { recordAudit } from "../audit/record";
import { inTransaction } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import type { Actor } from "./actor";
import { accessRestoredEmail } from "./emails";
import { voidRequests } from "./requests";
import { keepAnAdministratorBeside, requireAdministrator } from "./roles";

/** A person's access, ended and given back: what administrators do. */

/**
 * Ends a person's access: their sessions, open links and roles go with it, and links they ask for from now on lead
 * nowhere, in the words of any other link that no longer works. Their records stay.
 * @throws NotAllowed, NotFound, WrongState (ended already, or the last administrator).
 */
export async function endAccess(actor: Actor, userId: string, at: Date): Promise<void> {
  requireAdministrator(actor);
  if (!isId(userId)) throw new NotFound();
  await inTransaction(async (tx) => {
    await keepAnAdministratorBeside(tx, userId);
    // The update locks the row: a sign-in of this very moment comes before it, and loses its session below, or
    // after it, and is refused.
    const { count } = await tx.user.updateMany({
      where: { id: userId, accessEndedAt: null },
      data: { accessEndedAt: at },
    });
    const person = await tx.user.findUnique({ where: { id: userId }, select: { email: true } });
    if (!person) throw new NotFound();
    if (count === 0) throw new WrongState("This person's access has ended already.");
    const sessions = await tx.session.deleteMany({ where: { userId } });
    const roles = await tx.roleAssignment.updateMany({
      where: { userId, endedAt: null },
      data: { endedAt: at },
    });
    await voidRequests(tx, { emails: [person.email], userId }, at);
    const after = { sessions: sessions.count, roles: roles.count };
    await recordAudit(
      tx,
      actor,
      { action: "access.ended", subjectType: "user", subjectId: userId, after },
      at,
    );
  });
}

/**
 * Gives a person back the access that was ended. They hear of it by e-mail with the way to sign in. Nothing else comes
 * back: sessions and links of before stay dead, and roles are given anew.
 * @throws NotAllowed, NotFound, WrongState (not ended).
 */
export async function restoreAccess(actor: Actor, userId: string, at: Date): Promise<void> {
  requireAdministrator(actor);
  if (!isId(userId)) throw new NotFound();
  await inTransaction(async (tx) => {
    const person = await tx.user.findUnique({
      where: { id: userId },
      select: { email: true, accessEndedAt: true },
    });
    if (!person) throw new NotFound();
    const { count } = await tx.user.updateMany({
      where: { id: userId, accessEndedAt: { not: null } },
      data: { accessEndedAt: null },
    });
    if (count === 0) throw new WrongState("This person has access already.");
    // Whatever was left of before, or asked for while it led nowhere, does not come alive again.
    await tx.session.deleteMany({ where: { userId } });
    await voidRequests(tx, { emails: [person.email], userId }, at);
    const fact = { action: "access.restored", subjectType: "user", subjectId: userId };
    const before = { accessEndedAt: person.accessEndedAt?.toISOString() ?? "" };
    await recordAudit(tx, actor, { ...fact, before }, at);
    const dedupeKey = `access-restored:${userId}:${at.getTime()}`;
    await queueEmail(tx, person.email, accessRestoredEmail(), { dedupeKey, at });
  });
  wakeOutbox();
}
