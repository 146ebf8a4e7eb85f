import { describe, expect, it } from "vitest";
import { LISTED, type TodayItem, todayCounts, todayLines } from "@/lib/today";

const item = (over: Partial<TodayItem> & { id: string; total?: number }): TodayItem => ({
  kind: "register",
  urgency: "now",
  at: new Date("2026-11-20"),
  title: `Take the register: ${over.id}`,
  detail: "Spring 2026",
  when: "Friday 20 November 2026",
  href: `/staff/events/${over.id}/register`,
  group: {
    key: "registers",
    total: over.total ?? 1,
    title: `${over.total} registers to take`,
    href: "/staff/events",
  },
  ...over,
});

const some = (count: number, over: Partial<TodayItem> = {}) =>
  Array.from({ length: count }, (_, index) => item({ ...over, id: `e${index}`, total: count }));

describe("Today", () => {
  it("puts what is late first, then today's work, and of these what waited longest", () => {
    const lines = todayLines([
      item({ id: "b", group: { key: "1", total: 1, title: "", href: "" } }),
      item({ id: "a", at: new Date("2026-11-18"), group: { key: "2", total: 1, title: "", href: "" } }),
      item({ id: "c", urgency: "late", group: { key: "3", total: 1, title: "", href: "" } }),
      item({ id: "d", urgency: "soon", group: { key: "4", total: 1, title: "", href: "" } }),
    ]);
    expect(lines.map(({ key }) => key)).toEqual(["register c", "register a", "register b", "register d"]);
  });

  it("leaves three of one sort each on its own line and makes one line of four", () => {
    expect(todayLines(some(3)).map(({ count }) => count)).toEqual([1, 1, 1]);
    const [line, ...none] = todayLines(some(4));
    expect(none).toEqual([]);
    expect(line).toMatchObject({ count: 4, title: "4 registers to take", href: "/staff/events" });
    expect(line?.items.map(({ id }) => id)).toEqual(["e0", "e1", "e2", "e3"]);
  });

  it("is as urgent as the most urgent of a pile, and says how many are late", () => {
    const pile = some(5);
    const last = pile[4];
    if (last) pile[4] = { ...last, urgency: "late", when: "Monday 16 November 2026" };
    expect(todayLines(pile)[0]).toMatchObject({
      urgency: "late",
      when: "1 late · the first Monday 16 November 2026",
    });
  });

  it("counts all that there are, not only those that are told of one by one", () => {
    const pile = some(LISTED + 5).map((each) => ({ ...each, group: { ...each.group, total: 250 } }));
    const lines = todayLines([
      ...pile,
      item({ id: "x", kind: "email", group: { key: "m", total: 1, title: "", href: "" } }),
    ]);
    expect(todayCounts(lines)).toEqual({ register: 250, email: 1 });
    expect(lines[0]?.items).toHaveLength(LISTED);
  });
});
