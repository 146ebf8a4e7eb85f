import type { Changes } from "@/lib/applications/schema-answers";
import { COMMITMENTS, type FundingRoute } from "@/lib/applications/schema-choices";
import type { Acceptance } from "@/lib/applications/schema-offer";
import type { Person } from "./cast";

/** What the demo's applicants answer. */

export type Candidate = Person & {
  jobTitle: string;
  workplace: string;
  trn?: string;
  funding?: FundingRoute;
  sponsor?: Person & { jobTitle?: string };
  mentor?: Person & { jobTitle: string };
};

/** A few say what they need; most leave it empty. */
export const NEEDS: Record<number, { access?: string; dietary?: string }> = {
  1: { dietary: "Halal, please." },
  4: { access: "Step-free rooms: I use a wheelchair for longer distances.", dietary: "Vegetarian." },
  9: { dietary: "Severe nut allergy; I carry an auto-injector." },
  14: { access: "Slides in large print a day before, please." },
};

export const roleOf = (jobTitle: string) =>
  /^Executive head/.test(jobTitle)
    ? "executive_head"
    : /chief|Director/i.test(jobTitle)
      ? "trust_chief_executive"
      : /^Head/.test(jobTitle)
        ? "head"
        : "other_senior";

/** Who pays, who endorses and who mentors. */
export function supportOf({ funding, sponsor, mentor }: Candidate) {
  const { name, email } = sponsor ?? { name: "Helen Marchbank", email: "helen.marchbank@example.org" };
  const chair = /^Chair/.test(mentor?.jobTitle ?? "");
  return {
    fundingRoute: funding ?? "school_or_trust",
    sponsorRole: chair ? "chair_of_trustees" : "line_manager",
    sponsorName: name,
    sponsorEmail: email,
    sponsorSees: ["work", "statements"],
    mentorIsSponsor: mentor === undefined,
    mentorName: mentor?.name ?? "",
    mentorEmail: mentor?.email ?? "",
    mentorJobTitle: mentor?.jobTitle ?? "",
  } satisfies Changes;
}

/** All four commitments, and an invoice to the school or trust, or to whoever pays. */
export function acceptanceOf({ name, workplace, funding }: Candidate): Acceptance {
  const self = funding === "self_funded";
  const invoice = {
    payerName: self ? name : workplace,
    contactName: self ? name : "The finance office",
    email: self ? "bills@example.org" : "finance.office@example.org",
    address: "1 School Lane",
    postcode: "ZN1 1AA",
    purchaseOrder: self ? "" : "PO-2027-118",
  };
  return { commitments: [...COMMITMENTS], invoice };
}
