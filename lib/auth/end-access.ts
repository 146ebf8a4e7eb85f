import "server-only";
import { recordAudit } from "../audit/record";
import { inTransaction, type Tx } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import type { Actor } from "./actor";
import { accessRestoredEmail } from "./emails";
import { withdrawInvitationsTo } from "./invitations";
import { voidRequests } from "./requests";
import { keepAnAdministratorBeside, requireAdministrator } from "./roles";

/** A person's access, ended and given back: what administrators do. */

/**
 * Ends a person's access: their sessions, open links, roles, the roles that wait for them and their private calendar's
 * address go with it, and links they ask for from now on lead nowhere, in the words of any other link that no longer
 * works. Their records stay.
 * @throws NotAllowed, NotFound, WrongState (ended already, or the last administrator).
 */
export async function endAccess(actor: Actor, userId: string, at: Date): Promise<void> {
  requireAdministrator(actor);
  if (!isId(userId)) throw new NotFound();
  await inTransaction(async (tx) => {
    await keepAnAdministratorBeside(tx, userId);
    await voidTheirs(tx, userId, at);
    // The update locks the row: a sign-in of this very moment comes before it, and loses its session below, or
    // after it, and is refused.
    const { count } = await tx.user.updateMany({
      where: { id: userId, accessEndedAt: null },
      data: { accessEndedAt: at },
    });
    if (count === 0) throw new WrongState("This person's access has ended already.");
    const roles = await tx.roleAssignment.updateMany({
      where: { userId, endedAt: null },
      data: { endedAt: at },
    });
    const waysIn = await endWaysIn(tx, userId, at);
    const after = { ...waysIn, roles: roles.count };
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
 * back: sessions, links, invitations and calendar addresses of before stay dead, and roles are given anew.
 * @throws NotAllowed, NotFound, WrongState (not ended).
 */
export async function restoreAccess(actor: Actor, userId: string, at: Date): Promise<void> {
  requireAdministrator(actor);
  if (!isId(userId)) throw new NotFound();
  await inTransaction(async (tx) => {
    const person = await voidTheirs(tx, userId, at);
    const { count } = await tx.user.updateMany({
      where: { id: userId, accessEndedAt: { not: null } },
      data: { accessEndedAt: null },
    });
    if (count === 0) throw new WrongState("This person has access already.");
    // Whatever was left of before, or asked for while it led nowhere, does not come alive again.
    await endWaysIn(tx, userId, at);
    const fact = { action: "access.restored", subjectType: "user", subjectId: userId };
    const before = { accessEndedAt: person.accessEndedAt?.toISOString() ?? "" };
    await recordAudit(tx, actor, { ...fact, before }, at);
    const dedupeKey = `access-restored:${userId}:${at.getTime()}`;
    await queueEmail(tx, person.email, accessRestoredEmail(), { dedupeKey, at });
  });
  wakeOutbox();
}

const WHO = { email: true, accessEndedAt: true } as const;

/**
 * Voids the open links of a person, before their row is touched: who follows one takes the two in that order, and the
 * other way round both would wait for each other. @throws NotFound
 */
async function voidTheirs(tx: Tx, userId: string, at: Date) {
  const person = await tx.user.findUnique({ where: { id: userId }, select: WHO });
  if (!person) throw new NotFound();
  await voidRequests(tx, { emails: [person.email], userId }, at);
  return person;
}

/**
 * Ends everything by which somebody whose row is held comes in, or would be let in, beside the roles they hold. How many
 * of each.
 */
async function endWaysIn(tx: Tx, userId: string, at: Date) {
  // Leave to sign in by e-mail beside a provider is an administrator's to give, as a role is.
  const data = { linkAllowedAt: null };
  const { email } = await tx.user.update({ where: { id: userId }, data, select: WHO });
  const sessions = await tx.session.deleteMany({ where: { userId } });
  // What was asked for, or became their address, since voidTheirs.
  await voidRequests(tx, { emails: [email], userId }, at);
  const invitations = await withdrawInvitationsTo(tx, email, at);
  const calendars = await tx.calendarFeed.updateMany({
    where: { userId, endedAt: null },
    data: { endedAt: at },
  });
  return { sessions: sessions.count, invitations, calendars: calendars.count };
}
