import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addPlainDays, monthEnd, monthStart } from "../../lib/dates";
import {
  engagement,
  learningMinutes,
  milestoneState,
  reached,
  stillPossible,
} from "../../lib/engagement/progress";
import type { MilestoneFacts, Tally } from "../../lib/engagement/schema";
import { datedItems } from "../../lib/route-map/dated";
import { ITEM_KINDS } from "../../lib/route-map/schema";
import { npqel } from "../../prisma/seed/npqel";

const NOTHING: Tally = { minutesRecorded: 0, completed: false, credited: false, required: true };
const DONE: Tally = { ...NOTHING, completed: true };

const milestone = (facts: Partial<MilestoneFacts>): MilestoneFacts => ({
  id: "a",
  number: 1,
  module: 1,
  kind: "self_directed_study",
  title: "Online self-directed study",
  mode: "self_directed",
  minutes: 480,
  opensOn: "2026-05-01",
  closesOn: "2026-10-31",
  counts: true,
  tally: NOTHING,
  ...facts,
});

const state = (today: string, facts: Partial<MilestoneFacts> = {}, passed = false) =>
  milestoneState(milestone(facts), today, passed);

describe("a milestone's state", () => {
  test.each([
    ["the day before it opens", "2026-04-30", "upcoming"],
    ["its first day", "2026-05-01", "open"],
    ["15 days before its last", "2026-10-16", "open"],
    ["14 days before its last", "2026-10-17", "due_soon"],
    ["its last day", "2026-10-31", "due_soon"],
    ["the day after", "2026-11-01", "overdue"],
  ])("%s", (_, today, expected) => expect(state(today)).toBe(expected));

  test("what is done, credited or excused says so on any day", () => {
    for (const today of ["2026-04-30", "2026-10-31", "2027-01-01"]) {
      expect(state(today, { tally: DONE })).toBe("completed");
      expect(state(today, { tally: { ...DONE, credited: true } })).toBe("credited");
      expect(state(today, { tally: { ...NOTHING, required: false } })).toBe("not_required");
    }
  });

  test("what leaves no record cannot be late; the summative assessment can", () => {
    const project = { kind: "implementation_project", counts: false, minutes: null } as const;
    expect(state("2026-10-31", project)).toBe("open");
    expect(state("2026-11-01", project)).toBe("not_required");
    expect(state("2026-11-01", { ...project, kind: "summative_assessment" })).toBe("overdue");
    expect(
      state("2026-11-01", { kind: "information_webinar", opensOn: null, closesOn: null, counts: false }),
    ).toBe("not_required");
  });

  test("the gates open by engagement", () => {
    const gate = { kind: "engagement_threshold", counts: false, minutes: null } as const;
    const access = { ...gate, kind: "assessment_platform_access" } as const;
    expect(state("2026-04-01", gate, true)).toBe("completed");
    expect(state("2026-04-01", access, true)).toBe("upcoming");
    expect(state("2026-05-01", access, true)).toBe("completed");
    expect(state("2026-11-01", gate, false)).toBe("overdue");
  });
});

describe("what is still possible", () => {
  const late = (kind: MilestoneFacts["kind"], until: string | null = "2027-09-30") =>
    stillPossible(milestone({ kind }), "2026-11-01", until);

  test("study, tasks, mentor and coach after their window; events not", () => {
    const possible = ITEM_KINDS.filter((kind) => late(kind));
    expect(possible).toEqual([
      "learning_audit",
      "learning_audit_review",
      "self_directed_study",
      "formative_assessment_task",
      "mentor_check_in",
      "module_evaluation",
      "impact_report",
      "coaching",
    ]);
  });

  test("an event within its window, and nothing after the gate has closed", () => {
    expect(stillPossible(milestone({ kind: "residential" }), "2026-10-31", null)).toBe(true);
    expect(late("self_directed_study", "2026-11-01")).toBe(true);
    expect(late("self_directed_study", "2026-10-31")).toBe(false);
  });
});

