import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction, type Tx, uniqueViolation } from "../db";
import { StaleVersion, WrongState } from "../errors";
import { impartialApplication } from "./impartial";
import type { ApplicationState } from "./schema";
import { gapsInReview, type ReviewInput, scoreField } from "./schema-review";

/** While an application can be reviewed: it is being read, or waits for a place. */
export const REVIEWED_IN: readonly ApplicationState[] = ["under_review", "waitlisted"];

/**
 * Saves the actor's own review of an application, and hands it in when asked to. There is one a reviewer; handed in,
 * it stays as it is.
 * @returns the errors by field where it cannot be saved as it is, and nothing was; or its new version
 * @throws NotFound outside one's cohorts and for one's own application, NotAllowed for who knows the applicant,
 * WrongState when it is decided or handed in already, StaleVersion from an older page.
 */
export async function saveReview(
  actor: Actor,
  input: ReviewInput & { applicationId: string },
  at: Date,
): Promise<{ errors: Record<string, string> } | { version: number }> {
  try {
    return await inTransaction((tx) => save(tx, actor, input, at));
  } catch (error) {
    // Begun in two tabs at once: the other one's is there now.
    if (uniqueViolation(error)) throw new StaleVersion();
    throw error;
  }
}

async function save(
  tx: Tx,
  actor: Actor,
  input: ReviewInput & { applicationId: string },
  at: Date,
): Promise<{ errors: Record<string, string> } | { version: number }> {
  const application = await impartialApplication(tx, actor, input.applicationId);
  if (!REVIEWED_IN.includes(application.state)) {
    throw new WrongState(
      "An application is reviewed while it is under review or on the waiting list; this one is neither.",
    );
  }
  const criteria = await tx.reviewCriterion.findMany({
    where: { programme: { cohorts: { some: { id: application.cohortId } } } },
    select: { key: true, title: true, maxScore: true },
    orderBy: { position: "asc" },
  });
  // The criteria were changed while the page was open.
  if (input.scores.some(({ criterionKey }) => !criteria.some(({ key }) => key === criterionKey)))
    throw new StaleVersion();
  const gaps = gapsInReview(input, criteria);
  const errors = input.handIn ? gaps : unkeepable(input, gaps);
  if (Object.keys(errors).length > 0) return { errors };
  const reviewId = await reviewAt(tx, actor, { ...input, applicationId: application.id }, at);
  const scores = input.scores.flatMap(({ criterionKey, score, reason }) =>
    score === null ? [] : [{ reviewId, criterionKey, score, reason }],
  );
  await tx.reviewScore.deleteMany({ where: { reviewId } });
  await tx.reviewScore.createMany({ data: scores });
  const { id: subjectId, cohortId } = application;
  const points = Object.fromEntries(scores.map(({ criterionKey, score }) => [criterionKey, score]));
  const fact = {
    action: input.handIn ? "review.handed_in" : "review.saved",
    ...{ subjectType: "application", subjectId, cohortId },
    after: { reviewId, recommendation: input.recommendation, scores: points },
  };
  await recordAudit(tx, actor, fact, at);
  return { version: input.version + 1 };
}

/** In a draft everything may be open; but a reason is kept with its score, and a score lies within its criterion. */
function unkeepable({ scores }: ReviewInput, gaps: Record<string, string>): Record<string, string> {
  const bad = scores.filter(({ score, reason }) => score !== null || reason !== "");
  return Object.fromEntries(
    bad.flatMap(({ criterionKey }) => {
      const field = scoreField(criterionKey);
      return gaps[field] ? [[field, gaps[field]]] : [];
    }),
  );
}

/** The actor's review at its next version; made when it is begun. */
async function reviewAt(
  tx: Tx,
  actor: Actor,
  input: ReviewInput & { applicationId: string },
  at: Date,
): Promise<string> {
  const { applicationId, version, handIn, recommendation, comment } = input;
  const written = { recommendation, comment, submittedAt: handIn ? at : null };
  const own = { applicationId, reviewerId: actor.userId };
  if (version === 0) {
    const { id } = await tx.applicationReview.create({
      data: { ...own, ...written, startedAt: at },
      select: { id: true },
    });
    return id;
  }
  const [saved] = await tx.applicationReview.updateManyAndReturn({
    where: { ...own, version, submittedAt: null },
    data: { ...written, version: { increment: 1 } },
    select: { id: true },
  });
  if (saved) return saved.id;
  const before = await tx.applicationReview.findFirst({ where: own, select: { submittedAt: true } });
  if (before?.submittedAt) throw new WrongState("You have handed in your review of this application.");
  throw new StaleVersion();
}
