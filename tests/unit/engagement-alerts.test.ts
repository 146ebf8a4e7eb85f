import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addPlainDays } from "../../lib/dates";
import { type AlertFacts, alertsOf, urgencyOf } from "../../lib/engagement/alerts";
import { engagement, milestoneState } from "../../lib/engagement/progress";
import type { MilestoneFacts } from "../../lib/engagement/schema";
import { alertWords, isNew } from "../../lib/engagement/schema-alerts";
import { standingOf } from "../../lib/engagement/schema-tone";

const TODAY = "2026-11-23";
const START = "2026-05-01";
const NOTHING = { minutesRecorded: 0, completed: false, credited: false, required: true };

const item = (number: number, closesOn: string, part: Partial<MilestoneFacts> = {}): MilestoneFacts => ({
  ...{ id: String(number), number, module: 1, title: "Item", mode: "facilitated", counts: true },
  ...{ kind: "self_directed_study", minutes: 100, opensOn: START, closesOn, tally: NOTHING },
  ...part,
});
const done = (number: number, closesOn: string) =>
  item(number, closesOn, { tally: { ...NOTHING, minutesRecorded: 100, completed: true } });
const gate = item(99, "2027-09-30", { kind: "engagement_threshold", counts: false, minutes: null });
const facts = (milestones: MilestoneFacts[], part: Partial<AlertFacts> = {}): AlertFacts => ({
  milestones: [gate, ...milestones],
  ...{ thresholdPercent: 90, state: "active", startsOn: START, lastActivityOn: TODAY },
  ...part,
});
const reasons = (which: AlertFacts, today = TODAY) => alertsOf(which, today).map(({ reason }) => reason);

describe("a reason to get in touch", () => {
  test("is none while all that was due is done", () => {
    expect(alertsOf(facts([done(1, "2026-06-30"), item(2, "2027-06-30")]), TODAY)).toEqual([]);
  });

  test("is being below the line, since the day after what was missed closed", () => {
    const some = [done(1, "2026-05-31"), item(2, "2026-07-31"), done(3, "2026-09-30"), item(4, "2027-08-31")];
    expect(alertsOf(facts(some), TODAY)).toEqual([{ reason: "below", since: "2026-08-01" }]);
  });

  test("is three overdue, since the third was, and not two", () => {
    const two = [item(1, "2026-06-30"), item(2, "2026-08-31")];
    expect(reasons(facts(two))).not.toContain("overdue");
    const three = alertsOf(facts([...two, item(3, "2026-10-31")]), TODAY);
    expect(three).toContainEqual({ reason: "overdue", since: "2026-11-01" });
  });

  test("is thirty days without anything, counted from the start, while there is something to do", () => {
    const open = [item(1, "2027-01-31")];
    const quiet = (lastActivityOn: string | null) => alertsOf(facts(open, { lastActivityOn }), TODAY);
    expect(quiet("2026-10-24")).toEqual([{ reason: "quiet", since: "2026-11-23" }]);
    expect(quiet("2026-10-25")).toEqual([]);
    expect(quiet(null)).toEqual([{ reason: "quiet", since: "2026-05-31" }]);
    const nothing = facts([done(1, "2026-06-30"), item(2, "2027-06-30", { opensOn: "2027-01-01" })]);
    expect(reasons({ ...nothing, lastActivityOn: "2026-06-01" })).toEqual([]);
  });

  test("is that the line cannot be reached any more, before all else", () => {
    const missed = facts([
      done(1, "2026-06-30"),
      item(2, "2026-09-30", { kind: "peer_learning_group" }),
      item(3, "2027-08-31"),
    ]);
    expect(alertsOf(missed, TODAY)).toEqual([
      { reason: "unreachable", since: "2026-10-01" },
      { reason: "below", since: "2026-10-01" },
    ]);
  });

  test("is none for who is not taking part, nor before the start", () => {
    const bad = facts([item(1, "2026-06-30")], { lastActivityOn: null });
    expect(reasons(bad)).not.toEqual([]);
    for (const state of ["deferred", "withdrawn", "completed", "transferred"] as const)
      expect(reasons({ ...bad, state })).toEqual([]);
    expect(reasons(bad, "2026-04-30")).toEqual([]);
  });

  test("weighs more than all lesser ones together; new for two days; said with its figure", () => {
    const of = (...list: Parameters<typeof urgencyOf>[0][number]["reason"][]) =>
      urgencyOf(list.map((reason) => ({ reason, since: TODAY })));
    expect(of("unreachable")).toBeGreaterThan(of("below", "overdue", "quiet"));
    expect(of("below")).toBeGreaterThan(of("overdue", "quiet"));
    expect(of("overdue")).toBeGreaterThan(of("quiet"));
    const alert = (since: string) => ({ reason: "quiet" as const, since });
    expect([isNew(alert("2026-11-22"), TODAY), isNew(alert("2026-11-21"), TODAY)]).toEqual([true, false]);
    const row = { engagement: engagement([], TODAY, 90), overdueCount: 4, lastActivityOn: "2026-10-13" };
    const words = (["unreachable", "below", "overdue", "quiet"] as const).map((reason) =>
      alertWords({ reason, since: TODAY }, row, TODAY),
    );
    expect(words).toEqual(["can reach 0% at most", "below the 90% line", "4 overdue", "nothing for 41 days"]);
  });
});

test("the same figures have the same colour everywhere: amber while the line can still be reached", () => {
  const late = engagement([done(1, "2026-06-30"), item(2, "2026-07-31")], TODAY, 90);
  expect([late.toDate.percent, standingOf(late)]).toEqual([50, "soon"]);
  expect(standingOf(engagement([gate, item(2, "2026-07-31")], "2027-10-01", 90))).toBe("late");
  expect(standingOf(engagement([done(1, "2026-06-30")], TODAY, 90))).toBe("done");
});

test("whatever the facts: a reason holds on its first day and on each day since, and not the day before", () => {
  const day = fc.integer({ min: -180, max: 300 }).map((days) => addPlainDays(TODAY, days));
  const one = fc.record({
    closesOn: day,
    minutes: fc.integer({ min: 1, max: 600 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom("self_directed_study" as const, "peer_learning_group" as const),
    required: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 25 }), fc.integer({ min: 0, max: 100 }), (list, line) => {
      const milestones = list.map(({ part, minutes, required, ...each }, number) =>
        item(number, each.closesOn, {
          ...each,
          minutes,
          tally: {
            ...NOTHING,
            required,
            minutesRecorded: Math.floor(part * minutes),
            completed: part === 1,
          },
        }),
      );
      const all = facts(milestones, { thresholdPercent: line });
      for (const { reason, since } of alertsOf(all, TODAY)) {
        expect(since <= TODAY).toBe(true);
        const holds = (on: string) => {
          const figures = engagement(all.milestones, on, line);
          if (reason === "below") return figures.toDate.percent !== null && figures.toDate.percent < line;
          if (reason === "unreachable") return figures.shortMinutes > 0;
          const late = all.milestones.filter(
            (each) => each.counts && milestoneState(each, on, false) === "overdue",
          );
          return late.length >= 3;
        };
        expect(holds(since)).toBe(true);
        if (reason !== "unreachable") expect(holds(addPlainDays(since, -1))).toBe(false);
      }
    }),
    { numRuns: 150, seed: 23 },
  );
});
