import { describe, expect, test } from "vitest";
import { changeSentence } from "../../components/dashboard/change-sentence";
import { unbroken } from "../../lib/dates";
import { engagement, whileAway } from "../../lib/engagement/progress";
import type { Change, Engagement, MilestoneFacts } from "../../lib/engagement/schema";
import { MILESTONE_STATES } from "../../lib/engagement/schema";
import { forecastSentence } from "../../lib/engagement/sentences";

const TODAY = "2026-11-23";
const NOTHING = { minutesRecorded: 0, completed: false, credited: false, required: true };

/** An item of a route map whose line has to be reached by the end of September 2027. */
const item = (part: Partial<MilestoneFacts> & { id: string }): MilestoneFacts => ({
  ...{ number: Number(part.id), module: 1, title: "Item", mode: "facilitated", counts: true },
  ...{
    kind: "peer_learning_group",
    minutes: 100,
    opensOn: "2026-05-01",
    closesOn: "2026-06-30",
    tally: NOTHING,
  },
  ...part,
});
const gate = item({
  id: "99",
  kind: "engagement_threshold",
  counts: false,
  minutes: null,
  closesOn: "2027-09-30",
});
const done = (id: string, minutes: number) =>
  item({ id, minutes, tally: { ...NOTHING, minutesRecorded: minutes, completed: true } });
const ahead = (id: string, minutes: number) =>
  item({ id, minutes, opensOn: "2027-01-01", closesOn: "2027-03-31" });

const figures = (items: MilestoneFacts[], today = TODAY): Engagement =>
  engagement([gate, ...items], today, 90);
const said = (items: MilestoneFacts[], today = TODAY) => forecastSentence(figures(items, today));

describe("a missed event in the forecast", () => {
  const map = (alternative?: MilestoneFacts["alternative"]) => [
    done("1", 300),
    ahead("2", 500),
    item({ id: "3", minutes: 200, alternative: alternative ?? null }),
  ];

  test("is lost until an alternative is agreed, then counts for that one's minutes", () => {
    expect(figures(map()).forecast.percent).toBe(80);
    expect(figures(map()).missedMinutes).toBe(200);
    const agreed = figures(map({ state: "agreed", minutes: 120 }));
    expect([agreed.forecast.percent, agreed.missedMinutes]).toEqual([92, 80]);
    expect(figures(map({ state: "handed_in", minutes: 900 })).forecast.percent).toBe(100);
  });

  test("is lost for good once engagement cannot be made up any more", () => {
    const late = figures(
      [done("1", 800), item({ id: "3", minutes: 200, alternative: { state: "agreed", minutes: 200 } })],
      "2027-10-01",
    );
    expect([late.forecast.percent, late.missedMinutes]).toEqual([80, 0]);
  });

  test("a part that was attended counts, and the alternative comes on top", () => {
    const part = item({
      id: "3",
      minutes: 200,
      tally: { ...NOTHING, minutesRecorded: 80 },
      alternative: { state: "agreed", minutes: 60 },
    });
    expect(figures([done("1", 800), part]).forecast.doneMinutes).toBe(940);
  });
});

