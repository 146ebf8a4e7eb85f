/** What an application's questions offer to choose from, and how each is said. Safe in the browser. */

export const DFE_REGISTRATIONS = ["registered", "not_yet", "not_sure"] as const;
export type DfeRegistration = (typeof DFE_REGISTRATIONS)[number];
export const DFE_WORDS: Record<DfeRegistration, string> = {
  registered: "Yes",
  not_yet: "Not yet",
  not_sure: "I am not sure",
};

export const FUNDING_ROUTES = [
  "school_or_trust",
  "self_funded",
  "scholarship",
  "independent_school",
] as const;
export type FundingRoute = (typeof FUNDING_ROUTES)[number];
export const FUNDING_WORDS: Record<FundingRoute, string> = {
  school_or_trust: "My school or trust pays",
  self_funded: "I pay myself",
  scholarship: "I hope for a scholarship",
  independent_school: "An independent school in England pays",
};
/** The same as staff say it. */
export const FUNDING_SHORT: Record<FundingRoute, string> = {
  school_or_trust: "School or trust",
  self_funded: "Self-funded",
  scholarship: "Hopes for a scholarship",
  independent_school: "Independent school",
};
/** The fifth route, which leads to a delivery partner and is never kept. */
export const INTERNATIONAL = "british_international";
export const INTERNATIONAL_WORDS = "A British international school";

export const WORKPLACE_KINDS = ["school", "trust", "by_hand"] as const;
export type WorkplaceKind = (typeof WORKPLACE_KINDS)[number];

export const LEADERSHIP_ROLES = ["executive_head", "trust_chief_executive", "head", "other_senior"] as const;
export type LeadershipRole = (typeof LEADERSHIP_ROLES)[number];
export const LEADERSHIP_WORDS: Record<LeadershipRole, string> = {
  executive_head: "Executive headteacher, or head of more than one school",
  trust_chief_executive: "Chief executive or executive leader of a trust",
  head: "Headteacher or head of school",
  other_senior: "Another senior leader",
};

export const SPONSOR_ROLES = ["line_manager", "chair_of_trustees", "other_leader"] as const;
export type SponsorRole = (typeof SPONSOR_ROLES)[number];
export const SPONSOR_ROLE_WORDS: Record<SponsorRole, string> = {
  line_manager: "My line manager",
  chair_of_trustees: "Chair of trustees or of governors",
  other_leader: "Another leader in my school or trust",
};

/** The parts of an application that its applicant may let the sponsor read; the needs are never among them. */
export const SPONSOR_PARTS = ["about", "work", "funding", "statements"] as const;
export type SponsorPart = (typeof SPONSOR_PARTS)[number];
export const SPONSOR_PART_WORDS: Record<SponsorPart, string> = {
  about: "My registration with DfE",
  work: "My work and leadership experience",
  funding: "Who pays",
  statements: "My statements",
};

/** What an applicant declares before sending an application; all of it is needed. */
export const DECLARATIONS = ["true_and_complete", "sponsor_knows", "privacy_read", "may_be_checked"] as const;
export type Declaration = (typeof DECLARATIONS)[number];
export const DECLARATION_WORDS: Record<Declaration, string> = {
  true_and_complete: "What I have written is true and complete, and it is my own work",
  sponsor_knows: "My sponsor and the mentor I name know that I give you their names",
  privacy_read: "I have read the privacy notice",
  may_be_checked: "You may check my registration and eligibility with the Department for Education",
};

/** What is taken on when an offer is accepted; all of it is needed. */
export const COMMITMENTS = ["time", "fee", "engagement", "travel"] as const;
export type Commitment = (typeof COMMITMENTS)[number];
