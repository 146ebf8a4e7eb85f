import { z } from "zod";
import { paragraph } from "../form";
import { listOrderForm } from "../form-order";
import { REJECTION_REASONS } from "./schema-reasons";

/** Shapes of applications, safe in the browser. */

export const APPLICATION_STATES = [
  "draft",
  "submitted",
  "under_review",
  "waitlisted",
  "offered",
  "accepted",
  "declined",
  "rejected",
  "withdrawn",
  "expired",
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** As the applicant reads them. */
export const STATE_WORDS: Record<ApplicationState, string> = {
  draft: "not sent yet",
  submitted: "sent",
  under_review: "being read",
  waitlisted: "on the waiting list",
  offered: "place offered",
  accepted: "place accepted",
  declined: "offer declined",
  rejected: "not successful",
  withdrawn: "withdrawn",
  expired: "offer ran out",
};

/** The draft's version when the page was opened; a save from a stale page is refused. */
export const version = z.coerce.number().int().min(1).max(1_000_000);

/** The last page's form: what was declared stands among the answers. */
export const submission = z.strictObject({ version });

/** Asked only while two reviews differ: why it is decided without a third. */
const despite = paragraph("why you decide although the scores differ", 1_000, { optional: true }).optional();

/** A decision with nothing to say but yes; the version is that of the page it was made on. */
export const decisionForm = z.strictObject({ version });
export const waitlistForm = z.strictObject({ version, despite });
export const offerForm = z.strictObject({
  version,
  fundedPlace: z.enum(["yes", "no"], { error: "Choose whether the place is funded" }),
  overrideReason: paragraph("why it is offered without the sponsor's endorsement", 500, {
    optional: true,
  }).default(""),
  despite,
});
const reason = z.enum(REJECTION_REASONS, { error: "Choose from the reasons" });
/** The fields of a rejection, of one application or of several. */
export const rejectionFields = {
  step: z.enum(["preview", "send", "edit"]).default("preview"),
  reasons: z
    .union([reason.transform((one) => [one]), z.array(reason).max(REJECTION_REASONS.length)], {
      error: "Choose at least one reason",
    })
    .default([])
    .refine((all) => all.length > 0, "Choose at least one reason"),
  words: paragraph("your words to the applicant", 2_000, { optional: true }).default(""),
};
/** Something else is said in words. */
export const otherIsSaid = ({ reasons, words }: { reasons: string[]; words: string }) =>
  !reasons.includes("other") || words !== "";
export const OTHER_UNSAID = { path: ["words"], message: "Say in your own words what else it is" };
export const rejectionForm = z
  .strictObject({ version, ...rejectionFields, despite })
  .refine(otherIsSaid, OTHER_UNSAID);
/** Which cohort to apply to. */
export const startForm = z.strictObject({ cohortId: z.string().max(36) });
/** The waiting list with the places typed beside the names; longer lists than this are put in order from the top. */
export const MOST_IN_ORDER = 300;
export const waitingOrderForm = listOrderForm(MOST_IN_ORDER);
