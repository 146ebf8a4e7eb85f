import type { CriterionData } from "@/lib/programmes/schema-criteria";

/** What an application to NPQEL is scored against. */
export const criteria: CriterionData[] = [
  {
    key: "several-schools",
    title: "Leading across several schools",
    guidance:
      "Leads more than one school or a trust-wide area now, or will within the programme’s 18 months, with real say over people, money or the curriculum. Look at the role, the schools led and what is about to change.",
    maxScore: 4,
  },
  {
    key: "improving-outcomes",
    title: "A record of improving things for pupils",
    guidance:
      "Has led a change that reached beyond one team, can say how they knew it worked, and is honest about what did not. Figures help; a clear account of cause and effect helps more.",
    maxScore: 4,
  },
  {
    key: "sponsor",
    title: "The sponsor’s commitment",
    guidance:
      "A sponsor with the standing to release time, who says that they will, and a mentor who can be reached. Score what is known so far; the endorsement may still be on its way.",
    maxScore: 4,
  },
  {
    key: "readiness",
    title: "Readiness for the learning",
    guidance:
      "Knows what 18 months alongside the job ask for, has thought about when it will be done, and names what they want to be able to do that they cannot do yet.",
    maxScore: 4,
  },
  {
    key: "statement",
    title: "The quality of the statement",
    guidance:
      "Answers what was asked, in their own words, with examples that belong to their schools. Spelling and style count only where they get in the way of the sense.",
    maxScore: 4,
  },
];
