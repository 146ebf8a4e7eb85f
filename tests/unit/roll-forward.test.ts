import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthEnd, monthStart, monthsBetween } from "../../lib/dates";
import { checkRouteMap } from "../../lib/route-map/checker";
import { datedItems, noteRolled } from "../../lib/route-map/dated";
import { templateItem } from "../../lib/route-map/schema";
import { npqel } from "../../prisma/seed/npqel";
import { springOf2025 } from "../support/published-route-map";

const { routeMap } = npqel;

describe("the NPQEL template", () => {
  test("is the published route map with its dates corrected, item for item", () => {
    const dated = datedItems(routeMap, "2025-05-01").map((item) => ({ ...item, note: null }));
    expect(dated).toEqual(springOf2025("corrected"));
  });

  test("speaks of no year; what was printed wrongly is in notes of the cohort that it was printed for", () => {
    expect(routeMap.filter(({ note }) => noteRolled(note) !== note)).toEqual([]);
    const printed = Object.entries(npqel.spring2025Notes).map(([number, note]) => [
      number,
      /printed (\w+ \d{4})/.exec(note)?.[1],
      noteRolled(note),
    ]);
    expect(printed).toEqual([
      ["7", "September 2026", null],
      ["8", "September 2026", null],
      ["9", "October 2026", null],
    ]);
    for (const words of ["Write 1,500 to 2000 words.", "Ask 020 2012345.", null])
      expect(noteRolled(words)).toBe(words);
    for (const words of ["From May 2027.", "The 2026/27 tour."]) expect(noteRolled(words)).toBeNull();
  });

  test("holds to the schema", () => {
    expect(templateItem.array().safeParse(routeMap).success).toBe(true);
  });
});

describe("rolled forward", () => {
  const startMonths = fc.integer({ min: 0, max: 240 }).map((months) => monthStart("2024-01-01", months));

  test("Spring 2027: months become their first and last days", () => {
    const items = datedItems(routeMap, "2027-05-01");
    const window = (number: number) => {
      const item = items.find((each) => each.number === number);
      return [item?.opensOn, item?.closesOn];
    };
    expect(window(4)).toEqual(["2027-05-01", "2027-10-31"]);
    expect(window(13)).toEqual(["2027-06-01", "2028-02-29"]);
    expect(window(33)).toEqual(["2028-10-01", "2029-01-31"]);
    expect(window(1)).toEqual([null, null]);
  });

  test("from any month, the checker finds nothing", () => {
    fc.assert(
      fc.property(startMonths, (startMonth) => {
        expect(checkRouteMap(datedItems(routeMap, startMonth), { startMonth, durationMonths: 18 })).toEqual(
          [],
        );
      }),
    );
  });

  test("from any month, windows are whole months as far from the start as the template says", () => {
    fc.assert(
      fc.property(startMonths, (startMonth) => {
        for (const { number, opensOn, closesOn } of datedItems(routeMap, startMonth)) {
          const item = routeMap.find((each) => each.number === number);
          if (!opensOn || !closesOn) {
            expect(item?.opensMonth).toBeNull();
            continue;
          }
          expect(opensOn).toBe(monthStart(opensOn));
          expect(closesOn).toBe(monthEnd(closesOn));
          expect([monthsBetween(startMonth, opensOn), monthsBetween(startMonth, closesOn)]).toEqual([
            item?.opensMonth,
            item?.closesMonth,
          ]);
        }
      }),
    );
  });
});
