import { saveReview } from "@/lib/applications/review";
import type { ReviewRecommendation } from "@/lib/applications/schema-review";
import type { Actor } from "@/lib/auth/actor";
import { criteria } from "@/prisma/seed/npqel/criteria";
import { MONDAY } from "./admissions";

/** Reviews of NPQEL's applications, through the verb. */

/** A score for each criterion, all alike or one by one, each with a reason. */
export function scores(points: number | readonly number[]) {
  return criteria.map(({ key }, at) => ({
    criterionKey: key,
    score: typeof points === "number" ? points : (points[at] ?? 0),
    reason: `Because of what stands under “${key}”.`,
  }));
}

type Part = {
  points?: number | readonly number[];
  recommendation?: ReviewRecommendation | null;
  version?: number;
  handIn?: boolean;
  comment?: string;
  at?: Date;
};

/** Somebody's review, handed in unless it says otherwise. */
export function reviewed(actor: Actor, { id }: { id: string }, part: Part = {}) {
  const {
    points = 3,
    recommendation = "offer",
    version = 0,
    handIn = true,
    comment = "",
    at = MONDAY,
  } = part;
  const input = { applicationId: id, version, handIn, recommendation, comment, scores: scores(points) };
  return saveReview(actor, input, at);
}
