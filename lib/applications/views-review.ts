import type { Reading } from "./rubric";
import type { ReviewRecommendation } from "./schema-review";

/** What the page of an application shows of its reviews, notes and conflicts of interest. */

export type Criterion = { key: string; title: string; guidance: string; maxScore: number };
export type Score = { criterionKey: string; score: number; reason: string };

/** A review that was handed in, for those who may read it. */
export type ReviewView = {
  id: string;
  by: string;
  mine: boolean;
  recommendation: ReviewRecommendation;
  comment: string;
  submittedAt: Date;
  scores: Score[];
};

/** The viewer's own, for its form. */
export type OwnReview = {
  version: number;
  handedIn: boolean;
  recommendation: ReviewRecommendation | null;
  comment: string;
  scores: Score[];
};

export type ReviewDesk = {
  criteria: Criterion[];
  own: OwnReview | null;
  reading: Reading;
  /** Who has handed in a review that counts, by name; the viewer is among them. */
  handedInBy: string[];
  /** Colleagues who have begun one. */
  writing: string[];
  /** Whose review does not count, since they know the applicant. */
  setAside: string[];
  /** The reviews that count; null until the viewer may read them. */
  reviews: ReviewView[] | null;
  /** The mean of their totals, where the viewer may know it. */
  mean: number | null;
  /** True when the viewer has declared that they know the applicant, and takes no part. */
  conflicted: boolean;
  conflicts: { id: string; by: string; note: string; declaredAt: Date; removable: boolean }[];
  /** For colleagues, the latest first; null for who takes no part. */
  notes: { id: string; by: string; at: Date; body: string }[] | null;
  /** Whether the viewer can write or go on with a review now. */
  canReview: boolean;
};