describe("the forecast says", () => {
  test.each<[string, MilestoneFacts[], string, string]>([
    [
      "before the start",
      [ahead("1", 1_000)],
      "2026-04-30",
      "If you complete everything left you reach 100%; you can miss at most 1 h 40 min and stay at 90%.",
    ],
    ["when all is done", [done("1", 1_000)], TODAY, "Nothing is left to do: you end at 100%."],
    [
      "when little is missing and it can be made up",
      [done("1", 950), item({ id: "2", minutes: 50 })],
      TODAY,
      "Nothing is left to do: you end at 95%. The 50 min that you missed can be made up by an alternative activity. It counts here once it is agreed.",
    ],
    [
      "below the line",
      [done("1", 100), ahead("2", 700), item({ id: "3", minutes: 200 })],
      TODAY,
      "If you complete everything left you reach 80%, 1 h 40 min short of the 90% needed. Propose an alternative activity for what you missed (3 h 20 min): once agreed, it counts here.",
    ],
    [
      "after the end, below the line",
      [done("1", 800), item({ id: "2", minutes: 200 })],
      "2027-11-01",
      "Nothing is left that can still be done: you end at 80%, 1 h 40 min short of the 90% needed.",
    ],
    [
      "after the end, above it",
      [done("1", 950), item({ id: "2", minutes: 50 })],
      "2027-11-01",
      "Nothing is left to do: you end at 95%.",
    ],
    [
      "when all of it is needed",
      [done("1", 100), ahead("2", 800), item({ id: "3", minutes: 100 })],
      TODAY,
      "If you complete everything left you reach 90%; you need all of it to reach 90%. The 1 h 40 min that you missed can be made up by an alternative activity. It counts here once it is agreed.",
    ],
    ["with nothing that counts", [], TODAY, "Nothing on your route map counts towards engagement."],
  ])("%s", (_, items, today, sentence) => {
    expect(said(items, today)).toBe(sentence);
  });
});

test("nothing is late or open for somebody who is not taking part", () => {
  const seen = (state: "withdrawn" | "deferred" | "completed" | "transferred") =>
    MILESTONE_STATES.map((each) => whileAway(each, state));
  const away = [
    "not_required",
    "not_required",
    "not_required",
    "not_required",
    "completed",
    "credited",
    "not_required",
  ];
  for (const state of ["withdrawn", "completed", "transferred"] as const) expect(seen(state)).toEqual(away);
  expect(seen("deferred")).toEqual(["upcoming", ...away.slice(1)]);
  expect(MILESTONE_STATES.map((each) => whileAway(each, "active"))).toEqual([...MILESTONE_STATES]);
});

test("durations stay on one line", () => {
  expect(unbroken("32 h 15 min of 75 h, 2 hours")).toBe("32\u00a0h\u00a015\u00a0min of 75\u00a0h, 2 hours");
  expect(unbroken("45 min")).toBe("45\u00a0min");
});

describe("what changed, in a sentence", () => {
  const change = (part: Partial<Change>): Change => ({
    ...{ kind: "record", id: "1", day: TODAY, new: false, milestoneId: null, title: null, module: null },
    ...{ by: "Priya Raman", detail: null, minutes: null, whole: null },
    ...part,
  });
  const register = { detail: "attendance_register" };
  test.each<[Partial<Change>, string]>([
    [{ ...register, minutes: 120, whole: true }, "Marked present by Priya Raman: 2 h."],
    [{ ...register, minutes: 60, whole: false }, "Marked as there for 1 h of it by Priya Raman."],
    [{ ...register, minutes: 0, whole: false }, "Marked absent by Priya Raman."],
    [
      { ...register, kind: "record_again", minutes: 120, whole: true },
      "Corrected: Marked present by Priya Raman: 2 h.",
    ],
    [
      { detail: "credit", minutes: 90, whole: false },
      "Credited by Priya Raman for an alternative activity: 1 h 30 min.",
    ],
    [
      { detail: "mentor_confirmation", by: "Helen Marchbank", minutes: 60 },
      "Confirmed by your mentor, Helen Marchbank: 1 h.",
    ],
    [{ kind: "correction", detail: "put_right", minutes: 120 }, "Put right by Priya Raman: 2 h."],
    [{ kind: "correction", detail: "not_changed" }, "Your correction is answered by Priya Raman."],
    [
      { kind: "alternative", detail: "declined", minutes: 60 },
      "Alternative activity not agreed by Priya Raman: 1 h.",
    ],
    [{ kind: "status", detail: "deferred" }, "Deferred by Priya Raman."],
    [{ kind: "group", detail: "Eastgate" }, "You are in Eastgate now."],
    [{ kind: "event", detail: "event.cancelled" }, "Event cancelled by Priya Raman."],
  ])("%o", (part, sentence) => {
    expect(changeSentence(change(part)).replaceAll("\u00a0", " ")).toBe(sentence);
  });
});
