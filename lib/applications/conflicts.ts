import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, isAdministrator } from "../auth/actor";
import { inTransaction, uniqueViolation } from "../db";
import { NotAllowed, NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { decidableApplication } from "./find";

const ALREADY = "You have declared already that you know this applicant.";

/**
 * Declares that the actor knows the applicant, and how. From then on they take no part in this application, and a
 * review of theirs no longer counts. They cannot take it back themselves.
 */
export async function declareConflict(
  actor: Actor,
  { applicationId, note }: { applicationId: string; note: string },
  at: Date,
): Promise<void> {
  try {
    await inTransaction(async (tx) => {
      const { id, cohortId } = await decidableApplication(tx, actor, applicationId);
      await tx.conflictOfInterest.create({
        data: { applicationId: id, userId: actor.userId, note, declaredAt: at },
      });
      const fact = { action: "conflict.declared", subjectType: "application", subjectId: id, cohortId };
      await recordAudit(tx, actor, { ...fact, after: { userId: actor.userId } }, at);
    });
  } catch (error) {
    if (uniqueViolation(error)) throw new WrongState(ALREADY);
    throw error;
  }
}

/**
 * Removes a declaration that was made by mistake. For administrators, and never for one's own: whoever says that
 * they know somebody does not decide that it does not matter.
 */
export async function removeConflict(
  actor: Actor,
  { applicationId, conflictId }: { applicationId: string; conflictId: string },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { id, cohortId } = await decidableApplication(tx, actor, applicationId);
    if (!isId(conflictId)) throw new NotFound();
    const declared = await tx.conflictOfInterest.findFirst({
      where: { id: conflictId, applicationId: id },
      select: { userId: true },
    });
    if (!isAdministrator(actor)) throw new NotAllowed("Only an administrator can remove a declaration.");
    if (declared?.userId === actor.userId)
      throw new NotAllowed("Another administrator has to remove your own declaration.");
    const { count } = await tx.conflictOfInterest.deleteMany({
      where: { id: conflictId, applicationId: id },
    });
    if (!declared || count !== 1) throw new WrongState("This declaration has been removed already.");
    const fact = { action: "conflict.removed", subjectType: "application", subjectId: id, cohortId };
    await recordAudit(tx, actor, { ...fact, before: { userId: declared.userId } }, at);
  });
}
