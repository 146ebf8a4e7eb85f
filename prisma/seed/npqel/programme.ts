import type { ProgrammeData } from "../../../lib/programmes/schema";
import { areas } from "./areas";
import { hours } from "./hours";
import { sections } from "./sections";
import { voices } from "./voices";

export const programme: ProgrammeData = {
  slug: "npqel",
  position: 1,
  shortName: "NPQEL",
  title: "Executive Leadership",
  qualification: "National Professional Qualification for Executive Leadership",
  dfeIdentifier: "npq-executive-leadership",
  summary:
    "For people who lead several schools, or are about to: executive heads and trust chief executives. Eighteen months alongside the job, with peers who face the same decisions.",
  audience:
    "School leaders who are, or aspire to be, an executive headteacher or a school trust chief executive with responsibility for several schools.",
  durationMonths: 18,
  learningMinutes: 75 * 60,
  engagementThresholdPercent: 90,
  feePence: 409_900,
  vatPercent: 20,
  scholarshipNote:
    "Scholarships may be available; information on scholarship funding is still to be announced.",
  residentialPlaces: ["Manchester", "Oxford"],
  contactEmail: "npq@ucl.ac.uk",
  contactReplyHours: 48,
  sections,
  areas,
  hours,
  voices,
};
