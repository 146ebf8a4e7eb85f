import type { ProgrammeData } from "@/lib/programmes/schema";
import type { TemplateItem } from "@/lib/route-map/schema";

/**
 * A second, smaller programme, to show that the portal lists whatever the provider offers. It is plainly a
 * demonstration: nobody offers it, and nothing in it is a fact about a qualification.
 */

const section = (key: string, label: string, heading: string, body: string) => ({
  key,
  label,
  heading,
  body,
});

const programme: ProgrammeData = {
  slug: "demonstration",
  position: 2,
  shortName: "DEMO",
  title: "A second programme (demonstration)",
  qualification: "Demonstration: not a real qualification",
  dfeIdentifier: null,
  summary:
    "This programme is made up. It shows how the portal looks when the provider offers more than one: it has a prospectus, a route map and a cohort of its own.",
  audience: "Nobody: it is a demonstration.",
  durationMonths: 6,
  learningMinutes: 12 * 60,
  engagementThresholdPercent: 90,
  feePence: 100_000,
  vatPercent: 20,
  scholarshipNote: "There are none: this programme is a demonstration.",
  residentialPlaces: [],
  contactEmail: "demonstration@example.org",
  contactReplyHours: 48,
  sections: [
    section(
      "why-join",
      "Why it is here",
      "Why is this here?",
      "To show a **second programme** beside the first. You cannot take part in it.",
    ),
    section("what-you-will-learn", "What it covers", "What it covers", "Two areas, as an example."),
    section(
      "is-it-for-me",
      "Is it for me?",
      "Is it for me?",
      "No. The programmes that are really offered are on the [list of programmes](/programmes).",
    ),
    section("how-long", "How long it takes", "How long it takes", "Six months, for the sake of the example."),
    section(
      "start-and-cost",
      "Start and cost",
      "When it starts and what it costs",
      "The figures are made up, so that there is something to add up.",
    ),
    section("route-map", "Route map", "The programme route map", "One module with a few items."),
    section(
      "contact",
      "Contact",
      "Contact",
      "The address is an example and reaches nobody: demonstration@example.org.",
    ),
  ],
  areas: [
    {
      key: "first-area",
      title: "First area",
      summary: "An example of an area.",
      body: "What it would cover.",
    },
    { key: "second-area", title: "Second area", summary: "Another example.", body: "What it would cover." },
  ],
  hours: [
    { component: "Online induction", count: 1, minutes: 120, publishedAs: null },
    { component: "Self-directed study", count: 1, minutes: 480, publishedAs: null },
    { component: "Group session", count: 1, minutes: 120, publishedAs: null },
  ],
  voices: [],
};

type Work = Pick<TemplateItem, "number" | "kind" | "title" | "mode" | "minutes">;
const item = (work: Work, [opensMonth, closesMonth]: [number, number]): TemplateItem => ({
  ...work,
  module: 1,
  opensMonth,
  closesMonth,
  counts: true,
  note: null,
});

const routeMap: TemplateItem[] = [
  item(
    { number: 1, kind: "induction", title: "Online induction", mode: "facilitated", minutes: 120 },
    [0, 0],
  ),
  item(
    {
      number: 2,
      kind: "self_directed_study",
      title: "Self-directed study",
      mode: "self_directed",
      minutes: 480,
    },
    [0, 4],
  ),
  item(
    { number: 3, kind: "peer_learning_group", title: "Group session", mode: "facilitated", minutes: 120 },
    [3, 4],
  ),
];

/** Saved with saveProgramme and saveTemplate, as NPQEL is. */
export const demonstration = {
  programme,
  routeMap,
  cohort: {
    slug: "autumn-2027",
    name: "Autumn 2027",
    startMonth: "2027-09",
    applicationsOpen: "2027-02-01",
    applicationsClose: "2027-06-30",
    capacity: 20,
    fundedPlaces: 0,
  },
};
