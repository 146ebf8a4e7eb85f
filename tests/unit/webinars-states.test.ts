import { describe, expect, it } from "vitest";
import { londonTime } from "@/lib/dates";
import { registrationForm, webinarForm } from "@/lib/webinars/schema";
import {
  allows,
  forgottenBefore,
  isNear,
  isReminderHour,
  MOVES,
  placesWords,
  remindedSpan,
  stateOf,
  type WebinarFacts,
  whenWords,
} from "@/lib/webinars/states";

const NINE = new Date("2026-11-23T09:00:00Z");
const FACTS: WebinarFacts = {
  startsAt: londonTime("2026-12-03", "16:00"),
  endsAt: londonTime("2026-12-03", "16:45"),
  capacity: 40,
  placesTaken: 12,
  publishedAt: NINE,
  cancelledAt: null,
};

describe("where a webinar stands", () => {
  it.each([
    ["draft", { publishedAt: null }, NINE],
    ["open", {}, NINE],
    ["open", { capacity: null, placesTaken: 900 }, NINE],
    ["full", { placesTaken: 40 }, NINE],
    ["on_now", { placesTaken: 40 }, FACTS.startsAt],
    ["on_now", {}, new Date(FACTS.endsAt.getTime() - 1)],
    ["over", {}, FACTS.endsAt],
    ["cancelled", { cancelledAt: NINE }, FACTS.endsAt],
    ["cancelled", { cancelledAt: NINE, publishedAt: null }, NINE],
  ] as const)("is %s with %j", (state, part, at) => {
    expect(stateOf({ ...FACTS, ...part }, at)).toBe(state);
  });

  it("is said in London's words on both sides of a clock change", () => {
    expect(whenWords(FACTS)).toBe("Thursday 3 December 2026, 16:00 to 16:45");
    const summer = { startsAt: new Date("2027-06-10T15:00:00Z"), endsAt: new Date("2027-06-10T15:45:00Z") };
    expect(whenWords(summer)).toBe("Thursday 10 June 2027, 16:00 to 16:45");
  });

  it("has its places in words", () => {
    expect(placesWords(FACTS)).toBe("28 of 40 places left");
    expect(placesWords({ ...FACTS, capacity: 1, placesTaken: 0 })).toBe("1 of 1 place left");
    expect(placesWords({ ...FACTS, placesTaken: 40 })).toBe("Every place is taken");
    expect(placesWords({ ...FACTS, capacity: null })).toBeNull();
  });

  it("allows nothing but the recording once it is over, and nothing once it is cancelled", () => {
    const moves = Object.keys(MOVES) as (keyof typeof MOVES)[];
    expect(moves.filter((move) => allows(move, "over"))).toEqual(["record"]);
    expect(moves.filter((move) => allows(move, "cancelled"))).toEqual([]);
    expect(moves.filter((move) => allows(move, "draft"))).toEqual(["change", "publish", "cancel"]);
  });
});

describe("reminding", () => {
  it("keeps to London's daytime in winter and summer", () => {
    for (const [at, expected] of [
      ["2026-12-02T07:59:59Z", false],
      ["2026-12-02T08:00:00Z", true],
      ["2026-12-02T19:59:59Z", true],
      ["2026-12-02T20:00:00Z", false],
      ["2027-06-02T07:00:00Z", true],
      ["2027-06-02T19:00:00Z", false],
    ] as const)
      expect(isReminderHour(new Date(at)), at).toBe(expected);
  });

  it.each([
    ["2026-12-02T12:00:00Z", 24],
    // The nights on which a day has 23 and 25 hours.
    ["2027-03-27T12:00:00Z", 23],
    ["2027-10-30T12:00:00Z", 25],
  ])("looks at the whole of tomorrow: from %s on, %i hours", (at, hours) => {
    const { from, until } = remindedSpan(new Date(at));
    expect((until.getTime() - from.getTime()) / 3_600_000).toBe(hours);
  });

  it("is not needed from the day before on", () => {
    expect(isNear(FACTS.startsAt, londonTime("2026-12-01", "23:59"))).toBe(false);
    expect(isNear(FACTS.startsAt, londonTime("2026-12-02", "00:00"))).toBe(true);
  });
});

it("forgets after twelve months", () => {
  expect(forgottenBefore(new Date("2027-12-03T16:45:00Z"))).toEqual(FACTS.endsAt);
});

describe("what the forms take", () => {
  const key = "0198f1c2-0000-7000-8000-000000000000";
  const typed = {
    version: "2",
    programme: "",
    title: " Fees ",
    description: "What it costs",
    day: "2026-12-03",
    startTime: "16:00",
    endTime: "16:45",
    joiningUrl: "https://meet.example.org/a",
    capacity: "",
  };
  const refused = (part: object) =>
    webinarForm.safeParse({ ...typed, ...part }).error?.issues.map(({ path }) => path[0]);

  it("takes a webinar, and an empty number of places for as many as come", () => {
    expect(webinarForm.parse(typed)).toMatchObject({ version: 2, title: "Fees", capacity: null });
    expect(webinarForm.parse({ ...typed, capacity: " 40 " }).capacity).toBe(40);
  });

  it.each([
    [{ capacity: "0" }, "capacity"],
    [{ capacity: "-3" }, "capacity"],
    [{ capacity: "5001" }, "capacity"],
    [{ capacity: "1e3" }, "capacity"],
    [{ day: "2026-02-30" }, "day"],
    [{ day: "275760-01-01" }, "day"],
    [{ startTime: "25:00" }, "startTime"],
    [{ joiningUrl: "javascript:alert(1)" }, "joiningUrl"],
    [{ joiningUrl: "http://meet.example.org" }, "joiningUrl"],
    [{ joiningUrl: "https://bank@evil.example.org" }, "joiningUrl"],
    [{ joiningUrl: "" }, "joiningUrl"],
    [{ version: "abc" }, "version"],
  ])("refuses %j", (part, field) => {
    expect([...new Set(refused(part))]).toEqual([field]);
  });

  it("takes no field more", () => {
    const form = { formKey: key, name: "Maya", email: "maya@example.org" };
    expect(registrationForm.safeParse(form).success).toBe(true);
    expect(registrationForm.safeParse({ ...form, cancelledAt: "" }).success).toBe(false);
  });
});
