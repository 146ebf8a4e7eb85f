import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { reviewFacts, scoreFor } from "./review-facts";

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
      select: { id: true, state: true, ...reviewFacts },
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