describe("engagement", () => {
  const today = "2026-11-23";
  const closed = (id: string, minutes: number, done: number, kind: MilestoneFacts["kind"] = "residential") =>
    milestone({ id, kind, minutes, closesOn: "2026-06-30", tally: { ...NOTHING, minutesRecorded: done } });

  test("is rounded down: 89.9% is not 90%", () => {
    const figures = engagement([closed("a", 1_000, 899)], today, 90);
    expect(figures.toDate).toEqual({ doneMinutes: 899, requiredMinutes: 1_000, percent: 89 });
    expect(reached(figures)).toBe(false);
    expect(figures.shortMinutes).toBe(1);
    expect(reached(engagement([closed("a", 1_000, 900)], today, 90))).toBe(true);
  });

  test("to date is what has closed; overall is everything", () => {
    const open = milestone({ id: "b", minutes: 100, opensOn: "2026-11-01", closesOn: today });
    const figures = engagement([closed("a", 100, 100), open], today, 90);
    expect(figures.toDate).toEqual({ doneMinutes: 100, requiredMinutes: 100, percent: 100 });
    expect(figures.overall).toEqual({ doneMinutes: 100, requiredMinutes: 200, percent: 50 });
    expect(figures.forecast.percent).toBe(100);
    expect(figures.canMissMinutes).toBe(20);
  });

  test("nothing required has no percentage", () => {
    const excused = milestone({ tally: { ...NOTHING, required: false } });
    for (const map of [[], [excused], [milestone({ counts: false })]]) {
      const figures = engagement(map, today, 90);
      expect([figures.toDate.percent, figures.overall.percent, figures.forecast.percent]).toEqual([
        null,
        null,
        null,
      ]);
      expect([figures.canMissMinutes, figures.shortMinutes]).toEqual([0, 0]);
      expect(reached(figures)).toBe(false);
    }
  });

  test("more than is asked counts no further, but is learning time", () => {
    const much = [closed("a", 100, 260, "self_directed_study"), closed("b", 100, 0)];
    expect(engagement(much, today, 90).overall.doneMinutes).toBe(100);
    expect(learningMinutes(much)).toBe(260);
  });

  test("a missed event lowers the forecast, late study does not", () => {
    const map = [closed("a", 200, 0), closed("b", 800, 0, "self_directed_study")];
    const figures = engagement(map, today, 90);
    expect(figures.forecast.percent).toBe(80);
    expect(figures.shortMinutes).toBe(100);
    expect(figures.canMissMinutes).toBe(0);
  });

  test("nobody can miss more than is left", () => {
    const map = [closed("a", 950, 950), milestone({ id: "b", minutes: 50, closesOn: "2026-12-31" })];
    expect(engagement(map, today, 90).canMissMinutes).toBe(50);
  });

  test("the NPQEL route map requires 78 h 15 min", () => {
    const map = datedItems(npqel.routeMap, "2026-05-01").map((item) =>
      milestone({ ...item, id: String(item.number) }),
    );
    const figures = engagement(map, "2026-04-30", 90);
    expect(figures.overall.requiredMinutes).toBe(78 * 60 + 15);
    expect(figures.toDate.percent).toBeNull();
    expect(figures.canMissMinutes).toBe(469);
  });
});

