import "server-only";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";
import { NotAllowed } from "../errors";
import { decidableApplication, type Facts } from "./find";

/**
 * An application that the actor may decide and has not declared to know the applicant of. Who has declared it takes
 * no part: no review, no note, no decision.
 * @throws NotFound outside the actor's cohorts and for one's own; NotAllowed after a declaration.
 */
export async function impartialApplication(tx: Tx, actor: Actor, id: string): Promise<Facts> {
  const application = await decidableApplication(tx, actor, id);
  const declared = await tx.conflictOfInterest.findUnique({
    where: { applicationId_userId: { applicationId: application.id, userId: actor.userId } },
    select: { id: true },
  });
  if (declared) {
    throw new NotAllowed(
      "You have declared that you know this applicant, so somebody else reads and decides this application.",
    );
  }
  return application;
}
