import { describe, expect, it } from "vitest";
import { linkExpiry } from "@/lib/asking";
import { londonTime } from "@/lib/dates";
import { mentorEmail } from "@/lib/mentoring/emails";
import { letterFor } from "@/lib/mentoring/letters";
import { isWholeReport } from "@/lib/mentoring/report-answers";
import { CHECK_IN_STATES, mentorForm } from "@/lib/mentoring/schema";
import { isWhole, itemStanding, LINK_DAYS, MOVES, moved } from "@/lib/mentoring/states";
import type { Waiting } from "@/lib/mentoring/waiting";

const AT = londonTime("2026-10-12", "09:32");
const nothing: Waiting = {
  mentorId: "m1",
  mentorName: "Helen Marchbank",
  email: "helen@example.org",
  participant: "Amara Okafor",
  programme: "NPQEL",
  cohort: "Spring 2026",
  welcomed: true,
  milestoneId: null,
  kind: "mentor_check_in",
  module: null,
  closesOn: null,
  metOn: null,
  askedAt: null,
  remindedAt: null,
};
const checkIn: Waiting = {
  ...nothing,
  milestoneId: "c1",
  module: 1,
  closesOn: "2026-09-30",
  metOn: "2026-09-25",
};
const report: Waiting = {
  ...checkIn,
  mentorId: "m2",
  participant: "Victor Amadi",
  milestoneId: "r1",
  kind: "impact_report",
  module: 2,
  closesOn: "2027-04-30",
};
const asked = (day: string, reminded?: string) => ({
  askedAt: londonTime(day, "17:00"),
  remindedAt: reminded ? londonTime(reminded, "09:32") : null,
});

describe("a check-in's moves", () => {
  it("are these and no others", () => {
    const table = Object.keys(MOVES).map((move) => [
      move,
      CHECK_IN_STATES.filter((state) => moved(move as keyof typeof MOVES, state)),
    ]);
    expect(Object.fromEntries(table)).toEqual({
      save: ["draft", "sent", "disputed"],
      send: ["draft"],
      confirm: ["sent"],
      dispute: ["sent"],
    });
  });

  it.each([
    [{ completed: true, checkIn: "sent" as const }, "done"],
    [{ required: false }, "not_required"],
    [{ opensOn: "2026-10-13" }, "upcoming"],
    [{ opensOn: null }, "upcoming"],
    [{}, "open"],
    [{ checkIn: "draft" as const }, "draft"],
    [{ checkIn: "sent" as const }, "waiting"],
    [{ checkIn: "disputed" as const }, "disputed"],
    [{ kind: "impact_report" as const }, "waiting"],
    [{ kind: "impact_report" as const, opensOn: "2027-04-01" }, "upcoming"],
  ])("%j stands as %s", (facts, standing) => {
    const item = {
      kind: "mentor_check_in",
      opensOn: "2026-09-01",
      required: true,
      completed: false,
      checkIn: null,
    } as const;
    expect(itemStanding({ ...item, ...facts }, "2026-10-12")).toBe(standing);
  });

  it("nothing may be missing in what is sent", () => {
    expect(isWhole({ metOn: "2026-09-25", talkedAbout: "a", nextSteps: "b" })).toBe(true);
    for (const gap of [{ metOn: null }, { talkedAbout: "" }, { nextSteps: "" }])
      expect(isWhole({ metOn: "2026-09-25", talkedAbout: "a", nextSteps: "b", ...gap })).toBe(false);
    const whole = { extent: "clearly", changes: "a", evidence: "b", hindered: "", support: "c" } as const;
    expect(isWholeReport(whole)).toBe(true);
    for (const gap of [{ extent: null }, { changes: "" }, { evidence: "" }, { support: "" }])
      expect(isWholeReport({ ...whole, ...gap })).toBe(false);
  });
});

describe("what is written to a mentor", () => {
  it.each<[string, Waiting[], boolean, string | undefined]>([
    ["nobody names them", [], true, undefined],
    ["nothing waits", [nothing], false, undefined],
    ["nothing waits, and a new link is wanted", [nothing], true, "again"],
    ["they were named", [{ ...nothing, welcomed: false }], false, "named"],
    ["something is new", [{ ...checkIn }], false, "asked"],
    ["asked six days ago", [{ ...checkIn, ...asked("2026-10-06") }], false, undefined],
    ["asked seven days ago", [{ ...checkIn, ...asked("2026-10-05") }], false, "reminder"],
    ["reminded once", [{ ...checkIn, ...asked("2026-10-01", "2026-10-08") }], false, undefined],
    [
      "asked fourteen days ago, reminded once",
      [{ ...checkIn, ...asked("2026-09-28", "2026-10-05") }],
      false,
      "reminder",
    ],
    ["reminded twice", [{ ...checkIn, ...asked("2026-09-01", "2026-09-15") }], false, undefined],
  ])("%s", (_, rows, again, why) => {
    expect(letterFor(rows, AT, again)?.why).toBe(why);
  });

  it("is one e-mail for all participants and all that waits", () => {
    const letter = letterFor(
      [
        { ...checkIn, ...asked("2026-10-05") },
        { ...report, welcomed: false },
      ],
      AT,
    );
    if (!letter) throw new Error("no letter");
    expect(letter).toMatchObject({
      why: "asked",
      asked: [{ milestoneId: "r1" }],
      reminded: [{ milestoneId: "c1" }],
    });
    const { subject, text } = mentorEmail(letter, {
      token: "t".repeat(43),
      expiresAt: linkExpiry(AT, LINK_DAYS),
    });
    expect(subject).toBe("2 things wait for you");
    expect(text).toContain("- Amara Okafor: confirm your check-in of 25 September 2026");
    expect(text).toContain("- Victor Amadi: the programme impact report after module 2, by 30 April 2027");
    expect(text).toContain("It works until Friday 11 December 2026.");
    expect(text).toContain(`/mentor/${"t".repeat(43)}`);
  });
});

it("a mentor's address is kept as every other, and nothing more is taken from the form", () => {
  const form = {
    seen: "",
    name: " Helen  Marchbank ",
    email: "Helen@Example.org ",
    jobTitle: "Chief executive",
  };
  expect(mentorForm.parse(form)).toMatchObject({ name: "Helen Marchbank", email: "helen@example.org" });
  expect(mentorForm.safeParse({ ...form, cohortId: "x" }).success).toBe(false);
  expect(mentorForm.safeParse({ ...form, seen: "x" }).success).toBe(false);
});
