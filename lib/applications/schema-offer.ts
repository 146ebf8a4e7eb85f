import { z } from "zod";
import { addressField } from "../auth/address";
import { line, paragraph } from "../form";
import { COMMITMENTS, type Commitment } from "./schema-choices";
import { postcode, ticks } from "./schema-fields";

/** Answering an offer. Safe in the browser. */

/** How a place became free by itself or by the applicant, as staff read it. */
export const FREED_WORDS = {
  declined: "declined the offer",
  expired: "did not answer in time",
  withdrawn: "withdrew",
} as const;

/** Who the invoice goes to. */
export type Invoice = {
  payerName: string;
  contactName: string;
  email: string;
  address: string;
  postcode: string;
  purchaseOrder: string;
};
export type Acceptance = { commitments: Commitment[]; invoice: Invoice | null };

const ALL_FOUR = "Tick all four to take the place";
/** None ticked is sent as nothing at all, and refused with the same words. */
const allCommitments = z.preprocess(
  (value) => value ?? "",
  ticks(COMMITMENTS, ALL_FOUR).refine((ticked) => ticked.length === COMMITMENTS.length, ALL_FOUR),
);

/** A funded place: nobody is sent an invoice. */
export const acceptFundedForm = z
  .strictObject({ commitments: allCommitments })
  .transform((form): Acceptance => ({ commitments: form.commitments, invoice: null }));

/** A place that somebody pays for. */
export const acceptPaidForm = z
  .strictObject({
    commitments: allCommitments,
    payerName: line("who the invoice is made out to", 200),
    contactName: line("who we write to about the invoice", 120),
    email: addressField,
    address: paragraph("the address for the invoice", 500),
    postcode: postcode.refine((text) => text !== "", "Enter the postcode"),
    purchaseOrder: line("the purchase order number", 60, { optional: true }),
  })
  .transform(({ commitments: taken, ...invoice }): Acceptance => ({ commitments: taken, invoice }));

export const declineForm = z.strictObject({ reason: paragraph("your reason", 2_000, { optional: true }) });
