import type { FormState } from "../form";

/** Why an application is rejected: what staff choose, and what the applicant reads. Safe in the browser. */

export const REJECTION_REASONS = [
  "not_yet_leading",
  "experience_not_shown",
  "sponsor_not_committed",
  "statements_incomplete",
  "fee_not_settled",
  "places_full",
  "other",
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** As staff say it. */
export const REASON_SHORT: Record<RejectionReason, string> = {
  not_yet_leading: "Does not lead several schools yet",
  experience_not_shown: "Experience not shown",
  sponsor_not_committed: "Sponsor not committed",
  statements_incomplete: "Statements incomplete",
  fee_not_settled: "Fee not settled",
  places_full: "Places full",
  other: "Something else",
};

/** As the applicant reads it: why, and what may help another time. Something else is said in staff's own words. */
const TOLD: Record<Exclude<RejectionReason, "other">, { why: string; next: string }> = {
  not_yet_leading: {
    why: "The programme is written for people who lead several schools, or are about to. From what you told us, we could not see yet that this is your role.",
    next: "When your role grows beyond one school, please apply again. Until then, another NPQ may do more for you: write to us, and we will say which.",
  },
  experience_not_shown: {
    why: "We look for changes that you have led and for what came of them. You may well have done more than you wrote; what we read did not show us enough of it.",
    next: "For another application, choose one or two changes, and say what the problem was, what you did, and how you knew that it worked.",
  },
  sponsor_not_committed: {
    why: "The programme takes time out of the working week from its first month to its last, so it needs a sponsor who makes room for it. We could not be sure of that.",
    next: "Go through the hours with your line manager or chair of trustees, and agree what will give way. The route map on our pages shows them month by month.",
  },
  statements_incomplete: {
    why: "Some of what we ask people to write was missing, or too short for us to judge fairly.",
    next: "For another application, answer each question in full. The words beside it say what we look for.",
  },
  fee_not_settled: {
    why: "We could not settle with you in time who pays the fee.",
    next: "Find out first whether your school, your trust or a scholarship can pay. Our programme pages say what there is.",
  },
  places_full: {
    why: "There were more good applications than places. That is no judgement on yours.",
    next: "We would be glad to read your application for the next cohort.",
  },
};

const AGAIN = "You are welcome to apply for a later cohort.";

/** True for a code that is still one of ours; an old row may hold another. */
export const isRejectionReason = (code: string): code is RejectionReason =>
  (REJECTION_REASONS as readonly string[]).includes(code);

/**
 * What an applicant reads of a rejection, in the e-mail and on the application's page alike: why, with staff's own
 * words last, and what they can do next.
 */
export function rejectionTold(
  codes: readonly string[],
  words: string | null,
): { why: string[]; next: string[] } {
  const known = REJECTION_REASONS.filter((code) => codes.includes(code));
  const told = known.flatMap((code) => (code === "other" ? [] : [TOLD[code]]));
  return {
    why: [...told.map(({ why }) => why), ...(words ? [words] : [])],
    next: [...told.map(({ next }) => next), ...(known.includes("places_full") ? [] : [AGAIN])],
  };
}

/** The rejection's form with what would go out, once it has been asked for. */
export type RejectionState = FormState & { letter?: { to: string; subject: string; paragraphs: string[] } };
