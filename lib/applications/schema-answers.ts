import type {
  Declaration,
  DfeRegistration,
  FundingRoute,
  LeadershipRole,
  SponsorPart,
  SponsorRole,
  WorkplaceKind,
} from "./schema-choices";

/** What an application says. Safe in the browser. */

/** What a programme asks to be written, and what has been written so far. */
export type Statement = {
  key: string;
  heading: string;
  guidance: string;
  minWords: number;
  maxWords: number;
  body: string;
};

/** What an application says, filled or not. Access and dietary needs are apart: they are read by fewer people. */
export type Answers = {
  fullName: string;
  trn: string | null;
  dfeRegistration: DfeRegistration | null;
  workplace: string;
  workplaceKind: WorkplaceKind | null;
  workplaceUrn: string | null;
  workplaceTrust: string | null;
  workplaceTown: string;
  workplacePostcode: string;
  jobTitle: string;
  leadershipRole: LeadershipRole | null;
  leadershipYears: number | null;
  schoolsLed: number | null;
  experience: string;
  fundingRoute: FundingRoute | null;
  sponsorName: string;
  sponsorEmail: string;
  sponsorRole: SponsorRole | null;
  sponsorSees: SponsorPart[];
  mentorIsSponsor: boolean | null;
  mentorName: string;
  mentorEmail: string;
  mentorJobTitle: string;
  /** Where the programme holds its residentials, and which of them was chosen. */
  residentialPlaces: readonly string[];
  residentialPlace: string | null;
  statements: Statement[];
  declarations: Declaration[];
};
export type Needs = { access: string; dietary: string };

/** What a save may change: any of the answers, statements by their key, and the needs. */
export type Changes = Partial<Omit<Answers, "statements" | "residentialPlaces"> & Needs> & {
  statements?: readonly { key: string; body: string }[];
};

/** Words in a text: runs of anything but white space. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
