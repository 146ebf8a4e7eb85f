import type { Answers, Needs } from "./schema-answers";
import {
  DECLARATION_WORDS,
  DFE_WORDS,
  FUNDING_WORDS,
  LEADERSHIP_WORDS,
  SPONSOR_PART_WORDS,
  SPONSOR_ROLE_WORDS,
} from "./schema-choices";
import type { Step } from "./schema-pages";

/** An application's answers in words, as pages, e-mails and paper show them. Safe in the browser. */

export type AnswerRow = { label: string; value: string; step: Step };
export type AnswerGroup = { key: string; title: string; rows: AnswerRow[] };

/** All the answers but the needs; an answer that is not there is "". */
export function answerGroups(answers: Answers): AnswerGroup[] {
  const row = (step: Step, label: string, value: string | number | null): AnswerRow => ({
    step,
    label,
    value: value === null ? "" : String(value),
  });
  const { fundingRoute, sponsorRole, leadershipRole, dfeRegistration, sponsorSees, declarations } = answers;
  const groups: AnswerGroup[] = [
    {
      key: "you",
      title: "About you and your work",
      rows: [
        row("about", "Full name", answers.fullName),
        row("registration", "Registered with DfE", dfeRegistration && DFE_WORDS[dfeRegistration]),
        row("registration", "TRN", answers.trn),
        row("workplace", "School or trust", workplaceInWords(answers)),
        row("role", "Job title", answers.jobTitle),
        row("role", "Kind of role", leadershipRole && LEADERSHIP_WORDS[leadershipRole]),
        row("role", "Years of leading in schools", answers.leadershipYears),
        row("role", "Schools led or supported now", answers.schoolsLed),
        row("role", "Leadership experience", answers.experience),
      ],
    },
    {
      key: "support",
      title: "Who pays, and who supports you",
      rows: [
        row("funding", "Who pays", fundingRoute && FUNDING_WORDS[fundingRoute]),
        row("sponsor", "Sponsor", answers.sponsorName),
        row("sponsor", "Sponsor's role", sponsorRole && SPONSOR_ROLE_WORDS[sponsorRole]),
        row("sponsor", "Sponsor's e-mail address", answers.sponsorEmail),
        row(
          "sponsor",
          "Sponsor may read",
          sponsorSees.map((part) => SPONSOR_PART_WORDS[part]).join("\n") ||
            (answers.sponsorName ? "Nothing but my name and the programme" : ""),
        ),
        ...mentorRows(answers).map(([label, value]) => row("mentor", label, value)),
      ],
    },
    {
      key: "programme",
      title: "Taking part",
      rows: [row("residential", "Residential", answers.residentialPlace)],
    },
    {
      key: "statements",
      title: "Your statements",
      rows: answers.statements.map(({ key, heading, body }) => row(`statement-${key}`, heading, body)),
    },
    {
      key: "end",
      title: "Declarations",
      rows: [
        row("declarations", "You declare", declarations.map((each) => DECLARATION_WORDS[each]).join("\n")),
      ],
    },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** The needs, which stand beside the answers only where their applicant reads them. */
export function needsRows(needs: Needs): AnswerRow[] {
  return [
    { step: "residential", label: "Access", value: needs.access || "None" },
    { step: "residential", label: "Food", value: needs.dietary || "None" },
  ];
}

/** "Tidewell Trust, Carrow, CW1 2AB (trust TR00123)" over two lines; a place typed by hand has no number. */
export function workplaceInWords(answers: Answers): string {
  const { workplace, workplaceTown, workplacePostcode, workplaceUrn, workplaceTrust } = answers;
  const place = [workplaceTown, workplacePostcode].filter(Boolean).join(", ");
  const number = workplaceUrn ? `URN ${workplaceUrn}` : workplaceTrust ? `Trust ${workplaceTrust}` : "";
  return [workplace, place, number].filter(Boolean).join("\n");
}

function mentorRows({
  mentorIsSponsor,
  mentorName,
  mentorEmail,
  mentorJobTitle,
}: Answers): [string, string][] {
  if (mentorIsSponsor === null) return [["NPQ mentor", ""]];
  if (mentorIsSponsor) return [["NPQ mentor", "The same person as my sponsor"]];
  return [
    ["NPQ mentor", mentorName],
    ["Mentor's job title", mentorJobTitle],
    ["Mentor's e-mail address", mentorEmail],
  ];
}
