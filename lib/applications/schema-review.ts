/** Shapes of reviews, notes and conflicts of interest. Safe in the browser. */

export const RECOMMENDATIONS = ["offer", "waitlist", "reject"] as const;
export type ReviewRecommendation = (typeof RECOMMENDATIONS)[number];
export const RECOMMENDATION_WORDS: Record<ReviewRecommendation, string> = {
  offer: "Offer a place",
  waitlist: "Waiting list",
  reject: "Reject",
};
