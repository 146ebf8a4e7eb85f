import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { type HandedIn, mayReadOthers, meanTotal, type Reading, readingOf } from "./rubric";
import type { ApplicationState } from "./schema";

/** Scores in the queue: shown, and sorted by, only where the viewer may read them. */

/** What has to be read of an application for its line in the queue. */
export function reviewFacts(actor: Actor) {
  return {
    reviews: {
      where: { submittedAt: { not: null } },
      select: {
        reviewerId: true,
        recommendation: true,
        scores: { select: { criterionKey: true, score: true } },
      },
    },
    conflicts: { where: { userId: actor.userId }, select: { id: true } },
  } as const satisfies Prisma.ApplicationSelect;
}

type Facts = Prisma.ApplicationGetPayload<{ select: ReturnType<typeof reviewFacts> & { state: true } }>;

/** The reviews that count: a review cannot be handed in without its recommendation (lib/applications/review.ts). */
export function handedIn(rows: readonly Facts["reviews"][number][]): HandedIn[] {
  return rows.flatMap(({ recommendation, ...review }) =>
    recommendation ? [{ ...review, recommendation }] : [],
  );
}

const UNDECIDED: readonly ApplicationState[] = ["submitted", "under_review", "waitlisted"];

/** How far the reading of an application is, and its mean score where the viewer may know it. */
export function scoreFor(
  actor: Actor,
  { state, reviews, conflicts }: Facts,
): { reviews: number; reading: Reading; score: number | null } {
  const handed = handedIn(reviews);
  const standing = { decided: !UNDECIDED.includes(state), conflicted: conflicts.length > 0 };
  const open = mayReadOthers(actor.userId, handed, standing);
  return { reviews: handed.length, reading: readingOf(handed), score: open ? meanTotal(handed) : null };
}

/**
 * A page of identifiers in the order of their scores, those without one after the rest with the longest waiting
 * first. Reads the scores of the whole view: the mean is not kept, so that it cannot go stale.
 */
export async function pageByScore(
  actor: Actor,
  where: Prisma.ApplicationWhereInput,
  { best, skip, take }: { best: boolean; skip: number; take: number },
): Promise<string[]> {
  const orderBy = [
    { submittedAt: "asc" },
    { id: "asc" },
  ] as const satisfies Prisma.ApplicationOrderByWithRelationInput[];
  const [all, read] = await Promise.all([
    db.application.findMany({ where, select: { id: true }, orderBy }),
    db.application.findMany({
      where: { AND: [where, { reviews: { some: { submittedAt: { not: null } } } }] },
      select: { id: true, state: true, ...reviewFacts(actor) },
      orderBy,
    }),
  ]);
  const scored = read.flatMap(({ id, ...facts }) => {
    const { score } = scoreFor(actor, facts);
    return score === null ? [] : [{ id, score }];
  });
  scored.sort((a, b) => (best ? b.score - a.score : a.score - b.score));
  const ids = new Set(scored.map(({ id }) => id));
  for (const { id } of all) ids.add(id);
  return [...ids].slice(skip, skip + take);
}
