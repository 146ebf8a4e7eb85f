import { z } from "zod";
import { line, paragraph } from "../form";

/** Shapes of reviews, notes and conflicts of interest. Safe in the browser. */

export const RECOMMENDATIONS = ["offer", "waitlist", "reject"] as const;
export type ReviewRecommendation = (typeof RECOMMENDATIONS)[number];
export const RECOMMENDATION_WORDS: Record<ReviewRecommendation, string> = {
  offer: "Offer a place",
  waitlist: "Waiting list",
  reject: "Reject",
};

export const COMMENT_MAX = 2_000;
export const SCORE_REASON_MAX = 1_000;
export const NOTE_MAX = 2_000;
export const CONFLICT_NOTE_MAX = 500;

/** One criterion as its reviewer has it so far: no score yet is null. */
export type ScoreInput = { criterionKey: string; score: number | null; reason: string };

/** A review as its form sends it. */
export type ReviewInput = {
  /** Of the review when the page was opened; 0 when there was none. */
  version: number;
  handIn: boolean;
  recommendation: ReviewRecommendation | null;
  comment: string;
  scores: ScoreInput[];
};

/** The names of a criterion's two fields in the form. */
export const scoreField = (key: string) => `score-${key}`;
export const reasonField = (key: string) => `reason-${key}`;

const points = z
  .union([z.literal(""), z.coerce.number().int().min(0).max(10)], { error: "Choose a score" })
  .transform((value) => (value === "" ? null : value));
const reason = paragraph("the reason for the score", SCORE_REASON_MAX, { optional: true });
const SCORED = /^(score|reason)-([a-z0-9-]{1,40})$/;
const MOST_FIELDS = 20;

/** The form of a review. Which criteria there are is the programme's business: the verb holds them against it. */
export const reviewForm = z
  .looseObject({
    version: z.coerce.number().int().min(0).max(1_000_000),
    handIn: z.literal("yes").optional(),
    recommendation: z
      .enum([...RECOMMENDATIONS, ""], { error: "Choose what you recommend" })
      .default("")
      .transform((value) => (value === "" ? null : value)),
    comment: paragraph("the comment", COMMENT_MAX, { optional: true }).default(""),
  })
  .transform((form, ctx): ReviewInput => {
    const { version, handIn, recommendation, comment, ...fields } = form;
    const scores = new Map<string, ScoreInput>();
    const refuse = (path: string[], message: string) => ctx.addIssue({ code: "custom", path, message });
    for (const [name, value] of Object.entries(fields)) {
      const [, kind, key] = SCORED.exec(name) ?? [];
      if (!kind || !key || Object.keys(fields).length > MOST_FIELDS) {
        refuse([], "The form sent something it should not have. Reload the page and try again.");
        break;
      }
      const entry = scores.get(key) ?? { criterionKey: key, score: null, reason: "" };
      const read = kind === "score" ? points.safeParse(value) : reason.safeParse(value);
      if (!read.success) refuse([name], read.error.issues[0]?.message ?? "Check this answer");
      else if (kind === "score") entry.score = read.data as number | null;
      else entry.reason = String(read.data);
      scores.set(key, entry);
    }
    return { version, recommendation, comment, handIn: handIn === "yes", scores: [...scores.values()] };
  });

/** What keeps a review from being handed in, by field: every score with its reason, and a recommendation. */
export function gapsInReview(
  { scores, recommendation }: Pick<ReviewInput, "scores" | "recommendation">,
  criteria: readonly { key: string; title: string; maxScore: number }[],
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { key, title, maxScore } of criteria) {
    const given = scores.find(({ criterionKey }) => criterionKey === key);
    if (given?.score === undefined || given.score === null || given.score > maxScore)
      errors[scoreField(key)] = `Choose a score for “${title}”`;
    if (!given?.reason) errors[reasonField(key)] = `Give the reason for your score for “${title}”`;
  }
  if (!recommendation) errors.recommendation = "Choose what you recommend";
  return errors;
}

export const noteForm = z.strictObject({
  formKey: z.uuid(),
  body: paragraph("the note", NOTE_MAX),
});
export const conflictForm = z.strictObject({
  note: line("how you know the applicant", CONFLICT_NOTE_MAX),
});
export const conflictRemovalForm = z.strictObject({ conflictId: z.uuid() });
