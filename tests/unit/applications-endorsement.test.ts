import { describe, expect, it } from "vitest";
import { type Asking, expiryOf, resendFrom, standingOf } from "@/lib/applications/endorsement/states";
import { APPLICATION_STATES } from "@/lib/applications/schema";
import { answerForm } from "@/lib/applications/schema-endorsement";
import { isOfficeTime, reminderDue } from "@/lib/asking";
import { londonTime } from "@/lib/dates";

const asked = londonTime("2026-11-02", "17:05");
const asking: Asking = {
  askedAt: asked,
  expiresAt: expiryOf(asked),
  remindedAt: null,
  endedAt: null,
  outcome: null,
};
const at = (day: string, time = "10:00") => londonTime(day, time);

describe("how an asking stands", () => {
  it("runs out at 23:59 in London on its 28th day", () => {
    expect(standingOf(asking, "submitted", at("2026-11-30", "23:59"))).toBe("waiting");
    expect(standingOf(asking, "submitted", at("2026-12-01", "00:00"))).toBe("expired");
  });

  it.each([
    ["2026-09-28", "2026-10-26T23:59:59.999Z", "asked in summer time, ends in winter time"],
    ["2027-03-01", "2027-03-29T22:59:59.999Z", "asked in winter time, ends in summer time"],
    ["2026-09-27", "2026-10-25T23:59:59.999Z", "ends on the night the clocks go back"],
    ["2027-02-28", "2027-03-28T22:59:59.999Z", "ends on the day they go forward"],
  ])("asked on %s it ends at %s: %s", (day, end) => {
    expect(expiryOf(at(day, "23:30")).toISOString()).toBe(end);
  });

  it("is closed once the application needs no answer, in every state", () => {
    const open = ["submitted", "under_review", "waitlisted", "offered"];
    for (const state of APPLICATION_STATES)
      expect(standingOf(asking, state, asked), state).toBe(open.includes(state) ? "waiting" : "closed");
  });

  it("is what was answered, whatever came later", () => {
    expect(standingOf({ ...asking, outcome: "endorsed" }, "withdrawn", at("2027-11-02"))).toBe("endorsed");
  });

  it("is replaced when a newer link was sent, expired or not", () => {
    expect(standingOf({ ...asking, endedAt: asked }, "submitted", at("2027-01-02"))).toBe("replaced");
  });
});

describe("reminders", () => {
  it.each([
    ["2026-11-08", null, false],
    ["2026-11-09", null, true],
    ["2026-11-12", "2026-11-09", false],
    ["2026-11-15", "2026-11-09", false],
    ["2026-11-16", "2026-11-09", true],
    ["2026-11-29", "2026-11-16", false],
    // Nothing ran for two weeks: one reminder makes up for both.
    ["2026-11-17", null, true],
    ["2026-11-18", "2026-11-17", false],
  ])("on %s, last reminded %s: %s", (day, last, due) => {
    expect(reminderDue({ ...asking, remindedAt: last ? at(last) : null }, at(day))).toBe(due);
  });

  it("count London's days when the clocks change", () => {
    const before = { ...asking, askedAt: at("2026-10-20", "00:30") };
    expect(reminderDue(before, at("2026-10-26", "23:45"))).toBe(false);
    expect(reminderDue(before, at("2026-10-27", "00:05"))).toBe(true);
    const spring = { ...asking, askedAt: at("2027-03-25", "23:30") };
    expect(reminderDue(spring, at("2027-04-01", "00:15"))).toBe(true);
  });

  it("go out in office hours of London's working days", () => {
    expect(isOfficeTime(at("2026-11-23", "08:59"))).toBe(false);
    expect(isOfficeTime(at("2026-11-23", "09:00"))).toBe(true);
    expect(isOfficeTime(at("2026-11-23", "16:59"))).toBe(true);
    expect(isOfficeTime(at("2026-11-23", "17:00"))).toBe(false);
    expect(isOfficeTime(new Date("2027-06-01T08:30:00Z")), "9:30 in summer").toBe(true);
    expect(isOfficeTime(at("2026-11-21", "11:00")), "a Saturday").toBe(false);
    expect(isOfficeTime(at("2026-11-22", "11:00")), "a Sunday").toBe(false);
  });
});

describe("sending again", () => {
  const times = (...days: string[]) => days.map((day) => ({ askedAt: at(day) }));
  it("is possible a day after the last time, and five times", () => {
    expect(resendFrom(times("2026-11-02"))).toEqual(at("2026-11-03"));
    const five = ["2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06"];
    expect(resendFrom(times(...five))).toEqual(at("2026-11-07"));
    expect(resendFrom(times(...five, "2026-11-07"))).toBeNull();
  });

  it("does not count reminders", () => {
    expect(resendFrom([...times("2026-11-02"), ...times("2026-11-02")])).toEqual(at("2026-11-03"));
  });
});

describe("the sponsor's form", () => {
  const problems = (form: Record<string, unknown>) =>
    answerForm.safeParse(form).error?.issues.map(({ path }) => path[0]);

  it("asks for both commitments and a job title of who endorses", () => {
    expect(problems({ answer: "endorsed" })).toEqual(["releasesTime", "supportsMentor", "jobTitle"]);
    const all = { releasesTime: "yes", supportsMentor: "yes", jobTitle: "Chief executive" };
    expect(answerForm.parse({ answer: "endorsed", ...all, reason: "typed, then thought again" })).toEqual({
      outcome: "endorsed",
      jobTitle: "Chief executive",
      note: "",
      releasesTime: true,
      supportsMentor: true,
    });
  });

  it("asks why of who declines, and nothing of the wrong person", () => {
    expect(problems({ answer: "declined" })).toEqual(["reason"]);
    expect(answerForm.parse({ answer: "declined", reason: "Not now.", releasesTime: "yes" })).toMatchObject({
      note: "Not now.",
      releasesTime: false,
    });
    expect(answerForm.parse({ answer: "wrong_person", rightPerson: "Mrs Devine" }).note).toBe("Mrs Devine");
  });

  it("takes neither an unknown answer nor a field more", () => {
    expect(problems({})).toEqual(["answer"]);
    expect(problems({ answer: "accepted" })).toEqual(["answer"]);
    expect(answerForm.safeParse({ answer: "wrong_person", outcome: "endorsed" }).success).toBe(false);
  });
});
