/** What the one box finds. */

export type FoundPerson = {
  kind: "participant" | "applicant" | "account" | "enquiry";
  id: string;
  cohortId: string | null;
  name: string;
  /** Where they work, the reference they quote, or the roles they hold. */
  detail: string | null;
  cohort: string | null;
};

export type FoundPlace = { kind: string; code: string; name: string; town: string; detail: string };

export type Found = {
  people: FoundPerson[];
  /** True when there are more than are shown. */
  morePeople: boolean;
  /** What carries exactly the reference or number that was typed. */
  quoted: FoundPerson[];
  places: FoundPlace[];
};
