import "server-only";
import { recordAudit } from "../audit/record";
import { dayInLondon, longDate } from "../dates";
import { db, inTransaction, type Tx, uniqueViolation } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { FieldProblem, NotFound, WrongState } from "../errors";
import type { Role } from "../generated/prisma/enums";
import { isId } from "../ids";
import type { Actor } from "./actor";
import { invitationEmail } from "./emails";
import { INVITATION_MS } from "./limits";
import { ensurePerson } from "./people";
import { requireAdministrator } from "./roles";

/**
 * Roles that wait: an administrator invites an address, and whoever shows that it is theirs by signing in within two
 * weeks has the role. Until then nobody has it.
 */

export type InvitationInput = { email: string; name: string; role: Role; cohortId: string | null };

/** Where an invitation still waits. */
const waiting = { takenAt: null, withdrawnAt: null };

/**
 * Invites somebody by e-mail; the one that waits already for that address and role is replaced.
 * @throws NotAllowed, NotFound (no such cohort), FieldProblem (the cohort does not go with the role, the role is held, or
 * the person's access has ended).
 */
export async function invite(actor: Actor, input: InvitationInput, at: Date): Promise<{ id: string }> {
  requireAdministrator(actor);
  const { email, role, cohortId } = input;
  if ((role === "cohort_manager") !== (cohortId !== null))
    throw new FieldProblem("cohort", "Choose the cohort for a cohort manager, and none for another role");
  const expiresAt = new Date(at.getTime() + INVITATION_MS);
  try {
    const made = await inTransaction(async (tx) => {
      const cohort = cohortId
        ? await tx.cohort.findUnique({
            where: { id: cohortId },
            select: { name: true, programme: { select: { shortName: true } } },
          })
        : null;
      if (cohortId && !cohort) throw new NotFound();
      if ((await tx.user.count({ where: { email, accessEndedAt: { not: null } } })) > 0)
        throw new FieldProblem("email", "The access of the person with this address has been ended");
      const held = { endedAt: null, role, cohortId, user: { email } };
      if ((await tx.roleAssignment.count({ where: held })) > 0)
        throw new FieldProblem("email", "Somebody with this address holds the role already");
      await tx.invitation.updateMany({
        where: { ...waiting, email, role, cohortId },
        data: { withdrawnAt: at },
      });
      const data = { ...input, invitedById: actor.userId, invitedAt: at, expiresAt };
      const { id } = await tx.invitation.create({ data, select: { id: true } });
      const fact = { action: "invitation.sent", subjectType: "invitation", subjectId: id, cohortId };
      await recordAudit(tx, actor, { ...fact, after: { role } }, at);
      const plain = role.replaceAll("_", " ");
      const words = cohort ? `${plain} of ${cohort.programme.shortName} ${cohort.name}` : plain;
      const until = longDate(dayInLondon(expiresAt));
      const message = invitationEmail({ role: words, by: actor.name || "An administrator", until });
      await queueEmail(tx, email, message, { dedupeKey: `invitation:${id}`, at });
      return { id };
    });
    wakeOutbox();
    return made;
  } catch (error) {
    if (uniqueViolation(error)) throw new WrongState("This invitation has just been sent.");
    throw error;
  }
}

/** Takes an invitation back before it is used. @throws NotAllowed, NotFound, WrongState. */
export async function withdrawInvitation(actor: Actor, id: string, at: Date): Promise<void> {
  requireAdministrator(actor);
  if (!isId(id)) throw new NotFound();
  await inTransaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, ...waiting },
      data: { withdrawnAt: at },
    });
    if (count === 0) {
      if ((await tx.invitation.count({ where: { id } })) === 0) throw new NotFound();
      throw new WrongState("This invitation has been used or withdrawn already.");
    }
    const fact = { action: "invitation.withdrawn", subjectType: "invitation", subjectId: id };
    await recordAudit(tx, actor, fact, at);
  });
}

/**
 * Takes back every role that waits for an address, with the access of its person: given back, it brings no role with it.
 * @returns how many
 */
export async function withdrawInvitationsTo(tx: Tx, email: string, at: Date): Promise<number> {
  const { count } = await tx.invitation.updateMany({
    where: { ...waiting, email },
    data: { withdrawnAt: at },
  });
  return count;
}

/**
 * Gives a person the roles that wait for their address, which they have just shown to be theirs. Only while whoever
 * invited them is an administrator still: what somebody set up before they had to go does not outlive them.
 */
export async function takeInvitations(tx: Tx, userId: string, at: Date): Promise<void> {
  const person = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  const open = await tx.invitation.updateManyAndReturn({
    where: { ...openFor(person.email, at) },
    data: { takenAt: at, takenById: userId },
    select: { id: true, name: true, role: true, cohortId: true, invitedById: true },
  });
  for (const { id, name, role, cohortId, invitedById } of open) {
    await ensurePerson(tx, { email: person.email, name }, at);
    const data = { userId, role, cohortId, grantedById: invitedById, grantedAt: at };
    await tx.roleAssignment.createMany({ data, skipDuplicates: true });
    const taken = { action: "invitation.taken", subjectType: "invitation", subjectId: id, cohortId };
    await recordAudit(tx, { userId }, { ...taken, after: { role } }, at);
    const granted = { action: "role.granted", subjectType: "user", subjectId: userId, cohortId };
    await recordAudit(tx, { userId: invitedById }, { ...granted, after: { role } }, at);
  }
}

/** True when a role waits for that address. */
export async function isInvited(email: string, at: Date): Promise<boolean> {
  return (await db.invitation.count({ where: openFor(email, at) })) > 0;
}

const openFor = (email: string, at: Date) => ({
  ...waiting,
  email,
  expiresAt: { gt: at },
  invitedBy: { accessEndedAt: null, roles: { some: { role: "administrator" as const, endedAt: null } } },
});