describe("for every route map and day", () => {
  const day = fc.integer({ min: -60, max: 900 }).map((days) => addPlainDays("2026-05-01", days));
  const facts = fc
    .record({
      kind: fc.constantFrom(...ITEM_KINDS),
      minutes: fc.option(fc.integer({ min: 1, max: 900 })),
      opens: fc.integer({ min: 0, max: 20 }),
      months: fc.integer({ min: 0, max: 8 }),
      counting: fc.boolean(),
      tally: fc.record({
        minutesRecorded: fc.integer({ min: 0, max: 1_200 }),
        completed: fc.boolean(),
        credited: fc.boolean(),
        required: fc.boolean(),
      }),
    })
    .map(({ opens, months, counting, ...rest }) =>
      milestone({
        ...rest,
        opensOn: monthStart("2026-05-01", opens),
        closesOn: monthEnd("2026-05-01", opens + months),
        counts: counting && rest.minutes !== null,
      }),
    );
  const map = fc
    .array(facts, { minLength: 1, maxLength: 40 })
    .map((items) => items.map((item, index) => ({ ...item, id: String(index), number: index + 1 })));
  const threshold = fc.integer({ min: 0, max: 100 });

  test("overall ≤ forecast ≤ 100, and every figure is a whole one", () => {
    fc.assert(
      fc.property(map, day, threshold, (items, today, percent) => {
        const { overall, forecast, toDate, canMissMinutes, shortMinutes } = engagement(items, today, percent);
        expect(forecast.doneMinutes).toBeGreaterThanOrEqual(overall.doneMinutes);
        expect(forecast.doneMinutes).toBeLessThanOrEqual(forecast.requiredMinutes);
        for (const figure of [overall, forecast, toDate].map((share) => share.percent)) {
          if (figure !== null) expect(Number.isInteger(figure) && figure >= 0 && figure <= 100).toBe(true);
        }
        expect(Number.isInteger(canMissMinutes) && Number.isInteger(shortMinutes)).toBe(true);
        expect(Math.min(canMissMinutes, shortMinutes)).toBe(0);
      }),
    );
  });

  test("recording more never lowers anything", () => {
    fc.assert(
      fc.property(
        map,
        day,
        fc.nat(),
        fc.integer({ min: 1, max: 600 }),
        fc.boolean(),
        (items, today, which, minutes, completes) => {
          const index = which % items.length;
          const after = items.map((item, at) => {
            if (at !== index) return item;
            const { minutesRecorded, completed } = item.tally;
            return {
              ...item,
              tally: {
                ...item.tally,
                minutesRecorded: minutesRecorded + minutes,
                completed: completed || completes,
              },
            };
          });
          const [was, is] = [engagement(items, today, 90), engagement(after, today, 90)];
          for (const share of ["toDate", "overall", "forecast"] as const) {
            expect(is[share].percent ?? 0).toBeGreaterThanOrEqual(was[share].percent ?? 0);
            expect(is[share].requiredMinutes).toBe(was[share].requiredMinutes);
          }
          expect(is.shortMinutes).toBeLessThanOrEqual(was.shortMinutes);
        },
      ),
    );
  });

  test("all done is 100, and missing exactly what can be missed stays at the threshold", () => {
    fc.assert(
      fc.property(map, day, threshold, (items, today, percent) => {
        const all = items.map((item) => ({ ...item, tally: { ...item.tally, completed: true } }));
        expect(engagement(all, today, percent).forecast.percent ?? 100).toBe(100);
        const { forecast, canMissMinutes, shortMinutes } = engagement(items, today, percent);
        if (forecast.percent === null || shortMinutes > 0) return;
        const ends = forecast.doneMinutes - canMissMinutes;
        expect(ends * 100).toBeGreaterThanOrEqual(forecast.requiredMinutes * percent);
      }),
    );
  });

  test("as days pass, the forecast never rises", () => {
    fc.assert(
      fc.property(map, day, fc.integer({ min: 1, max: 200 }), (items, today, days) => {
        const later = engagement(items, addPlainDays(today, days), 90).forecast.doneMinutes;
        expect(later).toBeLessThanOrEqual(engagement(items, today, 90).forecast.doneMinutes);
      }),
    );
  });

  test("a state is done exactly when its tally says so, gates apart", () => {
    fc.assert(
      fc.property(facts, day, (item, today) => {
        const done = ["completed", "credited"].includes(milestoneState(item, today, false));
        expect(done).toBe(item.tally.required && item.tally.completed);
      }),
    );
  });
});
