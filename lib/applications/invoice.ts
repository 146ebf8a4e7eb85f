import type { Answers } from "./schema-answers";
import type { Invoice } from "./schema-offer";

/** What is known already of whoever pays, to begin the invoice's questions with. */
export function invoiceSuggestion(answers: Answers): Partial<Invoice> {
  const { fundingRoute, fullName, workplace, workplacePostcode } = answers;
  if (fundingRoute === "self_funded") return { payerName: fullName, contactName: fullName };
  return { payerName: workplace, postcode: workplacePostcode };
}
