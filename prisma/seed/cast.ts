/**
 * The demo's people. All are invented: addresses at example.org, schools and trusts that do not exist.
 * Tests share them, so each has a name and a story.
 */

export type Person = { name: string; email: string };

const at = (name: string): Person => ({
  name,
  email: `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org`,
});

export const administrator = at("Miles Ashdown");
export const cohortManager = at("Ruth Calder");
/** Reads the open cohort's applications beside Ruth Calder. */
export const secondManager = at("Una Fell");
/** Manages no running cohort of the demo: for showing, and testing, that scope holds. */
export const otherManager = at("Owen Prothero");
export const facilitators = [at("Priya Raman"), at("Tom Ellery")] as const;

/**
 * How a participant of the running cohort has fared by the demo's day, month 7 of 18.
 * steady: all that was due is done; ahead: and more; slipping: a session missed and an item or two late;
 * behind: several overdue; silent: nothing since the summer; then those who stopped for a time or for good.
 */
export type Story = "steady" | "ahead" | "slipping" | "behind" | "silent" | "deferred" | "withdrawn";

export type ParticipantPart = Person & {
  story: Story;
  jobTitle: string;
  workplace: string;
  trn?: string;
  funding: "school_or_trust" | "self_funded" | "scholarship" | "independent_school";
  mentor: Person & { jobTitle: string };
};

const part = (
  name: string,
  story: Story,
  jobTitle: string,
  workplace: string,
  trn: string | undefined,
  mentorName: string,
  mentorJob: string,
  funding: ParticipantPart["funding"] = "school_or_trust",
): ParticipantPart => ({
  ...at(name),
  story,
  jobTitle,
  workplace,
  trn,
  funding,
  mentor: { ...at(mentorName), jobTitle: mentorJob },
});

