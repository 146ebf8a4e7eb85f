import { z } from "zod";

/** DfE's lists of registrations, as pages and the import speak of them. Safe in the browser. */

/** The most lines a list may have under its headings. */
export const MOST_LINES = 5_000;

/** The file itself comes beside the fields. */
export const uploadForm = z.strictObject({});

/** What became of one line of a list. */
export const OUTCOMES = ["matched", "already", "unmatched", "conflict", "wrong"] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOME_WORDS: Record<Outcome, string> = {
  matched: "matched to an application",
  already: "imported before, nothing new",
  unmatched: "no application found",
  conflict: "needs a look",
  wrong: "not imported",
};

/** The same as a line's mark. */
export const OUTCOME_TAGS: Record<Outcome, string> = {
  matched: "matched",
  already: "imported before",
  unmatched: "no application",
  conflict: "needs a look",
  wrong: "not imported",
};

/** By what a registration was matched. */
export const MATCHED_BY = ["trn", "email", "trn and email"] as const;
export type MatchedBy = (typeof MATCHED_BY)[number];
export const MATCHED_WORDS: Record<MatchedBy, string> = {
  trn: "TRN",
  email: "e-mail address",
  "trn and email": "TRN and e-mail address",
};

/** A line of a report, as it is kept: without names and addresses, which stand with the registration. */
export const reportLine = z.object({
  line: z.number().int(),
  outcome: z.enum(OUTCOMES),
  why: z.string(),
  dfeId: z.string().nullable(),
});
export type ReportLine = z.infer<typeof reportLine>;
