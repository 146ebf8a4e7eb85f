import type { Commitment } from "@/lib/applications/schema-choices";
import { feeInWords, type Prospectus } from "@/lib/programmes/schema";

type Words = Record<Commitment, { label: string; hint: string }>;

/** What accepting a place commits to, with the programme's own figures. */
export function commitmentsInWords({
  facts,
  fundedPlace,
  residentialPlace,
}: {
  facts: Prospectus | null;
  fundedPlace: boolean;
  residentialPlace: string | null;
}): Words {
  const hours = Math.round((facts?.learningMinutes ?? 4_500) / 60);
  const places = facts?.residentialPlaces.join(" or ") ?? "";
  return {
    time: {
      label: "The time",
      hint: `I make time for ${hours} hours of learning over ${facts?.durationMonths ?? 18} months, and for the assessment after that.`,
    },
    fee: {
      label: "The fee",
      hint: fundedPlace
        ? "My place is funded, so no fee is paid for it."
        : `The fee is ${facts ? feeInWords(facts) : "as published"}, paid by whoever the invoice below goes to.`,
    },
    engagement: {
      label: "Taking part",
      hint: `I take part in at least ${facts?.engagementThresholdPercent ?? 90}% of the programme. Below that I cannot be assessed.`,
    },
    travel: {
      label: "Travel",
      hint: `I travel to what is held face to face${residentialPlace || places ? `, the residential in ${residentialPlace ?? places} among it` : ""}.`,
    },
  };
}
