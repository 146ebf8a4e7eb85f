import { type ParticipantPart, participants, type Story } from "./cast-participants";
import { type Person, personOf } from "./cast-person";

export { type ParticipantPart, type Person, participants, type Story };

/**
 * The demo's people. All are invented: addresses at example.org, schools and trusts that do not exist.
 * Tests share them, so each has a name and a story.
 */

export const administrator = personOf("Miles Ashdown");
export const cohortManager = personOf("Ruth Calder");
/** Reads the open cohort's applications beside Ruth Calder. */
export const secondManager = personOf("Una Fell");
/** Manages no running cohort of the demo: for showing, and testing, that scope holds. */
export const otherManager = personOf("Owen Prothero");
export const facilitators = [personOf("Priya Raman"), personOf("Tom Ellery")] as const;

export type ApplicantState =
  | "draft"
  | "submitted"
  | "under_review"
  | "waitlisted"
  | "offered"
  | "accepted"
  | "declined"
  | "rejected"
  | "withdrawn"
  | "expired";

/** Someone in every state of an application for the cohort that is open. */
export const applicants: (Person & {
  state: ApplicantState;
  jobTitle: string;
  workplace: string;
  trn?: string;
})[] = [
  {
    ...personOf("Abigail Stone"),
    state: "draft",
    jobTitle: "Headteacher",
    workplace: "Larkrise Field School",
  },
  {
    ...personOf("Bashir Noor"),
    state: "submitted",
    jobTitle: "Executive headteacher",
    workplace: "Tidewell Trust",
    trn: "4407718",
  },
  {
    ...personOf("Catrin Vaughan"),
    state: "under_review",
    jobTitle: "Deputy chief executive",
    workplace: "Penmoor Schools",
    trn: "3590026",
  },
  {
    ...personOf("Daniel Osei"),
    state: "waitlisted",
    jobTitle: "Headteacher",
    workplace: "Birchcombe School",
    trn: "5183307",
  },
  {
    ...personOf("Elena Marsh"),
    state: "offered",
    jobTitle: "Director of education",
    workplace: "Tidewell Trust",
    trn: "4029915",
  },
  {
    ...personOf("Femi Adeyemi"),
    state: "accepted",
    jobTitle: "Executive headteacher",
    workplace: "Penmoor Schools",
    trn: "6077120",
  },
  {
    ...personOf("Greta Hollis"),
    state: "declined",
    jobTitle: "Headteacher",
    workplace: "Birchcombe School",
    trn: "3348862",
  },
  {
    ...personOf("Harold Finch"),
    state: "rejected",
    jobTitle: "Year leader",
    workplace: "Larkrise Field School",
    trn: "2917745",
  },
  {
    ...personOf("Iris Malone"),
    state: "withdrawn",
    jobTitle: "Head of school",
    workplace: "Wend Valley Academy",
    trn: "4860231",
  },
  {
    ...personOf("Jonas Keller"),
    state: "expired",
    jobTitle: "Headteacher",
    workplace: "Wend Valley Academy",
    trn: "5730994",
  },
];

/** Began with Spring 2025, was deferred, and came back into the running cohort with what she had done carried over. */
export const returned: Omit<ParticipantPart, "story"> = {
  ...personOf("Rowan Ashby"),
  jobTitle: "Headteacher",
  workplace: "Birchcombe School",
  trn: "4417203",
  funding: "school_or_trust",
  mentor: { ...personOf("Petra Lyle"), jobTitle: "Chair of trustees" },
};

/** The demo's day: month 7 of 18 for the running cohort. */
export const DEMO_NOW = "2026-11-23T09:00:00Z";

/** Whom npm start suggests to sign in as. */
export const signInAs: { email: string; who: string }[] = [
  { email: "amara.okafor@example.org", who: "participant, on track" },
  { email: "dilys.probert@example.org", who: "participant, behind" },
  { email: "elena.marsh@example.org", who: "applicant with an offer to answer" },
  { email: cohortManager.email, who: "cohort manager" },
  { email: facilitators[0].email, who: "facilitator" },
  { email: administrator.email, who: "administrator" },
  { email: "you@example.org", who: "anyone new: apply for Spring 2027" },
];
