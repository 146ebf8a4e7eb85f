import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addPlainDays, monthEnd, monthsBetween } from "@/lib/dates";
import { carriedItems } from "@/lib/engagement/carried";
import { effectOf, type Held } from "@/lib/milestone-changes/effect";
import { changesBetween, isEmpty, type PlannedItem } from "@/lib/route-map/changes";
import { datedItems, monthsLater, rolledItems } from "@/lib/route-map/dated";
import { matchedItems } from "@/lib/route-map/match";
import { tableForm } from "@/lib/route-map/schema-table";
import { npqel } from "@/prisma/seed/npqel";

const days = fc.integer({ min: 0, max: 9_000 }).map((days) => addPlainDays("2020-01-01", days));
const items: PlannedItem[] = datedItems(npqel.routeMap, "2026-05-01").map((item) => ({
  ...item,
  id: `id ${item.number}`,
  itemId: null,
}));
const item = (number: number): PlannedItem => {
  const found = items.find((each) => each.number === number);
  if (!found) throw new Error("no such item");
  return found;
};
const changed = (number: number, part: Partial<PlannedItem>) =>
  items.map((each) => (each.number === number ? { ...each, ...part } : each));

describe("rolling an earlier cohort forward", () => {
  test("keeps the day of the month where there is one, and the last day the last", () => {
    expect(monthsLater("2026-01-31", 1)).toBe("2026-02-28");
    expect(monthsLater("2026-01-30", 1)).toBe("2026-02-28");
    expect(monthsLater("2026-02-28", 1)).toBe("2026-03-31");
    expect(monthsLater("2026-05-12", 17)).toBe("2027-10-12");
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (day, months) => {
        const later = monthsLater(day, months);
        expect(monthsBetween(day, later)).toBe(months);
        expect(later <= monthEnd(day, months)).toBe(true);
      }),
    );
  });

  test("a cohort made from the template rolls to what the template gives", () => {
    const there = datedItems(npqel.routeMap, "2027-10-01");
    expect(rolledItems(datedItems(npqel.routeMap, "2026-05-01"), "2026-05-01", "2027-10-01")).toEqual(there);
  });
});

describe("the table", () => {
  const row = {
    key12: "id",
    title12: "Study",
    opens12: "2026-05-01",
    closes12: "2026-05-31",
    minutes12: "60",
  };
  const errors = (part: Record<string, string>, when: "days" | "months" = "days") => {
    const { error } = tableForm(when).safeParse({ version: "3", ...row, ...part });
    return error?.issues.map(({ path }) => path.join(".")) ?? [];
  };

  test("takes rows by their item's number, new ones by a title, and nothing else", () => {
    const added = { titlen0: "Visit", kindn0: "face_to_face_event", titlen1: "", opensn1: "2026-05-01" };
    const parsed = tableForm("days").parse({ version: "3", ...row, counts12: "yes", ...added });
    expect(parsed.rows.map(({ at, title, counts }) => [at, title, counts])).toEqual([
      ["12", "Study", true],
      ["n0", "Visit", false],
    ]);
    expect(errors({ role: "administrator" })).toEqual([""]);
    expect(errors({ version: "x" })).toEqual([""]);
  });

  test.each([
    [{ title12: "" }, "title12"],
    [{ closes12: "2026-04-30" }, "closes12"],
    [{ closes12: "" }, "closes12"],
    [{ opens12: "2026-02-30" }, "opens12"],
    [{ minutes12: "many" }, "minutes12"],
    [{ counts12: "yes", minutes12: "" }, "minutes12"],
    [{ counts12: "yes", opens12: "", closes12: "" }, "opens12"],
    [{ placeUrl12: "http://example.org" }, "placeUrl12"],
    [{ placeUrl12: "https://a b" }, "placeUrl12"],
    [{ titlen0: "Visit" }, "kindn0"],
    [{ description12: "x".repeat(4_001) }, "description12"],
  ])("%j is wrong", (part, field) => {
    expect(errors(part)).toContain(field);
  });

  test("a row that goes need not be right", () => {
    expect(errors({ title12: "", remove12: "yes" })).toEqual([]);
  });

  test("a template has months", () => {
    expect(errors({ opens12: "0", closes12: "17" }, "months")).toEqual([]);
    expect(errors({ opens12: "5", closes12: "-1" }, "months")).toContain("closes12");
  });
});

