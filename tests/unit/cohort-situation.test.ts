import { describe, expect, test } from "vitest";
import type { CohortFacts } from "../../lib/cohorts/schema";
import { situationOf } from "../../lib/cohorts/situation";

const cohort = (slug: string, facts: Partial<CohortFacts>): CohortFacts => ({
  id: slug,
  slug,
  name: slug,
  startsOn: "2027-05-01",
  applicationsOpen: "2026-09-01",
  applicationsClose: "2027-03-26",
  placesLeft: 5,
  fundedPlacesLeft: 2,
  ...facts,
});

const past = cohort("spring-2026", {
  startsOn: "2026-05-01",
  applicationsOpen: "2025-09-01",
  applicationsClose: "2026-03-27",
});
const spring = cohort("spring-2027", {});
const autumn = cohort("autumn-2027", {
  startsOn: "2027-10-01",
  applicationsOpen: "2027-02-01",
  applicationsClose: "2027-08-31",
});

describe("the programme's one next step", () => {
  test.each([
    ["the first day", "2026-09-01", "open", "spring-2027"],
    ["the last day", "2027-03-26", "open", "spring-2027"],
    ["the day after", "2027-03-27", "open", "autumn-2027"],
    ["the day before", "2026-08-31", "opens_on", "spring-2027"],
    ["after everything", "2027-09-01", "closed", "autumn-2027"],
  ])("%s", (_, today, state, slug) => {
    const situation = situationOf([autumn, past, spring], today);
    expect([situation.state, situation.cohort?.slug]).toEqual([state, slug]);
  });

  test("a full cohort gives way to the next that opens, and stands where there is none", () => {
    const full = { ...spring, placesLeft: 0 };
    expect(situationOf([past, full, autumn], "2026-10-01")).toEqual({
      state: "opens_on",
      cohort: autumn,
      opensOn: "2027-02-01",
    });
    expect(situationOf([past, full, autumn], "2027-02-01").cohort?.slug).toBe("autumn-2027");
    expect(situationOf([past, full], "2026-10-01")).toEqual({
      state: "full",
      cohort: full,
      closesOn: "2027-03-26",
    });
  });

  test("without a cohort, closed", () => {
    expect(situationOf([], "2026-10-01")).toEqual({ state: "closed", cohort: null });
  });
});
