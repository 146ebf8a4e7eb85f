import "server-only";
import { type Actor, isAdministrator } from "../auth/actor";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { staffScope } from "./policy";
import { REVIEWED_IN } from "./review";
import { handedIn, scoreFor } from "./review-facts";
import { mayReadOthers, readingOf } from "./rubric";
import { UNDECIDED } from "./states";
import type { ReviewDesk, ReviewView } from "./views-review";

const desk = {
  state: true,
  cohort: {
    select: {
      programme: {
        select: {
          criteria: {
            select: { key: true, title: true, guidance: true, maxScore: true },
            orderBy: { position: "asc" },
          },
        },
      },
    },
  },
  reviews: {
    select: {
      id: true,
      reviewerId: true,
      reviewer: { select: { name: true } },
      submittedAt: true,
      recommendation: true,
      comment: true,
      version: true,
      scores: { select: { criterionKey: true, score: true, reason: true } },
    },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  },
  conflicts: {
    select: { id: true, userId: true, note: true, declaredAt: true, user: { select: { name: true } } },
    orderBy: { declaredAt: "asc" },
  },
  notes: {
    select: { id: true, at: true, body: true, by: { select: { name: true } } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 200,
  },
} as const satisfies Prisma.ApplicationSelect;
type Row = Prisma.ApplicationGetPayload<{ select: typeof desk }>;

/**
 * The reviews, notes and conflicts of interest of an application; null for who may not decide it. What others wrote
 * is left out until the viewer may read it, and so is everything from who knows the applicant.
 */
export async function reviewDesk(actor: Actor, applicationId: string): Promise<ReviewDesk | null> {
  if (!isId(applicationId)) return null;
  const row = await db.application.findFirst({
    where: { AND: [{ id: applicationId }, staffScope(actor)] },
    select: desk,
  });
  return row && toDesk(row, actor);
}

function toDesk(row: Row, actor: Actor): ReviewDesk {
  const { state, conflicts } = row;
  const facts = { reviews: row.reviews.filter(({ submittedAt }) => submittedAt), conflicts };
  const handed = handedIn(facts);
  const conflicted = conflicts.some(({ userId }) => userId === actor.userId);
  const open = mayReadOthers(actor.userId, handed, { decided: !UNDECIDED.includes(state), conflicted });
  const own = row.reviews.find(({ reviewerId }) => reviewerId === actor.userId);
  const names = (wanted: (review: Row["reviews"][number]) => boolean) =>
    row.reviews.filter(wanted).map(({ reviewer }) => reviewer.name);
  const counts = ({ reviewerId }: { reviewerId: string }) =>
    handed.some((each) => each.reviewerId === reviewerId);
  return {
    criteria: row.cohort.programme.criteria,
    own: own
      ? {
          version: own.version,
          handedIn: own.submittedAt !== null,
          recommendation: own.recommendation,
          comment: own.comment,
          scores: own.scores,
        }
      : null,
    reading: readingOf(handed),
    handedInBy: names(counts),
    writing: names((review) => review.submittedAt === null && review.reviewerId !== actor.userId),
    setAside: names((review) => review.submittedAt !== null && !counts(review)),
    reviews: open ? row.reviews.filter(counts).flatMap((review) => toReview(review, actor)) : null,
    mean: scoreFor(actor, { state, ...facts }).score,
    conflicted,
    conflicts: conflicts.map(({ id, user, userId, note, declaredAt }) => ({
      ...{ id, note, declaredAt },
      by: user.name,
      removable: isAdministrator(actor) && userId !== actor.userId,
    })),
    notes: conflicted ? null : row.notes.map(({ by, ...note }) => ({ ...note, by: by.name })),
    canReview: !conflicted && !own?.submittedAt && REVIEWED_IN.includes(state),
  };
}

function toReview(review: Row["reviews"][number], actor: Actor): ReviewView[] {
  const { id, reviewer, reviewerId, recommendation, comment, submittedAt, scores } = review;
  if (!recommendation || !submittedAt) return [];
  const mine = reviewerId === actor.userId;
  return [{ id, by: reviewer.name, mine, recommendation, comment, submittedAt, scores }];
}
