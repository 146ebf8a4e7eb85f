import type { StatementPromptData } from "@/lib/programmes/schema-prompts";

/** What an application to NPQEL asks people to write. */
export const prompts: StatementPromptData[] = [
  {
    key: "why-now",
    heading: "Why this programme, and why now?",
    guidance:
      "Say what you lead today and what you expect to lead next. What do you want to be able to do that you cannot do yet, and which parts of the programme would help you most?",
    minWords: 100,
    maxWords: 400,
  },
  {
    key: "a-change-you-led",
    heading: "A change you have led",
    guidance:
      "Choose one change that reached beyond a single class or department. What was the problem and how did you know? What did you do, what came of it, and what would you do differently?",
    minWords: 100,
    maxWords: 400,
  },
  {
    key: "from-plan-to-practice",
    heading: "What will be different in your schools?",
    guidance:
      "Say what you want pupils and staff to notice two years from now because you took the programme, and how you and your school or trust will make time for it.",
    minWords: 100,
    maxWords: 400,
  },
];
