import "server-only";
import type { Actor } from "../auth/actor";
import type { Prisma } from "../generated/prisma/client";
import { type HandedIn, mayReadOthers, meanTotal, type Reading, readingOf } from "./rubric";
import type { ApplicationState } from "./schema";
import { UNDECIDED } from "./states";

/** What of its reviews an application's readers and deciders go by. A score is told only to those who may know it. */

/** What has to be read of an application for its line in the queue. */
export const reviewFacts = {
  reviews: {
    where: { submittedAt: { not: null } },
    select: {
      reviewerId: true,
      recommendation: true,
      scores: { select: { criterionKey: true, score: true } },
    },
  },
  conflicts: { select: { userId: true } },
} as const satisfies Prisma.ApplicationSelect;

export type ReviewFacts = Prisma.ApplicationGetPayload<{ select: typeof reviewFacts }>;

/**
 * The reviews that count: those handed in, which need a recommendation (lib/applications/review.ts), but for those
 * of reviewers who have declared since that they know the applicant.
 */
export function handedIn({ reviews, conflicts }: ReviewFacts): HandedIn[] {
  return reviews.flatMap(({ recommendation, ...review }) =>
    recommendation && !conflicts.some(({ userId }) => userId === review.reviewerId)
      ? [{ ...review, recommendation }]
      : [],
  );
}

/** How far the reading of an application is, and its mean score where the viewer may know it. */
export function scoreFor(
  actor: Actor,
  { state, ...facts }: ReviewFacts & { state: ApplicationState },
): { reviews: number; reading: Reading; score: number | null } {
  const handed = handedIn(facts);
  const conflicted = facts.conflicts.some(({ userId }) => userId === actor.userId);
  const standing = { decided: !UNDECIDED.includes(state), conflicted };
  const open = mayReadOthers(actor.userId, handed, standing);
  return { reviews: handed.length, reading: readingOf(handed), score: open ? meanTotal(handed) : null };
}
