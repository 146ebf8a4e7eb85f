import "server-only";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import { inTransaction, type Tx, uniqueViolation } from "../db";
import { NotAllowed, NotFound, WrongState } from "../errors";
import { Role } from "../generated/prisma/enums";
import { isId } from "../ids";
import { type Actor, isAdministrator } from "./actor";

/** Who holds which role: administrators decide, every step is audited, and one administrator always remains. */

const grantInput = z.strictObject({
  userId: z.string().refine(isId),
  role: z.enum(Role),
  cohortId: z.string().refine(isId).nullable(),
});

export function requireAdministrator(actor: Actor): void {
  if (!isAdministrator(actor)) throw new NotAllowed("Only an administrator can do this.");
}

/**
 * Gives a person a role; a cohort manager's is for one cohort, the others for none.
 * @throws NotAllowed, NotFound (no such person or cohort), WrongState (held already, or access ended).
 */
export async function grantRole(
  actor: Actor,
  input: { userId: string; role: Role; cohortId: string | null },
  at: Date,
): Promise<{ id: string }> {
  requireAdministrator(actor);
  const parsed = grantInput.safeParse(input);
  if (!parsed.success) throw new NotFound();
  const { userId, role, cohortId } = parsed.data;
  if ((role === "cohort_manager") !== (cohortId !== null)) {
    throw new WrongState(
      "A cohort manager manages one cohort: choose it. The other roles are for no cohort in particular.",
    );
  }
  try {
    return await inTransaction(async (tx) => {
      await lockPersonWithAccess(tx, userId);
      if (cohortId && (await tx.cohort.count({ where: { id: cohortId } })) === 0) throw new NotFound();
      const data = { userId, role, cohortId, grantedById: actor.userId, grantedAt: at };
      const { id } = await tx.roleAssignment.create({ data, select: { id: true } });
      const fact = {
        action: "role.granted",
        subjectType: "user",
        subjectId: userId,
        cohortId,
        after: { role },
      };
      await recordAudit(tx, actor, fact, at);
      return { id };
    });
  } catch (error) {
    if (uniqueViolation(error)) throw new WrongState("This person holds the role already.");
    throw error;
  }
}

/** Keeps the person's row until the transaction ends, so that ending their access and this take turns. */
async function lockPersonWithAccess(tx: Tx, userId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ accessEndedAt: Date | null }[]>`
    SELECT "accessEndedAt" FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`;
  if (!rows[0]) throw new NotFound();
  if (rows[0].accessEndedAt) throw new WrongState("This person's access has ended.");
}

/** Takes a role back. It stops counting at once: roles are read with every request. */
export async function endRole(actor: Actor, input: { assignmentId: string }, at: Date): Promise<void> {
  requireAdministrator(actor);
  const { assignmentId } = input;
  if (!isId(assignmentId)) throw new NotFound();
  await inTransaction(async (tx) => {
    const held = await tx.roleAssignment.findUnique({
      where: { id: assignmentId },
      select: { userId: true, role: true, cohortId: true },
    });
    if (!held) throw new NotFound();
    if (held.role === "administrator") await keepAnAdministratorBeside(tx, held.userId);
    const { count } = await tx.roleAssignment.updateMany({
      where: { id: assignmentId, endedAt: null },
      data: { endedAt: at },
    });
    if (count === 0) throw new WrongState("This role has ended already.");
    const { userId, role, cohortId } = held;
    const fact = { action: "role.ended", subjectType: "user", subjectId: userId, cohortId, before: { role } };
    await recordAudit(tx, actor, fact, at);
  });
}

/**
 * Locks every administrator's row, in one order, and refuses when none would be left beside this person. Of two who
 * end each other's at the same moment, the second waits here and then no longer finds the first (checklist, 18).
 */
export async function keepAnAdministratorBeside(tx: Tx, userId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT "userId" FROM "RoleAssignment" WHERE "role" = 'administrator' AND "endedAt" IS NULL
    ORDER BY "id" FOR UPDATE`;
  if (rows.some((row) => row.userId === userId) && rows.every((row) => row.userId === userId)) {
    throw new WrongState("This is the last administrator. Make somebody else an administrator first.");
  }
}
