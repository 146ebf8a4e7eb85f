import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addPlainDays, monthStart } from "@/lib/dates";
import { layoutRail, type RailItem, type RailLayout, railItem } from "@/lib/route-map/rail";
import { LABEL_SIZE } from "@/lib/route-map/rail-place";
import { ITEM_KINDS, ITEM_MODES } from "@/lib/route-map/schema";
import { textWidth } from "@/lib/route-map/text-width";
import { springOf2025 } from "../support/published-route-map";

const spring = springOf2025("corrected").map((item) => railItem(item, { href: `#item-${item.number}` }));
const start = "2025-05-01";
const rail = layoutRail({ start, months: 18, items: spring, today: "2025-11-23" });
const bar = (layout: RailLayout, number: number) => {
  const found = layout.bars.find((each) => each.number === number);
  if (!found) throw new Error(`no bar ${number}`);
  return found;
};

/** What a bar takes up with its label, wherever the label stands. */
const extent = (each: RailLayout["bars"][number]) => ({
  left: Math.min(each.x, each.labelX),
  right: Math.max(each.x + each.width, each.labelX + textWidth(each.label, LABEL_SIZE)),
});

function overlaps({ bars }: RailLayout): string[] {
  return bars.flatMap((a, at) =>
    bars.slice(at + 1).flatMap((b) => {
      const [one, two] = [extent(a), extent(b)];
      const apart = one.right <= two.left || two.right <= one.left;
      return a.y === b.y && !apart ? [`${a.label} and ${b.label}`] : [];
    }),
  );
}

describe("the rail of Spring 2025", () => {
  it("keeps months and modules where they are when only some items are shown", () => {
    const items = spring.filter((item) => item.module === 2);
    const part = layoutRail({ start, months: 18, items, whole: spring });
    expect(part.bands).toEqual(rail.bands);
    expect(part.months).toEqual(rail.months);
    expect(part.bars.map(({ number, x }) => [number, x])).toEqual(
      part.bars.map(({ number }) => [number, bar(rail, number).x]),
    );
  });

  it("draws every item, those without a date too", () => {
    expect(rail.bars.map((each) => each.number).toSorted((a, b) => a - b)).toEqual(
      spring.map((item) => item.number).toSorted((a, b) => a - b),
    );
    expect(rail.bands.map((band) => band.label)).toEqual([
      "Before",
      "Module 1",
      "Module 2",
      "Module 3",
      "Assessment",
    ]);
  });

  it("runs from the start month to the end of the last window", () => {
    expect(rail.months).toHaveLength(21);
    expect(rail.months[0]).toMatchObject({ label: "May 2025", strong: true });
    expect(rail.months.filter((month) => month.strong).map((month) => month.label)).toEqual([
      "May 2025",
      "Jan 2026",
      "Jan 2027",
    ]);
  });

  it("keeps every label clear of every other bar and label", () => {
    expect(overlaps(rail)).toEqual([]);
  });

  it("puts a label inside its bar only where it fits", () => {
    for (const each of rail.bars.filter(({ labelAt }) => labelAt === "inside"))
      expect(each.labelX + textWidth(each.label, LABEL_SIZE)).toBeLessThanOrEqual(each.x + each.width);
    expect(bar(rail, 4)).toMatchObject({ label: "Study, module 1 · 8 h", labelAt: "inside", ground: null });
    expect(bar(rail, 24)).toMatchObject({ label: "Residential 2", labelAt: "right" });
  });

  it("draws the border of two modules that share a month in the middle of it", () => {
    const [october, april, assessment] = [5, 11, 17].map((at) => rail.months[at]?.x ?? 0);
    const [, , second, third, last] = rail.bands;
    expect(second?.x).toBeCloseTo(october ?? 0, -0.5);
    expect(third?.x).toBeCloseTo(april ?? 0, -0.5);
    expect(last?.x).toBeLessThan(assessment ?? 0);
  });

  it("says everything about an item in its name", () => {
    expect(bar(rail, 5).name).toBe("Peer learning group 1, module 1, June to July 2025, 2 h");
    const mine = railItem(springOf2025("corrected")[4] ?? never(), {
      href: "/",
      state: "due_soon",
      progressLabel: "1 of 2",
    });
    const layout = layoutRail({ start, months: 18, items: [mine] });
    expect(layout.bars[0]?.name).toBe(
      "Peer learning group 1, module 1, June to July 2025, 2 h, 1 of 2, due soon",
    );
  });
});

describe("today's line", () => {
  it("stands in its month, by the day", () => {
    const november = rail.months[6]?.x ?? 0;
    expect(rail.today).toBeGreaterThan(november);
    expect(rail.today).toBeLessThan(rail.months[7]?.x ?? 0);
  });

  it("is left out before the start, after the end and on a public map", () => {
    const of = (today?: string) => layoutRail({ start, months: 18, items: spring, today }).today;
    expect(of("2025-04-30")).toBeNull();
    expect(of("2027-02-01")).toBeNull();
    expect(of()).toBeNull();
    expect(of("2025-05-01")).not.toBeNull();
    expect(of("2027-01-31")).not.toBeNull();
  });
});

describe("any route map", () => {
  const day = fc.integer({ min: -200, max: 900 }).map((days) => addPlainDays("2026-05-01", days));
  const anyItem: fc.Arbitrary<RailItem> = fc
    .record({
      module: fc.constantFrom(null, 1, 2, 3),
      kind: fc.constantFrom(...ITEM_KINDS),
      title: fc.string({ minLength: 1, maxLength: 40 }),
      mode: fc.constantFrom(null, ...ITEM_MODES),
      minutes: fc.option(fc.integer({ min: 0, max: 6000 })),
      window: fc.option(fc.tuple(day, fc.integer({ min: 0, max: 300 }))),
      progressLabel: fc.constantFrom(undefined, "18 of 24", "2 h 30 min of 8 h logged"),
    })
    .map(({ window, progressLabel, ...item }) =>
      railItem(
        {
          ...item,
          number: 0,
          opensOn: window?.[0] ?? null,
          closesOn: window && addPlainDays(window[0], window[1]),
        },
        { href: "/", progressLabel },
      ),
    );

  it("has no two labels on one another, and nothing outside the picture on the right", () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 40 }), day, (items, today) => {
        const numbered = items.map((item, number) => ({ ...item, number }));
        const layout = layoutRail({ start: "2026-05-01", months: 18, items: numbered, today });
        expect(overlaps(layout)).toEqual([]);
        for (const each of layout.bars) {
          expect(each.x + each.width).toBeLessThanOrEqual(layout.width);
          expect(each.y + 24).toBeLessThanOrEqual(layout.height);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is laid out from no items at all", () => {
    const empty = layoutRail({ start: monthStart("2026-05-17"), months: 18, items: [] });
    expect(empty.bars).toEqual([]);
    expect(empty.months).toHaveLength(18);
  });
});

function never(): never {
  throw new Error("the published route map has this item");
}
