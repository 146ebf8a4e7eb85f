import { type Person, personOf } from "./cast-person";

/** The participants of the running cohort, in the order in which they enrolled. */

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

const STORIES: readonly Story[] = [
  "steady",
  "ahead",
  "slipping",
  "behind",
  "silent",
  "deferred",
  "withdrawn",
];
const FUNDING = ["school_or_trust", "self_funded", "scholarship", "independent_school"] as const;

/** Who, how they fare, what they do and where, their TRN where they gave one, their mentor with a job title, who pays. */
const PARTICIPANTS = `
Amara Okafor     | steady    | Executive headteacher   | Northfell Learning Trust   | 4820137 | Helen Marchbank | Chief executive       | school_or_trust
Ben Lister       | slipping  | Deputy chief executive  | Harbour Lane Schools Trust | 3911046 | Graham Tully    | Chief executive       | school_or_trust
Chidi Mensah     | ahead     | Headteacher             | Two Weirs Primary School   | 5207719 | Sandra Oakes    | Chair of trustees     | scholarship
Dilys Probert    | behind    | Executive headteacher   | Mosswood Vale Trust        | 2846610 | Ieuan Pask      | Chair of trustees     | school_or_trust
Eve Hartnell     | steady    | Director of education   | Kestrel Down Trust         | 6140982 | Nadia Brook     | Chief executive       | school_or_trust
Farah Siddiqui   | steady    | Headteacher             | Fairlea Park School        | 4471203 | Colin Speight   | Executive headteacher | scholarship
Gareth Lowe      | silent    | Head of school          | Northfell Learning Trust   | 3390875 | Helen Marchbank | Chief executive       | school_or_trust
Hana Novak       | ahead     | Executive headteacher   | Harbour Lane Schools Trust | 5912340 | Graham Tully    | Chief executive       | school_or_trust
Imran Qureshi    | steady    | Headteacher             | Copper Hill Academy        | 4038816 | Sandra Oakes    | Chair of trustees     | school_or_trust
Joan Pettifer    | slipping  | Trust improvement lead  | Mosswood Vale Trust        |         | Ieuan Pask      | Chair of trustees     | school_or_trust
Kwame Asante     | steady    | Executive headteacher   | Saltmarsh Federation       | 5550192 | Lena Forsyth    | Chair of governors    | school_or_trust
Leila Haddad     | steady    | Headteacher             | Saltmarsh Federation       | 4912207 | Lena Forsyth    | Chair of governors    | self_funded
Martin Speke     | deferred  | Headteacher             | Copper Hill Academy        | 3107754 | Ros Dunmore     | Chief executive       | school_or_trust
Nell Fairbrother | ahead     | Director of primary     | Kestrel Down Trust         | 6023415 | Nadia Brook     | Chief executive       | school_or_trust
Oluwaseun Bello  | steady    | Executive headteacher   | Long Reach Trust           | 4786521 | Peter Vane      | Chair of trustees     | scholarship
Petra Lindqvist  | steady    | Headteacher             | Old Quarry School          | 3998420 | Anne Corrie     | Chair of governors    | independent_school
Quentin Ashby    | behind    | Deputy chief executive  | Long Reach Trust           | 2750138 | Peter Vane      | Chair of trustees     | school_or_trust
Rosalind Teague  | steady    | Headteacher             | Fairlea Park School        | 5120467 | Colin Speight   | Executive headteacher | school_or_trust
Sunita Rao       | steady    | Executive headteacher   | Copper Hill Academy        | 4419983 | Ros Dunmore     | Chief executive       | school_or_trust
Tobias Wren      | slipping  | Head of school          | Harbour Lane Schools Trust | 6210054 | Graham Tully    | Chief executive       | school_or_trust
Uma Krishnan     | ahead     | Headteacher             | Stanner Bridge School      | 5006132 | Dorothy Lisle   | Chair of governors    | self_funded
Victor Amadi     | steady    | Chief operating officer | Northfell Learning Trust   |         | Helen Marchbank | Chief executive       | school_or_trust
Winifred Cole    | withdrawn | Headteacher             | Stanner Bridge School      | 3664709 | Dorothy Lisle   | Chair of governors    | school_or_trust
Yusuf Demir      | steady    | Executive headteacher   | Mosswood Vale Trust        | 4570316 | Ieuan Pask      | Chair of trustees     | school_or_trust
`;

export const participants: ParticipantPart[] = PARTICIPANTS.trim()
  .split("\n")
  .map((row) => {
    const [name = "", story, jobTitle = "", workplace = "", trn, mentor = "", mentorJob = "", funding] = row
      .split("|")
      .map((cell) => cell.trim());
    return {
      ...personOf(name),
      story: oneOf(STORIES, story),
      jobTitle,
      workplace,
      ...(trn ? { trn } : {}),
      funding: oneOf(FUNDING, funding),
      mentor: { ...personOf(mentor), jobTitle: mentorJob },
    };
  });

function oneOf<T extends string>(all: readonly T[], text: string | undefined): T {
  const found = all.find((each) => each === text);
  if (!found) throw new Error(`"${text}" is none of ${all.join(", ")}`);
  return found;
}
