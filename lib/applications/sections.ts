import { type Answers, type Needs, wordsIn } from "./schema-answers";
import { DECLARATIONS } from "./schema-choices";
import type { Page, Step } from "./schema-pages";

/** The task list of an application: its sections, and how far each of their pages has come. All of it is derived. */

export type TaskState = "not_started" | "in_progress" | "done";
export type Gap = { step: Step; what: string };
export type Task = { step: Step; title: string; state: TaskState; begun: boolean; gaps: Gap[] };
export type Section = { key: string; title: string; tasks: Task[] };

type Facts = { answers: Answers; needs?: Needs };
type PageRule = {
  title: string;
  /** Whether anything stands on the page yet. */
  begun: (facts: Facts) => unknown;
  /** What has to be there before it can be sent, said after "fill in"; the first is whether it is there. */
  needed: (facts: Facts) => [unknown, string][];
};

const PAGE_RULES: Record<Page, PageRule> = {
  about: {
    title: "Your name",
    begun: ({ answers }) => answers.fullName,
    needed: ({ answers }) => [[answers.fullName, "your full name"]],
  },
  // The TRN never holds an application up (DfE registration needs it, later).
  registration: {
    title: "Registration with DfE, and your TRN",
    begun: ({ answers: { trn, dfeRegistration } }) => trn || dfeRegistration,
    needed: ({ answers }) => [[answers.dfeRegistration, "whether you have registered with DfE"]],
  },
  workplace: {
    title: "Where you work",
    begun: ({ answers: { workplace, workplaceTown, workplacePostcode } }) =>
      workplace || workplaceTown || workplacePostcode,
    needed: ({ answers: { workplace, workplaceKind, workplaceTown } }) => [
      [workplace, "your school or trust"],
      [workplaceKind !== "by_hand" || workplaceTown, "the town of your school or trust"],
    ],
  },
  role: {
    title: "Your role and leadership experience",
    begun: ({ answers: { jobTitle, leadershipRole, leadershipYears, schoolsLed, experience } }) =>
      jobTitle || leadershipRole || leadershipYears !== null || schoolsLed !== null || experience,
    needed: ({ answers }) => [
      [answers.jobTitle, "your job title"],
      [answers.leadershipRole, "what kind of leader you are"],
      [answers.leadershipYears !== null, "how many years you have led"],
      [answers.schoolsLed !== null, "how many schools you lead or support"],
      [answers.experience, "your leadership experience"],
    ],
  },
  funding: {
    title: "Who pays",
    begun: ({ answers }) => answers.fundingRoute,
    needed: ({ answers }) => [[answers.fundingRoute, "who pays"]],
  },
  sponsor: {
    title: "Your sponsor",
    begun: ({ answers: { sponsorName, sponsorEmail, sponsorRole, sponsorSees } }) =>
      sponsorName || sponsorEmail || sponsorRole || sponsorSees.length > 0,
    needed: ({ answers }) => [
      [answers.sponsorRole, "who your sponsor is"],
      [answers.sponsorName, "your sponsor's name"],
      [answers.sponsorEmail, "your sponsor's e-mail address"],
    ],
  },
  mentor: {
    title: "Your NPQ mentor",
    begun: ({ answers: { mentorIsSponsor, mentorName, mentorEmail, mentorJobTitle } }) =>
      mentorIsSponsor !== null || mentorName || mentorEmail || mentorJobTitle,
    needed: ({ answers: { mentorIsSponsor, mentorName, mentorEmail, mentorJobTitle } }) =>
      mentorIsSponsor
        ? []
        : [
            [mentorIsSponsor !== null, "whether your sponsor is to be your mentor"],
            [mentorIsSponsor === null || mentorName, "your mentor's name"],
            [mentorIsSponsor === null || mentorEmail, "your mentor's e-mail address"],
            [mentorIsSponsor === null || mentorJobTitle, "your mentor's job title"],
          ],
  },
  // Access and dietary needs are never asked for twice: whoever has none leaves them empty.
  residential: {
    title: "Residential, access and food",
    begun: ({ answers, needs }) => answers.residentialPlace || needs?.access || needs?.dietary,
    needed: ({ answers }) => [
      [
        answers.residentialPlace || answers.residentialPlaces.length === 0,
        "where you would go for the residential",
      ],
    ],
  },
  declarations: {
    title: "Declarations",
    begun: ({ answers }) => answers.declarations.length > 0,
    needed: ({ answers }) => [[answers.declarations.length === DECLARATIONS.length, "the declarations"]],
  },
};

const GROUPS: { key: string; title: string; pages: Page[] }[] = [
  { key: "you", title: "About you and your work", pages: ["about", "registration", "workplace", "role"] },
  { key: "support", title: "Who pays, and who supports you", pages: ["funding", "sponsor", "mentor"] },
  { key: "programme", title: "Taking part", pages: ["residential"] },
  { key: "end", title: "Before you send it", pages: ["declarations"] },
];

/** The sections of an application in their order, the statements before the last, each page with its state. */
export function sectionsOf(answers: Answers, needs?: Needs): Section[] {
  const facts = { answers, ...(needs ? { needs } : {}) };
  const fixed = GROUPS.map(({ key, title, pages }) => ({
    key,
    title,
    tasks: pages.map((page) => taskOf(page, PAGE_RULES[page], facts)),
  }));
  const statements = answers.statements.map((statement): Task => {
    const step: Step = `statement-${statement.key}`;
    const rule = {
      title: statement.heading,
      begun: () => statement.body,
      needed: (): [unknown, string][] => [neededOf(statement)],
    };
    return taskOf(step, rule, facts);
  });
  const section = { key: "statements", title: "Your statements", tasks: statements };
  return statements.length > 0 ? [...fixed.slice(0, -1), section, ...fixed.slice(-1)] : fixed;
}

function neededOf({ heading, body, minWords, maxWords }: Answers["statements"][number]): [boolean, string] {
  const words = wordsIn(body);
  const named = `“${heading}”`;
  if (words === 0) return [minWords === 0, named];
  if (words > maxWords) return [false, `${named} in ${maxWords} words at most (it has ${words})`];
  return [words >= minWords, `${named} in ${minWords} words at least (it has ${words})`];
}

function taskOf(step: Step, { title, begun: anything, needed }: PageRule, facts: Facts): Task {
  const gaps = needed(facts).flatMap(([there, what]) => (there ? [] : [{ step, what }]));
  const begun = Boolean(anything(facts));
  const state = gaps.length === 0 ? "done" : begun ? "in_progress" : "not_started";
  return { step, title, state, begun, gaps };
}

/** What still has to be filled in before an application can be sent, with the page to do it on. */
export function missing(answers: Answers): Gap[] {
  return sectionsOf(answers).flatMap(({ tasks }) => tasks.flatMap(({ gaps }) => gaps));
}

/** The pages of an application in the order they are walked through. */
export function stepsOf(answers: Answers): { step: Step; title: string; section: string }[] {
  return sectionsOf(answers).flatMap(({ title: section, tasks }) =>
    tasks.map(({ step, title }) => ({ step, title, section })),
  );
}

/** True once anything has been answered besides the name, which the portal may have filled in. */
export function isBegun(answers: Answers, needs?: Needs): boolean {
  return sectionsOf({ ...answers, fullName: "" }, needs).some(({ tasks }) =>
    tasks.some(({ begun }) => begun),
  );
}
