import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthEnd, monthStart } from "../../lib/dates";
import { checkRouteMap } from "../../lib/route-map/checker";
import type { DatedItem } from "../../lib/route-map/schema";
import { springOf2025 } from "../support/published-route-map";

const spring = { startMonth: "2025-05-01", durationMonths: 18 };
const published = springOf2025("published");
const corrected = springOf2025("corrected");

const codes = (items: DatedItem[], programme = spring) =>
  checkRouteMap(items, programme).map(({ number, code }) => [number, code]);

/** The item moved by whole months; a window that is not there stays away. */
const moved = (item: DatedItem, months: number): DatedItem => ({
  ...item,
  opensOn: item.opensOn && monthStart(item.opensOn, months),
  closesOn: item.closesOn && monthEnd(item.closesOn, months),
});

const change = (number: number, how: (item: DatedItem) => DatedItem) =>
  corrected.map((item) => (item.number === number ? how(item) : item));

describe("Spring 2025", () => {
  test("as published, exactly the three dates that are a year late, each once", () => {
    expect(codes(published)).toEqual([
      [7, "after_next_module_began"],
      [8, "after_next_module_began"],
      [9, "after_next_module_began"],
    ]);
  });

  test("as corrected, nothing", () => {
    expect(codes(corrected)).toEqual([]);
  });

  test("a warning says which item and why", () => {
    expect(checkRouteMap(published, spring)[0]).toEqual({
      number: 7,
      title: "NPQ mentor check-in",
      code: "after_next_module_began",
      message: "It opens after module 2 has begun, when the items around it do not.",
    });
  });
});

describe("each rule", () => {
  test("a window that ends before it starts", () => {
    const items = change(12, (item) => ({ ...item, opensOn: item.closesOn, closesOn: item.opensOn }));
    expect(codes(items)).toEqual([[12, "ends_before_it_starts"]]);
  });

  test("a review before its audit", () => {
    const template = corrected.find(({ number }) => number === 21);
    const at = (number: number, kind: DatedItem["kind"], opens: number): DatedItem[] =>
      template
        ? [{ ...template, number, kind, opensOn: monthStart("2025-05-01", opens), closesOn: "2025-12-31" }]
        : [];
    const study = at(1, "self_directed_study", 0);
    expect(codes([...study, ...at(2, "learning_audit", 2), ...at(3, "learning_audit_review", 2)])).toEqual(
      [],
    );
    const early = [...study, ...at(2, "learning_audit", 2), ...at(3, "learning_audit_review", 1)];
    expect(codes(early)).toEqual([[3, "review_before_audit"]]);
  });

  test("an item outside the programme's months, before and after", () => {
    expect(codes(change(2, (item) => moved(item, -1)))).toEqual([[2, "outside_programme"]]);
    expect(codes(change(32, (item) => moved(item, 1)))).toEqual([[32, "outside_programme"]]);
    expect(codes(change(28, (item) => moved(item, 12)))).toEqual([[28, "outside_programme"]]);
  });

  test("the summative assessment may follow the programme, not precede its last month nor come a year late", () => {
    expect(codes(change(33, (item) => moved(item, 3)))).toEqual([]);
    expect(codes(change(33, (item) => moved(item, -12)))).toEqual([[33, "outside_programme"]]);
    expect(codes(change(33, (item) => moved(item, 12)))).toEqual([[33, "outside_programme"]]);
  });

  test("information webinars come before the programme", () => {
    const webinar = { opensOn: "2025-01-01", closesOn: "2025-03-31" };
    expect(codes(change(1, (item) => ({ ...item, ...webinar })))).toEqual([]);
  });

  test("an event may be offered months before its module begins, not wholly before it", () => {
    expect(codes(change(13, (item) => ({ ...item, closesOn: "2025-09-30" })))).toEqual([
      [13, "before_own_module"],
    ]);
  });

  test("a next module that begins too early is named itself, not everything before it", () => {
    expect(codes(change(10, (item) => moved(item, -4)))).toEqual([[10, "begins_before_previous_module"]]);
  });

  test("where most of a module comes after the next one's first item, that item is what is named", () => {
    const late = corrected.map((item) => (item.module === 1 ? moved(item, 7) : item));
    expect(codes(late)).toEqual([[10, "begins_before_previous_module"]]);
  });
});

describe("for every route map", () => {
  const items = fc
    .uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 60 }),
        module: fc.option(fc.integer({ min: 1, max: 3 })),
        kind: fc.constantFrom(
          "learning_audit",
          "learning_audit_review",
          "peer_learning_group",
          "summative_assessment" as const,
        ),
        opens: fc.integer({ min: -6, max: 30 }),
        length: fc.integer({ min: -3, max: 12 }),
      }),
      { selector: ({ number }) => number, maxLength: 40 },
    )
    .map((drafts) =>
      drafts.map(
        ({ opens, length, kind, ...draft }): DatedItem => ({
          ...draft,
          kind: kind as DatedItem["kind"],
          title: `Item ${draft.number}`,
          mode: "facilitated",
          minutes: 60,
          opensOn: monthStart("2025-05-01", opens),
          closesOn: monthEnd("2025-05-01", opens + length),
          counts: true,
          note: null,
        }),
      ),
    );

  test("moving the whole map by any months changes nothing", () => {
    fc.assert(
      fc.property(items, fc.integer({ min: -60, max: 60 }), (map, months) => {
        const programme = { startMonth: monthStart(spring.startMonth, months), durationMonths: 18 };
        expect(
          checkRouteMap(
            map.map((item) => moved(item, months)),
            programme,
          ),
        ).toEqual(checkRouteMap(map, spring));
      }),
    );
  });

  test("the order in which items are given changes nothing, and none is named twice", () => {
    fc.assert(
      fc.property(items, (map) => {
        const found = checkRouteMap(map, spring);
        expect(checkRouteMap(map.toReversed(), spring)).toEqual(found);
        expect(new Set(found.map(({ number }) => number)).size).toBe(found.length);
      }),
    );
  });

  test("items without a window are passed over", () => {
    fc.assert(
      fc.property(items, (map) => {
        const undated = map.map((item) => ({
          ...item,
          number: item.number + 100,
          opensOn: null,
          closesOn: null,
        }));
        expect(checkRouteMap([...map, ...undated], spring)).toEqual(checkRouteMap(map, spring));
      }),
    );
  });
});

describe("a slip of a year, the commonest there is", () => {
  const ofModules = corrected.filter(({ module }) => module !== null).map(({ number }) => number);

  test.each(ofModules)("item %i a year late is found, and nothing else", (number) => {
    expect(codes(change(number, (item) => moved(item, 12))).map(([found]) => found)).toEqual([number]);
  });

  test.each(ofModules)("item %i a year early is found, and nothing else", (number) => {
    expect(codes(change(number, (item) => moved(item, -12))).map(([found]) => found)).toEqual([number]);
  });
});