test("what differs is told field by field, and nothing when nothing does", () => {
  expect(isEmpty(changesBetween(items, items))).toBe(true);
  const { changed: found } = changesBetween(items, changed(4, { closesOn: "2026-11-30", minutes: 600 }));
  expect(found.map(({ fields }) => fields)).toEqual([
    [
      { field: "closesOn", from: "31 October 2026", to: "30 November 2026" },
      { field: "minutes", from: "8 h", to: "10 h" },
    ],
  ]);
});

describe("what a plan does to participants", () => {
  const held = (parts: Record<number, Partial<Held>>) => {
    const nothing = { minutesRecorded: 0, completed: false, credited: false, required: true, bySelf: false };
    return new Map(items.map(({ id, number }) => [id ?? "", { ...nothing, ...parts[number] }]));
  };
  const amara = {
    enrolmentId: "a",
    fullName: "Amara",
    held: held({ 4: { minutesRecorded: 480, completed: true } }),
  };
  const effect = (after: PlannedItem[], today = "2026-11-23") =>
    effectOf([amara], { before: items, after }, today, 90);

  test("nothing, where nothing differs", () => {
    expect(effect(items)).toMatchObject({ overduePeople: 0, moves: [], below: [], above: [] });
  });

  test("more minutes than are recorded open what was done, and it is overdue", () => {
    const { overduePeople, overdueItems, moves } = effect(changed(4, { minutes: 960 }));
    expect([overduePeople, overdueItems]).toEqual([1, 1]);
    expect(moves).toHaveLength(1);
  });

  test("what is done by a record of its own stays done, whatever the minutes", () => {
    const done = { ...amara, held: held({ 4: { minutesRecorded: 30, completed: true, bySelf: true } }) };
    const after = changed(4, { minutes: 960 });
    expect(effectOf([done], { before: items, after }, "2026-11-23", 90).overdueItems).toBe(0);
  });

  test("who crosses the line is named", () => {
    // Only the study is due: all of it is done, until another item is due too.
    const early = items.map((each) => ({ ...each, counts: each.number === 4 }));
    const after = early.map((each) =>
      each.number === 5 ? { ...each, counts: true, opensOn: "2026-05-01", closesOn: "2026-06-30" } : each,
    );
    const there = effectOf([amara], { before: early, after }, "2026-11-23", 90);
    expect(there.below.map(({ fullName, from, to }) => [fullName, from, to])).toEqual([["Amara", 100, 80]]);
    expect(effectOf([amara], { before: after, after: early }, "2026-11-23", 90).above).toHaveLength(1);
  });
});

describe("carrying over", () => {
  const there = (each: PlannedItem) => ({ ...each, id: `there ${each.number}` });

  test("matches by kind, module and number", () => {
    const own = items.map((each) => ({ ...each, id: each.id ?? "" }));
    const other = items.map((each) => there(each.number === 6 ? { ...each, module: 3 } : each));
    const matched = matchedItems(own, other);
    expect(matched.size).toBe(items.length - 1);
    expect([matched.get("id 4"), matched.get("id 6")]).toEqual(["there 4", undefined]);
  });

  test("comes to what the records come to, by the other cohort's minutes", () => {
    const record = (minutes: number, completes = false) => ({
      milestoneId: "id 4",
      minutes,
      completes,
      source: "self_recorded" as const,
      live: true,
    });
    const from = [
      {
        ...item(4),
        id: "id 4",
        tally: { minutesRecorded: 0, completed: false, credited: false, required: true },
      },
    ];
    const of = (records: ReturnType<typeof record>[]) =>
      carriedItems(from, records, [there(item(4))] as never)[0]?.tally;
    expect(of([record(90), record(60)])).toMatchObject({ minutesRecorded: 150, completed: false });
    expect(of([record(480)])).toMatchObject({ completed: true });
    expect(of([record(10, true)])).toMatchObject({ completed: true });
    expect(of([{ ...record(480), live: false }])).toMatchObject({ minutesRecorded: 0 });
  });
});
