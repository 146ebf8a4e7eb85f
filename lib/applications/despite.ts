import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";
import { FieldProblem } from "../errors";
import { writeNote } from "./notes";
import { handedIn, reviewFacts } from "./review-facts";
import { readingOf } from "./rubric";

/**
 * Holds a decision against the reviews. While two differ and no third has been handed in, it needs a reason, which is
 * kept as a note for colleagues. Without any review, a decision stands as it is: a small team must not be stuck, and
 * the page says that nobody has reviewed it.
 * @returns what the audit row of the decision adds: how many reviews it rests on, and whether they differed
 * @throws FieldProblem when they differ and no reason is given
 */
export async function weighReviews(
  tx: Tx,
  actor: Actor,
  application: { id: string; cohortId: string },
  despite: string | undefined,
  at: Date,
): Promise<{ reviews: number; despiteDiffering?: true }> {
  const applicationId = application.id;
  // One after the other: a transaction has one connection, and two relations of one row are asked for at once.
  const handed = await tx.applicationReview.findMany({
    where: { applicationId, ...reviewFacts.reviews.where },
    select: reviewFacts.reviews.select,
  });
  const conflicts = await tx.conflictOfInterest.findMany({
    where: { applicationId },
    select: reviewFacts.conflicts.select,
  });
  const reviews = handedIn({ reviews: handed, conflicts });
  if (readingOf(reviews) !== "differing") return { reviews: reviews.length };
  if (!despite) {
    throw new FieldProblem(
      "despite",
      "The scores differ: ask for a third review, or say why you decide without one",
    );
  }
  const body = `Decided although the scores differ: ${despite}`;
  await writeNote(tx, actor, application, { body, formKey: randomUUID() }, at);
  return { reviews: reviews.length, despiteDiffering: true };
}
