import { describe, expect, test } from "vitest";
import { changedLines, changesBetween } from "@/lib/programmes/changes";
import { prospectusOf } from "@/lib/programmes/schema";
import { factsForm, voicesForm } from "@/lib/programmes/schema-editing";
import { hoursForm } from "@/lib/programmes/schema-hours";
import { demonstration } from "@/prisma/seed/demonstration/programme";
import { npqel } from "@/prisma/seed/npqel";

const before = npqel.programme;

describe("what changes", () => {
  test("nothing, where nothing does", () => {
    expect(changesBetween(before, structuredClone(before))).toEqual([]);
  });

  test("a fact, a section, an order, one of each kind", () => {
    const [first, second, ...rest] = before.sections;
    if (!first || !second) throw new Error("no sections");
    const after = {
      ...before,
      feePence: 420_000,
      sections: [second, { ...first, body: "Shorter." }, ...rest.slice(1)],
      voices: [],
    };
    expect(changesBetween(before, after).map(({ part, what, isFact }) => [part, what, isFact])).toEqual([
      ["fact feePence", "changed", true],
      ["section why-join", "changed", false],
      [`section ${rest[0]?.key}`, "removed", false],
      ["sections", "moved", false],
      ["voices", "changed", false],
    ]);
  });

  test("lines that go and come, and not those that stay", () => {
    expect(changedLines("a\nb\n\nc", "a\nx\nc\nd")).toEqual([
      { kind: "removed", text: "b" },
      { kind: "added", text: "x" },
      { kind: "added", text: "d" },
    ]);
  });

  test("two very long texts are shown whole", () => {
    const long = Array.from({ length: 2_000 }, (_, index) => `line ${index}`).join("\n");
    expect(changedLines(long, `${long}\nmore`)).toHaveLength(4_001);
  });
});

describe("what staff type", () => {
  const reason = (result: {
    success: boolean;
    error?: { issues: { path: PropertyKey[]; message: string }[] };
  }) => result.error?.issues.map(({ path, message }) => `${path.join()}: ${message}`);

  test("a voice says when it is from, and has both parts", () => {
    const typed = {
      token: "1-0-0",
      who0: "A participant",
      report0: "Useful.",
      who1: "",
      report1: "Who said it?",
    };
    expect(reason(voicesForm.safeParse(typed))).toEqual([
      expect.stringMatching(/^who0: Say which year/),
      "who1: Enter who told us, and when",
    ]);
    const good = voicesForm.parse({
      token: "",
      who0: "A participant of 2025",
      report0: "Useful.",
      who1: "",
      report1: "",
    });
    expect(good.voices).toEqual([{ who: "A participant of 2025", report: "Useful." }]);
  });

  test("hours are whole minutes, and an empty row is left out", () => {
    const row = { component0: "Study", count0: "1", minutes0: "600", publishedAs0: "" };
    const parsed = hoursForm.parse({
      token: "",
      ...row,
      component1: "",
      count1: "",
      minutes1: "",
      publishedAs1: "",
    });
    expect(parsed.hours).toEqual([{ component: "Study", count: 1, minutes: 600, publishedAs: null }]);
    expect(reason(hoursForm.safeParse({ token: "", ...row, minutes0: "1.5" }))).toHaveLength(1);
    expect(reason(hoursForm.safeParse({ token: "" }))).toEqual(["component0: Enter at least one part"]);
    expect(hoursForm.safeParse({ token: "", ...row, extra: "x" }).success).toBe(false);
  });

  test.each([
    ["4099", 409_900],
    ["£4,099.50", 409_950],
    ["1.15", 115],
    ["4,0x9", null],
    ["-1", null],
    ["12345678", null],
    ["", null],
  ])("a fee typed as %s", (typed, pence) => {
    const parsed = factsForm.shape.feePence.safeParse(typed);
    expect(parsed.success ? parsed.data : null).toBe(pence);
  });
});

test("the sums of a preview are those of the public page", () => {
  expect(prospectusOf("", before)).toMatchObject({ vatPence: 81_980, feeWithVatPence: 491_880 });
});

test("the demonstration's hours add up to its learning time", () => {
  const { hours, learningMinutes } = demonstration.programme;
  expect(hours.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(learningMinutes);
});
