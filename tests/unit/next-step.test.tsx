import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Apply } from "@/components/prospectus/apply";
import type { CohortFacts, CohortSituation } from "@/lib/cohorts/schema";

/** The one next step, in each state of the cohort: a button, and where it leads. */

const cohort: CohortFacts = {
  id: "1",
  slug: "spring-2028",
  name: "Spring 2028",
  startsOn: "2028-05-01",
  applicationsOpen: "2027-09-01",
  applicationsClose: "2028-03-24",
  placesLeft: 3,
  fundedPlacesLeft: 1,
};
const beTold = "/programmes/npqel/be-told?topic=next_cohort";

describe("the next step", () => {
  it.each<[CohortSituation, string, string, string]>([
    [{ state: "open", cohort, closesOn: "2028-03-24" }, "/applications", "Apply for Spring 2028", ""],
    [
      { state: "full", cohort: { ...cohort, placesLeft: 0 }, closesOn: "2028-03-24" },
      "/applications",
      "Join the waiting list for Spring 2028",
      "You join by applying, until Friday 24 March 2028",
    ],
    [
      { state: "opens_on", cohort, opensOn: "2027-09-01" },
      beTold,
      "Be told when applications open",
      "open on Wednesday 1 September 2027",
    ],
    [
      { state: "closed", cohort },
      beTold,
      "Be told about the next cohort",
      "No cohort is taking applications",
    ],
    [
      { state: "closed", cohort: null },
      beTold,
      "Be told about the next cohort",
      "we write when the next one opens",
    ],
  ])("%j", (situation, href, label, words) => {
    const html = renderToStaticMarkup(<Apply situation={situation} slug="npqel" />);
    expect(
      [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)</g)].map(([, to, text]) => [to, text]),
    ).toEqual([[href, label]]);
    expect(html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ")).toContain(words);
  });
});
