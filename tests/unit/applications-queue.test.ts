import { describe, expect, it } from "vitest";
import { lastOverdueDay, readByDay } from "@/lib/applications/deadlines";
import { queueAddress, queueFilters, shownSort, shownStates } from "@/lib/applications/schema-queue";
import { type Standing, waitingOn } from "@/lib/applications/waiting-on";

describe("the queue's filters", () => {
  it("leave out what they do not know", () => {
    const forged = {
      state: "everything",
      cohort: "1 or 1=1",
      q: "a\u0000b",
      page: "275760",
      region: "x".repeat(200),
      phase: "\u0000",
      funding: "a bank",
      on: "godot",
      age: "-1",
      sort: "password",
    };
    expect(queueFilters.parse(forged)).toEqual({ page: 1 });
    expect(queueFilters.parse({ state: ["draft", "offered"], q: ["a", "b"] })).toEqual({ page: 1 });
    expect(queueFilters.parse({ q: "x".repeat(101) })).toEqual({ page: 1 });
    // A form sends what was not chosen as empty.
    const empty = { state: "", cohort: "", region: "", phase: "", funding: "", on: "", age: "", sort: "" };
    expect(queueFilters.parse(empty)).toEqual({ page: 1 });
  });

  it("keep what they know", () => {
    const known = { state: "offered", region: "North West", on: "sponsor", age: "late", sort: "name" };
    expect(queueFilters.parse({ ...known, q: "  Noor ", page: "3", utm: "x" })).toEqual({
      ...known,
      q: "Noor",
      page: 3,
    });
  });

  it("stand in the address, and anything changed leads back to the first page", () => {
    const filters = queueFilters.parse({ state: "offered", region: "North West", page: "3" });
    expect(queueAddress(filters)).toBe("/staff/applications?state=offered&region=North+West");
    expect(queueAddress(filters, { page: 4 })).toBe(
      "/staff/applications?state=offered&region=North+West&page=4",
    );
    expect(queueAddress(filters, { state: undefined, region: undefined })).toBe("/staff/applications");
    const again = Object.fromEntries(new URL(queueAddress(filters, { page: 3 }), "http://x").searchParams);
    expect(queueFilters.parse(again)).toEqual(filters);
  });
});

describe("what a view of the queue shows", () => {
  it("is what waits, or everything when somebody is looked for, unless one says", () => {
    expect(shownStates({})).toBe("waiting");
    expect(shownStates({ q: "Noor" })).toBe("all");
    expect(shownStates({ q: "Noor", state: "waiting" })).toBe("waiting");
    expect(shownStates({ state: "rejected" })).toBe("rejected");
  });

  it("has the longest waiting first, or the latest where nothing waits, unless one says", () => {
    expect(shownSort({})).toBe("waiting");
    expect(shownSort({ state: "offered" })).toBe("waiting");
    expect(shownSort({ state: "rejected" })).toBe("submitted");
    expect(shownSort({ q: "Noor" })).toBe("submitted");
    expect(shownSort({ state: "rejected", sort: "score" })).toBe("score");
  });
});

describe("on whom an application waits", () => {
  type Outcome = "endorsed" | "declined" | "wrong_person" | null;
  const asked = (outcome: Outcome, endedAt: Date | null = null) => ({ outcome, endedAt });
  const ended = asked(null, new Date("2026-11-01T09:00:00Z"));
  const cases: [string, Partial<Standing>, string][] = [
    ["sent, sponsor not asked", { state: "submitted" }, "staff sponsor"],
    ["sent, sponsor asked", { state: "submitted", endorsements: [asked(null)] }, "staff sponsor"],
    ["sent, endorsed", { state: "submitted", endorsements: [asked("endorsed")] }, "staff"],
    ["under review, sponsor declined", { endorsements: [asked("declined")] }, "staff"],
    ["under review, wrong person", { endorsements: [asked("wrong_person")] }, "staff applicant"],
    ["another sponsor named since", { endorsements: [asked("wrong_person"), asked(null)] }, "staff sponsor"],
    ["a new link sent", { endorsements: [ended, asked("endorsed")] }, "staff"],
    ["waiting list, no place", { state: "waitlisted", endorsements: [asked("endorsed")] }, "nobody"],
    [
      "waiting list, a place free",
      { state: "waitlisted", placeFree: true, endorsements: [asked("endorsed")] },
      "staff",
    ],
    ["waiting list, no place, not endorsed", { state: "waitlisted" }, "sponsor"],
    ["offered", { state: "offered", endorsements: [asked("endorsed")] }, "applicant"],
    ["offered without the sponsor", { state: "offered" }, "applicant"],
    ["accepted", { state: "accepted" }, "nobody"],
    ["rejected", { state: "rejected" }, "nobody"],
    ["withdrawn", { state: "withdrawn", endorsements: [ended] }, "nobody"],
    ["a draft", { state: "draft" }, "applicant"],
  ];
  it.each(cases)("%s", (_, facts, who) => {
    const standing: Standing = { state: "under_review", endorsements: [], placeFree: false, ...facts };
    expect(waitingOn(standing).join(" ")).toBe(who);
  });
});

describe("the last day whose promised answer is overdue", () => {
  it.each(["2026-11-23", "2026-12-14", "2026-12-15", "2026-12-19", "2026-12-20", "2026-12-21"])(
    "is right on %s",
    (today) => {
      const day = lastOverdueDay(today);
      expect(readByDay(day) < today).toBe(true);
      const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
      expect(readByDay(next) < today).toBe(false);
    },
  );
});
