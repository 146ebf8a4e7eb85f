import "server-only";
import { recordAudit } from "../audit/record";
import { inTransaction } from "../db";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import type { Actor } from "./actor";
import { voidRequests } from "./requests";
import { keepAnAdministratorBeside, requireAdministrator } from "./roles";

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
