import { describe, expect, it } from "vitest";
import type { Register } from "@/lib/engagement/schema";
import { foundCode, markValues, proposedMark, reviewOf, withTheirs } from "@/lib/events/register-review";
import { type GivenMark, registerForm } from "@/lib/events/schema";

type Row = Register["rows"][number];
const [AMARA, BEN, CHIDI] = ["1", "2", "3"].map((n) => `0199a000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const SIX = new Date("2026-11-20T18:05:00Z");
const row = (
  enrolmentId: string,
  fullName: string,
  mark: Row["mark"],
  minutes: number | null = null,
): Row => ({
  ...{ enrolmentId, fullName, mark, minutes },
  ...{ workplace: "Northfield Primary", sorry: false, sorryNote: "", own: false, otherGroup: null },
  by: mark && "Ruth Calder",
  at: mark && SIX,
});
const marks = (...given: [string, GivenMark][]) => new Map(given);
const present: GivenMark = { mark: "present" };
const absent: GivenMark = { mark: "absent" };

describe("two who take the same register", () => {
  it("who did not touch what the other saved leaves it as it is, and is told", () => {
    const rows = [row(AMARA, "Amara", "absent", 0), row(BEN, "Ben", "part", 45), row(CHIDI, "Chidi", null)];
    const found = withTheirs(
      rows,
      marks([AMARA, present], [CHIDI, present]),
      new Map([
        [AMARA, "present"],
        [BEN, ""],
        [CHIDI, ""],
      ]),
    );
    expect([...found.marks]).toEqual([
      [AMARA, { mark: "absent" }],
      [CHIDI, present],
      [BEN, { mark: "part", minutes: 45 }],
    ]);
    expect(found.theirs).toEqual([
      { fullName: "Amara", from: "present", to: "absent", by: "Ruth Calder, 18:05" },
      { fullName: "Ben", from: "not marked", to: "there for 45 min", by: "Ruth Calder, 18:05" },
    ]);
    expect(reviewOf({ rows, version: "v" }, found.marks, found.theirs)).toMatchObject({
      present: 1,
      part: 1,
      absent: 1,
      changes: [],
    });
  });

  it("where both changed the same mark, one's own is kept and shown beside theirs", () => {
    const rows = [row(AMARA, "Amara", "absent", 0)];
    const found = withTheirs(rows, marks([AMARA, present]), new Map([[AMARA, ""]]));
    expect(found).toEqual({ marks: marks([AMARA, present]), theirs: [] });
    expect(reviewOf({ rows, version: "v" }, found.marks).changes).toEqual([
      { fullName: "Amara", from: "absent", to: "present", by: "Ruth Calder, 18:05" },
    ]);
  });

  it("who can come after all is not absent because the form was opened before they said so", () => {
    const sorry = { ...row(BEN, "Ben", null), sorry: true };
    const opened = [row(AMARA, "Amara", null), sorry];
    const was = new Map(opened.map((each) => [each.enrolmentId, foundCode(each)]));
    const given = marks([AMARA, present], [BEN, absent]);
    expect(withTheirs(opened, given, was).marks).toEqual(given);
    const after = [row(AMARA, "Amara", null), row(BEN, "Ben", null)];
    expect(withTheirs(after, given, was)).toEqual({ marks: marks([AMARA, present]), theirs: [] });
    const came = marks([AMARA, present], [BEN, present]);
    expect(withTheirs(after, came, was).marks).toEqual(came);
  });

  it("nothing was saved meanwhile: everything is as it was given", () => {
    const rows = [row(AMARA, "Amara", "present", 120), row(BEN, "Ben", null)];
    const given = marks([AMARA, absent], [BEN, present]);
    expect(withTheirs(rows, given, new Map([[AMARA, "present"]]))).toEqual({ marks: given, theirs: [] });
  });
});

describe("the form", () => {
  const parse = (fields: Record<string, string>) => registerForm.safeParse({ step: "review", ...fields });

  it("reads back what it was filled with", () => {
    const rows = [row(AMARA, "Amara", "part", 45), row(BEN, "Ben", null)];
    const given = marks([AMARA, { mark: "part", minutes: 50 }], [BEN, absent]);
    const { data } = parse({ ...markValues(rows, given), reason: " The bus   was late " });
    expect(data?.marks).toEqual(given);
    expect(data?.was).toEqual(
      new Map([
        [AMARA, "45"],
        [BEN, ""],
      ]),
    );
    expect(data?.reason).toBe("The bus was late");
  });

  it.each([
    { [`was-${AMARA}`]: "late" },
    { [`mark-${AMARA}`]: "late" },
    { "was-1": "present" },
    { role: "administrator" },
    { [`mark-${AMARA}`]: "present", reason: "x".repeat(301) },
    { [`mark-${AMARA}`]: "present", reason: "a\u0000b" },
  ])("refuses %j", (fields) => {
    expect(parse(fields as unknown as Record<string, string>).success).toBe(false);
  });
});

describe("who has said that they cannot come", () => {
  const said = { ...row(AMARA, "Amara", null), sorry: true };

  it("is proposed as absent, until there is a mark", () => {
    expect([proposedMark(said), foundCode(said)]).toEqual(["absent", "absent"]);
    const there = { ...row(AMARA, "Amara", "part", 45), sorry: true };
    expect([proposedMark(there), foundCode(there)]).toEqual(["part", "45"]);
    expect(proposedMark(row(BEN, "Ben", null))).toBe(null);
    expect(markValues([said], new Map())).toEqual({ [`was-${AMARA}`]: "absent" });
  });

  it("and the proposal gives way to what somebody else has saved meanwhile", () => {
    const rows = [{ ...row(AMARA, "Amara", "present", 120), sorry: true }];
    const found = withTheirs(rows, marks([AMARA, absent]), new Map([[AMARA, "absent"]]));
    expect([...found.marks]).toEqual([[AMARA, present]]);
    expect(reviewOf({ rows: [said], version: "v" }, marks([AMARA, absent]))).toMatchObject({
      absent: 1,
      changes: [],
    });
  });
});
