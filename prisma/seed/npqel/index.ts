import { criteria } from "./criteria";
import { evaluations } from "./evaluations";
import { withWords } from "./item-words";
import { letters } from "./letters";
import { programme } from "./programme";
import { prompts } from "./prompts";
import { routeMap, spring2025Notes } from "./route-map";

/** NPQEL as the provider published it for Spring 2025: saved with saveProgramme and saveTemplate. */
export const npqel = {
  programme,
  routeMap,
  /** The same with what each item is, in words, and where it is found. */
  routeMapInWords: routeMap.map(withWords),
  /** What applicants are asked to write: saved with saveStatementPrompts. */
  prompts,
  /** What applications are scored against: saved with saveReviewCriteria. */
  criteria,
  /** What the end of each module asks: saved with publishEvaluationForm. */
  evaluations,
  /** What letters to participants begin with: saved with saveNudgeTemplate. */
  letters,
  /** The cohort that the facts were published for. */
  spring2025: { slug: "spring-2025", name: "Spring 2025", startMonth: "2025-05" },
  /** Of its milestones, by number: the dates that were printed wrongly. */
  spring2025Notes,
} as const;
