import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { correctionForm, studyForm } from "@/app/dashboard/route-map/forms";
import { firstName, greeting } from "@/components/dashboard/greeting";
import { markValues, reviewOf, tooLong } from "@/lib/events/register-review";
import { registerForm, scheduleForm } from "@/lib/events/schema";

const study = { hours: "1", minutes: "30", happenedOn: "2026-11-20", note: "", formKey: randomUUID() };

describe("study time as people type it", () => {
  test.each([
    ["1", "30", 90],
    ["", "45", 45],
    ["2", "", 120],
    ["", "90", 90],
    ["12", "0", 720],
  ])("%j hours and %j minutes are %i minutes", (hours, minutes, expected) => {
    const parsed = studyForm.parse({ ...study, hours, minutes });
    expect(parsed.minutes).toBe(expected);
    expect(parsed).not.toHaveProperty("hours");
  });

  test.each([
    ["", ""],
    ["0", "4"],
    ["12", "1"],
    ["1.5", ""],
    ["-1", "30"],
    ["13", "0"],
    ["1", "9999"],
    ["one", "0"],
  ])("%j hours and %j minutes are refused", (hours, minutes) => {
    expect(studyForm.safeParse({ ...study, hours, minutes }).success).toBe(false);
    expect(correctionForm.safeParse({ ...study, hours, minutes }).success).toBe(false);
  });

  test("a field that does not belong is refused", () => {
    expect(studyForm.safeParse({ ...study, enrolmentId: randomUUID() }).success).toBe(false);
  });
});

describe("the register's form", () => {
  const [amara, ben] = [randomUUID(), randomUUID()];

  test("takes marks by enrolment and its step", () => {
    const { step, marks } = registerForm.parse({ step: "save", [`mark-${amara}`]: "present" });
    expect([step, ...marks]).toEqual(["save", [amara, { mark: "present" }]]);
  });

  test.each([
    [{ step: "save" }],
    [{ step: "review", "mark-x": "present" }],
    [{ step: "review", [`mark-${amara}`]: "late" }],
    [{ step: "review", [`mark-${amara}`]: "present", role: "administrator" }],
  ])("refuses %j", (form) => {
    expect(registerForm.safeParse(form).success).toBe(false);
  });

  test("shows what saving would change", () => {
    const row = (enrolmentId: string, fullName: string, mark: "present" | null) => ({
      enrolmentId,
      fullName,
      mark,
      workplace: "Northfield Trust",
      minutes: mark && 120,
      sorry: false,
      sorryNote: "",
      own: false,
      otherGroup: null,
      by: null,
      at: null,
    });
    const rows = [row(amara, "Amara Okafor", "present"), row(ben, "Ben Lister", null)];
    expect(reviewOf({ rows, version: "v1" }, new Map([[amara, { mark: "absent" }]]))).toEqual({
      present: 0,
      part: 0,
      absent: 1,
      unmarked: 1,
      changes: [{ fullName: "Amara Okafor", from: "present", to: "absent", by: "" }],
      theirs: [],
      firstTime: false,
      version: "v1",
    });
    const part = new Map([[amara, { mark: "part", minutes: 45 } as const]]);
    expect(reviewOf({ rows, version: "v1" }, part)).toMatchObject({
      part: 1,
      changes: [{ fullName: "Amara Okafor", from: "present", to: "there for 45 min" }],
    });
    expect(tooLong(part, 45)).toHaveProperty([`minutes-${amara}`]);
    expect(tooLong(part, 46)).toEqual({});
    expect(registerForm.parse({ step: "review", ...markValues(rows, part) }).marks).toEqual(part);
  });

  test.each(["", "0", "-5", "1.5", "forty", "12345"])("asks for the minutes of a part: not %j", (minutes) => {
    const form = { step: "review", [`mark-${amara}`]: "part", [`minutes-${amara}`]: minutes };
    const { error } = registerForm.safeParse(form);
    expect(error?.issues.map(({ path }) => path[0])).toEqual([`minutes-${amara}`]);
    expect(registerForm.safeParse({ ...form, [`mark-${amara}`]: "absent" }).success).toBe(true);
  });
});

describe("a new event's form", () => {
  const event = {
    formKey: randomUUID(),
    milestoneId: randomUUID(),
    title: "",
    place: "Online",
    firstDay: "2026-12-03",
    startTime: "16:00",
    lastDay: "",
    endTime: "18:00",
    peerGroupId: "",
    facilitatorId: "",
    capacity: "",
    choiceUntil: "",
  };

  test("takes what the page sends", () => {
    expect(scheduleForm.safeParse(event).success).toBe(true);
  });

  test.each([
    ["firstDay", "275760-01-01"],
    ["firstDay", "2026-02-30"],
    ["startTime", "25:00"],
    ["endTime", ""],
    ["place", " "],
    ["place", "On\u0000line"],
    ["milestoneId", ""],
    ["lastDay", "soon"],
  ])("refuses %s %j by name", (field, value) => {
    const parsed = scheduleForm.safeParse({ ...event, [field]: value });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});

test.each([
  ["Amara Okafor", "Amara"],
  ["Dr Amara Okafor", "Amara"],
  ["Dr Okafor", "Dr Okafor"],
  ["Amara", "Amara"],
])("%s is greeted as %s", (name, expected) => {
  expect(firstName(name)).toBe(expected);
});

test.each([
  [4, "Good evening"],
  [5, "Good morning"],
  [12, "Good afternoon"],
  [18, "Good evening"],
])("at %i o’clock: %s", (hour, expected) => {
  expect(greeting(hour)).toBe(expected);
});
