import type { Prisma } from "../../generated/prisma/client";
import {
  DFE_WORDS,
  FUNDING_SHORT,
  LEADERSHIP_WORDS,
  SPONSOR_PARTS,
  type SponsorPart,
} from "../schema-choices";
import type { SharedPart } from "../schema-endorsement";

/** The parts of an application that its applicant chose to share with the sponsor, as words. Pure. */

export const sharedSelect = {
  dfeRegistration: true,
  workplace: true,
  workplaceTown: true,
  jobTitle: true,
  leadershipRole: true,
  leadershipYears: true,
  schoolsLed: true,
  experience: true,
  statements: { select: { promptKey: true, body: true } },
  fundingRoute: true,
  sponsorEmail: true,
  sponsorSees: true,
} as const satisfies Prisma.ApplicationSelect;
type Row = Prisma.ApplicationGetPayload<{ select: typeof sharedSelect }>;
type Prompt = { key: string; heading: string };

/**
 * What was shared, in the order of the application. The address, the TRN, what is needed at a residential and the
 * equality questions are in no part.
 */
export function sharedParts(row: Row, prompts: Prompt[]): SharedPart[] {
  return SPONSOR_PARTS.filter((part) => row.sponsorSees.includes(part)).map((part) => ({
    part,
    rows: ROWS[part](row, prompts)
      .map(([label, value]) => ({ label, value: value === null ? "" : String(value) }))
      .filter(({ value }) => value !== ""),
  }));
}

type Lines = [label: string, value: string | number | null][];
const ROWS: Record<SponsorPart, (row: Row, prompts: Prompt[]) => Lines> = {
  about: (row) => [["Registered with DfE", row.dfeRegistration && DFE_WORDS[row.dfeRegistration]]],
  work: (row) => [
    ["School or trust", [row.workplace, row.workplaceTown].filter(Boolean).join(", ")],
    ["Role", row.jobTitle],
    ["Leads as", row.leadershipRole && LEADERSHIP_WORDS[row.leadershipRole]],
    ["Years of leading", row.leadershipYears],
    ["Schools led or supported now", row.schoolsLed],
    ["Experience", row.experience],
  ],
  statements: (row, prompts) => [
    ...prompts.map(
      ({ key, heading }) =>
        [heading, row.statements.find(({ promptKey }) => promptKey === key)?.body ?? ""] as Lines[number],
    ),
  ],
  funding: (row) => [["Who pays", row.fundingRoute && FUNDING_SHORT[row.fundingRoute]]],
};
