import type { Prisma } from "../generated/prisma/client";
import type { Answers } from "./schema-answers";
import { DECLARATIONS, SPONSOR_PARTS } from "./schema-choices";

/** An application's answers as the database holds them. */

export const answerColumns = {
  fullName: true,
  trn: true,
  dfeRegistration: true,
  workplace: true,
  workplaceKind: true,
  workplaceUrn: true,
  workplaceTrust: true,
  workplaceTown: true,
  workplacePostcode: true,
  jobTitle: true,
  leadershipRole: true,
  leadershipYears: true,
  schoolsLed: true,
  experience: true,
  fundingRoute: true,
  sponsorName: true,
  sponsorEmail: true,
  sponsorRole: true,
  sponsorSees: true,
  mentorIsSponsor: true,
  mentorName: true,
  mentorEmail: true,
  mentorJobTitle: true,
  residentialPlace: true,
  declarations: true,
  statements: { select: { promptKey: true, body: true } },
} as const satisfies Prisma.ApplicationSelect;

/** What the programme asks: goes into the select of an application's cohort's programme. */
export const askedColumns = {
  residentialPlaces: true,
  prompts: {
    select: { key: true, heading: true, guidance: true, minWords: true, maxWords: true },
    orderBy: { position: "asc" },
  },
} as const satisfies Prisma.ProgrammeSelect;

type Row = Prisma.ApplicationGetPayload<{ select: typeof answerColumns }>;
type Asked = Prisma.ProgrammeGetPayload<{ select: typeof askedColumns }>;

/** The answers, each statement under what it answers. One whose prompt is gone stands at the end. */
export function toAnswers({ statements, ...row }: Row, { prompts, residentialPlaces }: Asked): Answers {
  const bodies = new Map(statements.map(({ promptKey, body }) => [promptKey, body]));
  const asked = prompts.map((prompt) => ({ ...prompt, body: bodies.get(prompt.key) ?? "" }));
  const gone = statements
    .filter(({ promptKey, body }) => body && !prompts.some(({ key }) => key === promptKey))
    .map(({ promptKey, body }) => ({ ...NO_PROMPT, key: promptKey, body }));
  return {
    ...picked(row),
    sponsorSees: SPONSOR_PARTS.filter((part) => row.sponsorSees.includes(part)),
    declarations: DECLARATIONS.filter((each) => row.declarations.includes(each)),
    residentialPlaces,
    statements: [...asked, ...gone],
  };
}

const NO_PROMPT = { heading: "Statement", guidance: "", minWords: 0, maxWords: 2_000 };

/** The plain columns and nothing beside them, whatever else was selected with them. */
function picked(
  row: Omit<Row, "statements">,
): Omit<Answers, "statements" | "residentialPlaces" | "sponsorSees" | "declarations"> {
  const { sponsorSees: _sees, declarations: _declared, ...rest } = row;
  return Object.fromEntries(
    Object.keys(answerColumns)
      .filter((name) => name in rest)
      .map((name) => [name, rest[name as keyof typeof rest]]),
  ) as ReturnType<typeof picked>;
}
