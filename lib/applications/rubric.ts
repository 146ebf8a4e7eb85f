import type { ReviewRecommendation } from "./schema-review";

/** What reviews come to when they are held side by side. Pure: the facts come in. */

/** A review that was handed in. */
export type HandedIn = {
  reviewerId: string;
  recommendation: ReviewRecommendation;
  scores: readonly { criterionKey: string; score: number }[];
};

/** Points by which two scores for one criterion may lie apart before a third reviewer is asked. */
export const MAX_APART = 1;

/** True when two of the reviews recommend differently, or score a criterion two points or more apart. */
export function differ(reviews: readonly HandedIn[]): boolean {
  return reviews.some((one, at) => reviews.slice(at + 1).some((other) => differs(one, other)));
}

function differs(one: HandedIn, other: HandedIn): boolean {
  if (one.recommendation !== other.recommendation) return true;
  const scores = new Map(other.scores.map(({ criterionKey, score }) => [criterionKey, score]));
  return one.scores.some(({ criterionKey, score }) => {
    const their = scores.get(criterionKey);
    return their !== undefined && Math.abs(score - their) > MAX_APART;
  });
}

/**
 * Where reading stands: none yet; one; two that agree; two that differ, so that a third is asked for; or settled,
 * three or more, which a decision then weighs.
 */
export type Reading = "none" | "one" | "agreed" | "differing" | "settled";

export function readingOf(reviews: readonly HandedIn[]): Reading {
  if (reviews.length === 0) return "none";
  if (reviews.length === 1) return "one";
  if (reviews.length > 2) return "settled";
  return differ(reviews) ? "differing" : "agreed";
}

/**
 * Whether a reader may see what others have written: once their own review is in, or once nobody is asked to
 * read any more (two agree, or three are in, or it is decided). Until then each reads for themselves. Never
 * somebody who has declared that they know the applicant.
 */
export function mayReadOthers(
  viewerId: string,
  reviews: readonly HandedIn[],
  { decided, conflicted }: { decided: boolean; conflicted: boolean },
): boolean {
  if (conflicted) return false;
  const reading = readingOf(reviews);
  return (
    decided ||
    reading === "agreed" ||
    reading === "settled" ||
    reviews.some(({ reviewerId }) => reviewerId === viewerId)
  );
}

/** The mean of the reviews' total scores, to one decimal; null while there is none. */
export function meanTotal(reviews: readonly HandedIn[]): number | null {
  if (reviews.length === 0) return null;
  const points = reviews.flatMap(({ scores }) => scores).reduce((sum, { score }) => sum + score, 0);
  return Math.round((points / reviews.length) * 10) / 10;
}
