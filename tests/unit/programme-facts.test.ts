import { describe, expect, test } from "vitest";
import { feeInWords, programmeData, vatOn } from "../../lib/programmes/schema";
import { npqel } from "../../prisma/seed/npqel";

const { programme, routeMap } = npqel;
const plain = (text: string) => text.replace(/[*_`]/g, "").replace(/\s+/g, " ").toLowerCase();
const section = (key: string) => plain(programme.sections.find((each) => each.key === key)?.body ?? "");
const area = (key: string) => plain(programme.areas.find((each) => each.key === key)?.body ?? "");

test("holds to the schema", () => {
  expect(programmeData.safeParse(programme).error).toBeUndefined();
});

test("the questions, in the order in which the provider answers them", () => {
  expect(programme.sections.map(({ heading }) => heading)).toEqual([
    "Why join UCL?",
    "What you will learn",
    "Benefits for you",
    "Benefits for your school",
    "Is it for me?",
    "How long it takes",
    "When it starts and what it costs",
    "Scholarships",
    "The programme route map",
    "What school leaders say",
    "Contact",
  ]);
});

test("identity", () => {
  expect(programme.shortName).toBe("NPQEL");
  expect(programme.qualification).toBe("National Professional Qualification for Executive Leadership");
  expect(programme.dfeIdentifier).toBe("npq-executive-leadership");
  expect(programme.durationMonths).toBe(18);
  expect(programme.engagementThresholdPercent).toBe(90);
  expect(programme.residentialPlaces).toEqual(["Manchester", "Oxford"]);
  expect(npqel.spring2025).toMatchObject({ name: "Spring 2025", startMonth: "2025-05" });
  for (const fact of [
    "executive headteacher",
    "school trust chief executive",
    "responsibility for several schools",
  ]) {
    expect(programme.audience).toContain(fact);
  }
});

/** Every fact of the prospectus, by the section that has to carry it. */
const FACTS: Record<string, string[]> = {
  "why-join": [
    "newly designed NPQ",
    "executive leadership",
    "collaborative, challenging and open",
    "current research and evidence",
    "put it into practice",
    "professional learning group",
    "you and your schools at the centre",
    "blended",
    "two residential events",
    "self-directed study",
    "support in school",
    "professional networks",
    "Department of Learning and Leadership",
    "IOE",
    "Faculty of Education and Society",
  ],
  "what-you-will-learn": ["seven areas"],
  "benefits-for-you": [
    "professional confidence",
    "time and space to reflect on the executive leader they want to be",
    "more knowledge of their field",
    "culture, implementation and professional development work together",
    "where to invest your energy",
    "within-school factors, where local heads have high impact",
    "beyond-school factors, where you have influence without direct control",
    "how governance has changed",
    "duties of a trust and its trustees",
    "external environment affects children",
    "layers of leadership from the trust to the civic level",
    "advocacy for the community",
    "collaborates across a multi-academy trust",
    "leadership strategy and strength in your own settings",
    "evidence of performance management with keeping-in-touch meetings",
    "challenges of different settings",
    "pros and cons of various approaches",
  ],
  "benefits-for-your-school": [
    "confident teachers",
    "lead at scale",
    "next generation of leaders",
    "evidence base for children, young people and communities",
    "excellent teachers who stay, develop",
    "collaborative role models",
    "rich learning environments whatever the circumstances",
  ],
  "is-it-for-me": [
    "yes",
    "lead a group of schools",
    "executive headteacher or a school trust chief executive",
  ],
  "how-long": [
    "18 months",
    "eight-day open-book summative case-study task",
    "75 hours",
    "half a day is 3 hours",
    "27 hours",
  ],
  "start-and-cost": [
    "May 2025",
    "online induction module",
    "either Manchester or Oxford",
    "confirmed later",
    "location and by the places available",
    "£4,099 plus VAT",
    "schools and participants in England who have to pay",
    "£819.80",
    "£4,918.80",
    "independent schools in England pay the same fee",
    "British international schools follow the link to their preferred international delivery partner",
  ],
  scholarships: ["scholarships may be available", "still to be announced"],
  "route-map": [
    "UCL eXtend",
    "a facilitated activity, a one-to-one meeting, or a virtual or live event",
    "residentials are face to face",
    "information webinars come before everything else",
    "Programme Impact Report",
    "at the end of modules 2 and 3",
    "how engagement with the programme supports school improvement",
    "mentor check-in, with your line manager or mentor, is about you",
    "coaching supports you throughout",
    "implementation project runs over the 18 months",
    "work-based, reflective learning that integrates research with practice",
    "explore, prepare, deliver, sustain",
    "not assessed",
    "by September 2026",
    "90% engagement",
    "access to the assessment platform",
    "October 2026 or January 2027",
  ],
  contact: [
    "npq@ucl.ac.uk",
    "within 48 hours",
    "by e-mail only",
    "do not telephone other departments or the UCL switchboard",
    "NPQ or the ECF",
    "UCL Centre for Educational Leadership",
    "University College London",
    "20 Bedford Way",
    "London WC1H 0AL",
  ],
};

describe.each(Object.entries(FACTS))("%s", (key, facts) => {
  test.each(facts)("%s", (fact) => expect(section(key)).toContain(fact.toLowerCase()));
});

test.each([
  [
    "trust-culture",
    [
      "strategic direction",
      "prioritise, allocate and manage people and money",
      "every statutory duty",
      "ambitious standards for all",
    ],
  ],
  [
    "teaching",
    ["across the trust", "pedagogical knowledge", "in the classroom", "whatever their starting point"],
  ],
  [
    "curriculum-and-assessment",
    [
      "planning, teaching and learning",
      "available and reliable",
      "professional development inside the trust and across it",
    ],
  ],
  [
    "operational-management",
    [
      "a group of schools",
      "long-term strategic and financial planning",
      "staff who work across the trust",
      "operating structures",
    ],
  ],
  [
    "behaviour-and-support",
    [
      "high standards of behaviour and learning",
      "leaders and stakeholders share",
      "safe, inclusive learning environment",
    ],
  ],
  ["implementation", ["several implementation projects at once", "wider priorities"]],
  ["trust-governance", ["risk robustly", "trust governance", "national policy", "regulatory environment"]],
])("learning area: %s", (key, facts) => {
  for (const fact of facts) expect(area(key)).toContain(fact);
});

test("the hours add up to the programme's 75, as published", () => {
  expect(programme.areas).toHaveLength(7);
  expect(
    programme.hours.map(({ count, minutes, publishedAs }) => [count, minutes / 60, publishedAs]),
  ).toEqual([
    [2, 1, "1 hour in all"],
    [1, 3, "half a day"],
    [3, 30, "30 hours"],
    [3, 27, "5 days"],
    [4, 8, "8 hours"],
    [6, 6, "6 hours"],
  ]);
  expect(programme.hours.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(programme.learningMinutes);
  const faceToFace = routeMap
    .filter(({ mode }) => mode === "face_to_face")
    .reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  expect(faceToFace).toBe(27 * 60);
});

test("the fee, its VAT and the two together", () => {
  const vatPence = vatOn(programme.feePence, programme.vatPercent);
  expect(vatPence).toBe(81_980);
  expect(feeInWords({ feePence: programme.feePence, feeWithVatPence: programme.feePence + vatPence })).toBe(
    "£4,099 + VAT (£4,918.80)",
  );
});

test("what leaders say is reported: nothing in quotation marks, nobody else", () => {
  expect(programme.voices.map(({ who }) => who)).toEqual([
    "A participant of autumn 2022",
    "A participant of spring 2022",
  ]);
  const reports = programme.voices.map(({ report }) => plain(report));
  for (const fact of [
    "implementing change very useful",
    "challenges, advantages and disadvantages",
    "up and down the country",
  ]) {
    expect(reports[0]).toContain(fact);
  }
  for (const fact of [
    "incremental coaching",
    "instructional coaching",
    "coaching pairs",
    "focused on writing",
    "about to join",
    "master's in coaching",
    "how progress is recorded",
  ]) {
    expect(reports[1]).toContain(fact);
  }
  expect(reports.join(" ")).not.toMatch(/["“”]/);
});