export const participants: ParticipantPart[] = [
  part(
    "Amara Okafor",
    "steady",
    "Executive headteacher",
    "Northfell Learning Trust",
    "4820137",
    "Helen Marchbank",
    "Chief executive",
  ),
  part(
    "Ben Lister",
    "slipping",
    "Deputy chief executive",
    "Harbour Lane Schools Trust",
    "3911046",
    "Graham Tully",
    "Chief executive",
  ),
  part(
    "Chidi Mensah",
    "ahead",
    "Headteacher",
    "Two Weirs Primary School",
    "5207719",
    "Sandra Oakes",
    "Chair of trustees",
    "scholarship",
  ),
  part(
    "Dilys Probert",
    "behind",
    "Executive headteacher",
    "Mosswood Vale Trust",
    "2846610",
    "Ieuan Pask",
    "Chair of trustees",
  ),
  part(
    "Eve Hartnell",
    "steady",
    "Director of education",
    "Kestrel Down Trust",
    "6140982",
    "Nadia Brook",
    "Chief executive",
  ),
  part(
    "Farah Siddiqui",
    "steady",
    "Headteacher",
    "Fairlea Park School",
    "4471203",
    "Colin Speight",
    "Executive headteacher",
    "scholarship",
  ),
  part(
    "Gareth Lowe",
    "silent",
    "Head of school",
    "Northfell Learning Trust",
    "3390875",
    "Helen Marchbank",
    "Chief executive",
  ),
  part(
    "Hana Novak",
    "ahead",
    "Executive headteacher",
    "Harbour Lane Schools Trust",
    "5912340",
    "Graham Tully",
    "Chief executive",
  ),
  part(
    "Imran Qureshi",
    "steady",
    "Headteacher",
    "Two Weirs Primary School",
    "4038816",
    "Sandra Oakes",
    "Chair of trustees",
  ),
  part(
    "Joan Pettifer",
    "slipping",
    "Trust improvement lead",
    "Mosswood Vale Trust",
    undefined,
    "Ieuan Pask",
    "Chair of trustees",
  ),
  part(
    "Kwame Asante",
    "steady",
    "Executive headteacher",
    "Saltmarsh Federation",
    "5550192",
    "Lena Forsyth",
    "Chair of governors",
  ),
  part(
    "Leila Haddad",
    "steady",
    "Headteacher",
    "Saltmarsh Federation",
    "4912207",
    "Lena Forsyth",
    "Chair of governors",
    "self_funded",
  ),
  part(
    "Martin Speke",
    "deferred",
    "Headteacher",
    "Copper Hill Academy",
    "3107754",
    "Ros Dunmore",
    "Chief executive",
  ),
  part(
    "Nell Fairbrother",
    "ahead",
    "Director of primary",
    "Kestrel Down Trust",
    "6023415",
    "Nadia Brook",
    "Chief executive",
  ),
  part(
    "Oluwaseun Bello",
    "steady",
    "Executive headteacher",
    "Long Reach Trust",
    "4786521",
    "Peter Vane",
    "Chair of trustees",
    "scholarship",
  ),
  part(
    "Petra Lindqvist",
    "steady",
    "Headteacher",
    "Old Quarry School",
    "3998420",
    "Anne Corrie",
    "Chair of governors",
    "independent_school",
  ),
  part(
    "Quentin Ashby",
    "behind",
    "Deputy chief executive",
    "Long Reach Trust",
    "2750138",
    "Peter Vane",
    "Chair of trustees",
  ),
  part(
    "Rosalind Teague",
    "steady",
    "Headteacher",
    "Fairlea Park School",
    "5120467",
    "Colin Speight",
    "Executive headteacher",
  ),
  part(
    "Sunita Rao",
    "steady",
    "Executive headteacher",
    "Copper Hill Academy",
    "4419983",
    "Ros Dunmore",
    "Chief executive",
  ),
  part(
    "Tobias Wren",
    "slipping",
    "Head of school",
    "Harbour Lane Schools Trust",
    "6210054",
    "Graham Tully",
    "Chief executive",
  ),
  part(
    "Uma Krishnan",
    "ahead",
    "Headteacher",
    "Stanner Bridge School",
    "5006132",
    "Dorothy Lisle",
    "Chair of governors",
    "self_funded",
  ),
  part(
    "Victor Amadi",
    "steady",
    "Chief operating officer",
    "Northfell Learning Trust",
    undefined,
    "Helen Marchbank",
    "Chief executive",
  ),
  part(
    "Winifred Cole",
    "withdrawn",
    "Headteacher",
    "Stanner Bridge School",
    "3664709",
    "Dorothy Lisle",
    "Chair of governors",
  ),
  part(
    "Yusuf Demir",
    "steady",
    "Executive headteacher",
    "Mosswood Vale Trust",
    "4570316",
    "Ieuan Pask",
    "Chair of trustees",
  ),
];

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
  { ...at("Abigail Stone"), state: "draft", jobTitle: "Headteacher", workplace: "Larkrise Field School" },
  {
    ...at("Bashir Noor"),
    state: "submitted",
    jobTitle: "Executive headteacher",
    workplace: "Tidewell Trust",
    trn: "4407718",
  },
  {
    ...at("Catrin Vaughan"),
    state: "under_review",
    jobTitle: "Deputy chief executive",
    workplace: "Penmoor Schools",
    trn: "3590026",
  },
  {
    ...at("Daniel Osei"),
    state: "waitlisted",
    jobTitle: "Headteacher",
    workplace: "Birchcombe School",
    trn: "5183307",
  },
  {
    ...at("Elena Marsh"),
    state: "offered",
    jobTitle: "Director of education",
    workplace: "Tidewell Trust",
    trn: "4029915",
  },
  {
    ...at("Femi Adeyemi"),
    state: "accepted",
    jobTitle: "Executive headteacher",
    workplace: "Penmoor Schools",
    trn: "6077120",
  },
  {
    ...at("Greta Hollis"),
    state: "declined",
    jobTitle: "Headteacher",
    workplace: "Birchcombe School",
    trn: "3348862",
  },
  {
    ...at("Harold Finch"),
    state: "rejected",
    jobTitle: "Year leader",
    workplace: "Larkrise Field School",
    trn: "2917745",
  },
  {
    ...at("Iris Malone"),
    state: "withdrawn",
    jobTitle: "Head of school",
    workplace: "Wend Valley Academy",
    trn: "4860231",
  },
  {
    ...at("Jonas Keller"),
    state: "expired",
    jobTitle: "Headteacher",
    workplace: "Wend Valley Academy",
    trn: "5730994",
  },
];

/** Began with Spring 2025, was deferred, and came back into the running cohort with what she had done carried over. */
export const returned: Omit<ParticipantPart, "story"> = {
  ...at("Rowan Ashby"),
  jobTitle: "Headteacher",
  workplace: "Birchcombe School",
  trn: "4417203",
  funding: "school_or_trust",
  mentor: { ...at("Petra Lyle"), jobTitle: "Chair of trustees" },
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
