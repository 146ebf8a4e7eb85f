import { describe, expect, it } from "vitest";
import { closingDaysToRemind, draftReminderDue, isDaytime } from "@/lib/applications/draft-reminders";
import { totalsOf } from "@/lib/applications/equality-totals";
import { EQUALITY, EQUALITY_QUESTIONS, equalityForm } from "@/lib/applications/schema-equality";

const GROUPS = ["asian", "black", "mixed", "white", "other"];
/** What is shown of those numbers of answers about ethnic groups, and their total. */
function shown(...counts: number[]): (number | null | undefined)[] {
  const counted = GROUPS.map((answer, at) => ({ question: "ethnic_group", answer, count: counts[at] ?? 0 }));
  const silent = { question: "ethnic_group", answer: "prefer_not", count: 3 };
  const found = totalsOf([...counted, silent]).find(({ question }) => question === "ethnic_group");
  return [...(found?.rows.map(({ count }) => count) ?? []), found?.total];
}

describe("equality totals", () => {
  it("are shown where every number is five or more, without those who prefer not to say", () => {
    expect(shown(12, 8, 5, 30, 9)).toEqual([12, 8, 5, 30, 9, 64]);
  });

  it("hide a number below five, the smallest of the others with it, and the total", () => {
    expect(shown(12, 8, 4, 30, 9)).toEqual([12, null, null, 30, 9, null]);
    expect(shown(12, 8, 0, 30, 9)).toEqual([12, null, null, 30, 9, null]);
    expect(shown(3, 2, 30, 9, 7)).toEqual([null, null, 30, 9, 7, null]);
    expect(shown(0, 0, 0, 0, 0)).toEqual([null, null, null, null, null, null]);
  });

  it("never let a hidden number be had by taking away, whatever the numbers", () => {
    for (let a = 0; a < 9; a++)
      for (let b = 0; b < 9; b++)
        for (let c = 0; c < 9; c++) {
          const all = shown(a, b, c, 7, 20);
          const [total, counts] = [all.at(-1), all.slice(0, -1)];
          const hidden = counts.filter((count) => count === null).length;
          expect(hidden).not.toBe(1);
          if (hidden > 0) expect(total).toBeNull();
          for (const count of counts) expect(count ?? 5).toBeGreaterThanOrEqual(5);
        }
  });

  it("have a table for every question, also for one that nobody has answered", () => {
    expect(totalsOf([]).map(({ question }) => question)).toEqual(EQUALITY_QUESTIONS);
  });
});

describe("the equality form", () => {
  it("takes some answers, none, or all passed over", () => {
    expect(equalityForm.parse({ sex: "female", age: "" })).toEqual({ sex: "female" });
    expect(equalityForm.parse({})).toEqual({});
    expect(equalityForm.parse({ sex: "female", skip: "yes" })).toEqual({});
  });

  it.each([{ sex: "unknown" }, { sex: ["female", "male"] }, { name: "Bashir" }, { skip: "no" }])(
    "refuses %j",
    (form) => expect(equalityForm.safeParse(form).success).toBe(false),
  );

  it("fits what is kept of it", () => {
    for (const question of EQUALITY_QUESTIONS) {
      expect(question.length).toBeLessThanOrEqual(40);
      expect(Object.keys(EQUALITY[question].answers).at(-1)).toBe("prefer_not");
    }
  });
});

describe("reminders of a draft", () => {
  const closesOn = "2027-03-26";
  const begun = new Date("2026-11-23T09:00:00Z");
  const due = (day: string, createdAt = begun) =>
    draftReminderDue({ createdAt, closesOn }, new Date(`${day}T12:00:00Z`));

  it.each([
    ["2027-03-11", null],
    ["2027-03-12", 14],
    ["2027-03-14", 14],
    ["2027-03-15", null],
    ["2027-03-22", null],
    ["2027-03-23", 3],
    ["2027-03-25", 3],
    ["2027-03-26", null],
    ["2027-03-27", null],
  ])("on %s: %s", (day, days) => {
    expect(due(day)).toBe(days);
    if (days) expect(closingDaysToRemind(day)).toContain(closesOn);
    else expect(closingDaysToRemind(day)).not.toContain(closesOn);
  });

  it("are not for somebody who has only just begun", () => {
    expect(due("2027-03-12", new Date("2027-03-12T08:00:00Z"))).toBeNull();
    expect(due("2027-03-23", new Date("2027-03-12T08:00:00Z"))).toBe(3);
  });

  it.each([
    ["2027-03-12T07:59:00Z", false],
    ["2027-03-12T08:00:00Z", true],
    ["2027-03-12T19:59:00Z", true],
    ["2027-03-12T20:00:00Z", false],
    // Summer time: 8:00 in London is 7:00 UTC.
    ["2027-06-12T07:00:00Z", true],
  ])("at %s by day: %s", (at, daytime) => expect(isDaytime(new Date(at))).toBe(daytime));
});
