import type { Rule } from "@/lib/eligibility/outcome";

/** The table of cases of "Is it for me?": an address, and what it ends on. The unit tests run every line. */

export const TODAY = "2026-11-24";

export const RULES: readonly Rule[] = [
  {
    name: "Listed state schools",
    settings: ["state"],
    listName: "Priority",
    validFrom: "2026-09-01",
    validTo: null,
  },
  {
    name: "Any state school",
    settings: ["state"],
    listName: null,
    validFrom: "2026-11-24",
    validTo: "2026-11-24",
  },
  { name: "Ended", settings: ["state"], listName: null, validFrom: "2025-09-01", validTo: "2026-11-23" },
  { name: "Not begun", settings: ["state"], listName: null, validFrom: "2026-11-25", validTo: null },
];

/** The numbers on the list: the first today, the second until yesterday. */
export const LISTED: Record<string, { listName: string; validFrom: string; validTo: string | null }> = {
  "900001": { listName: "Priority", validFrom: "2026-09-01", validTo: "2026-11-24" },
  "900002": { listName: "Priority", validFrom: "2026-09-01", validTo: "2026-11-23" },
};

const any = "Any state school";
const listed = "Listed state schools";

export const CASES = [
  {
    query: "role=executive&setting=state&payer=school&number=",
    fit: "suited",
    cost: "fee",
    holds: [any],
    depends: [listed],
  },
  {
    query: "role=executive&setting=state&payer=scholarship&number=900001",
    fit: "suited",
    cost: "fee",
    holds: [listed, any],
    depends: [],
  },
  {
    query: "role=executive&setting=state&payer=scholarship&number=900002",
    fit: "suited",
    cost: "fee",
    holds: [any],
    depends: [],
  },
  {
    query: "role=executive&setting=independent&payer=myself&number=",
    fit: "suited",
    cost: "fee",
    holds: [],
    depends: [],
  },
  { query: "role=executive&setting=international", fit: "suited", cost: "partner", holds: [], depends: [] },
  {
    query: "role=executive&setting=elsewhere&place=england&payer=unsure",
    fit: "suited",
    cost: "fee",
    holds: [],
    depends: [],
  },
  {
    query: "role=executive&setting=elsewhere&place=outside&payer=unsure",
    fit: "suited",
    cost: "ask",
    holds: [],
    depends: [],
  },
  {
    query: "role=head&setting=independent&payer=school&number=",
    fit: "other_route",
    cost: "fee",
    holds: [],
    depends: [],
  },
  {
    query: "role=leader&setting=independent&payer=school&number=",
    fit: "none",
    cost: "fee",
    holds: [],
    depends: [],
  },
  {
    query: "role=other&setting=independent&payer=school&number=",
    fit: "none",
    cost: "fee",
    holds: [],
    depends: [],
  },
] as const;

/** Addresses that end on a question: which, and whether something was wrong. */
export const QUESTIONS_ASKED = [
  { query: "", ask: "role", wrong: false },
  { query: "asked=role", ask: "role", wrong: true },
  { query: "role=pirate", ask: "role", wrong: true },
  { query: "role=head&role=other", ask: "role", wrong: true },
  { query: "role=head&asked=role", ask: "setting", wrong: false },
  { query: "role=head&setting=elsewhere", ask: "place", wrong: false },
  { query: "role=head&setting=state", ask: "payer", wrong: false },
  { query: "role=head&setting=state&payer=school&asked=payer", ask: "number", wrong: false },
  { query: "role=head&setting=state&payer=school&number=12345", ask: "number", wrong: true },
] as const;
