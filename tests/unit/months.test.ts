import { describe, expect, it } from "vitest";
import { hoursByMonth, itemsByMonth } from "@/lib/route-map/months";
import { railItem } from "@/lib/route-map/rail";
import { springOf2025 } from "../support/published-route-map";

const spring = springOf2025("corrected").map((item) => railItem(item, { href: `#item-${item.number}` }));

describe("the list by month", () => {
  const groups = itemsByMonth(spring);

  it("holds every item once, under the month it opens in", () => {
    expect(groups.flatMap((group) => group.entries)).toHaveLength(34);
    expect(groups.map((group) => group.label).slice(0, 3)).toEqual([
      "Before the programme",
      "May 2025",
      "June 2025",
    ]);
    expect(groups.at(-1)?.entries.map((entry) => entry.title)).toEqual(["Final summative assessment"]);
  });

  it("says module, time and end", () => {
    const study = groups.flatMap((group) => group.entries).find((entry) => entry.number === 4);
    expect(study?.meta).toBe("Module 1 · 8 h · by end of October 2025");
    expect(study?.sign).toBe("self_directed");
  });

  it("says the day where a window ends inside its month", () => {
    const [group] = itemsByMonth([
      { ...(spring[4] ?? never()), opensOn: "2025-06-01", closesOn: "2025-07-14", state: "open" },
    ]);
    expect(group?.entries[0]).toMatchObject({ meta: "Module 1 · 2 h · by 14 July 2025", sign: "open" });
  });

  it("says that there is no date, unless a note does", () => {
    const webinars = spring[0] ?? never();
    expect(itemsByMonth([webinars])[0]?.entries[0]?.meta).toBe("no date published");
    expect(itemsByMonth([{ ...webinars, note: "Before the programme." }])[0]?.entries[0]?.meta).toBe("");
  });
});

describe("hours by month", () => {
  it("add up to the items' minutes", () => {
    const months = hoursByMonth("2025-05-01", spring);
    const whole = spring.reduce((sum, item) => sum + (item.opensOn ? (item.minutes ?? 0) : 0), 0);
    expect(months.reduce((sum, month) => sum + month.minutes, 0)).toBe(whole);
    expect(months).toHaveLength(17);
    expect(months[0]).toMatchObject({ month: "2025-05-01", label: "May 2025" });
  });

  it("spread an item over the months of its window, to the minute", () => {
    const study = { minutes: 100, opensOn: "2025-06-10", closesOn: "2025-08-02" };
    expect(hoursByMonth("2025-05-01", [study]).map((month) => month.minutes)).toEqual([0, 33, 33, 34]);
  });

  it("leave out what has no date or no minutes", () => {
    expect(hoursByMonth("2025-05-01", [{ minutes: 60, opensOn: null, closesOn: null }])).toEqual([]);
    expect(
      hoursByMonth("2025-05-01", [{ minutes: null, opensOn: "2025-05-01", closesOn: "2025-05-31" }]),
    ).toEqual([]);
  });
});

function never(): never {
  throw new Error("the published route map has this item");
}
