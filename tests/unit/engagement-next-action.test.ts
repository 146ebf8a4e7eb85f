import { describe, expect, test } from "vitest";
import { londonTime } from "../../lib/dates";
import { nextAction, nextThirtyDays } from "../../lib/engagement/next-action";
import { doneBy, engagement, milestoneState } from "../../lib/engagement/progress";
import type { Engagement, MyMilestone } from "../../lib/engagement/schema";
import {
  forecastSentence,
  loggedSentence,
  overallSentence,
  toDateSentence,
} from "../../lib/engagement/sentences";
import { datedItems } from "../../lib/route-map/dated";
import { npqel } from "../../prisma/seed/npqel";

const TODAY = "2026-11-23";
const spring2026 = datedItems(npqel.routeMap, "2026-05-01");

/** Amara's route map with these items done. */
function mine(done: number[], changes: Record<number, Partial<MyMilestone>> = {}): MyMilestone[] {
  return spring2026.map((item) => {
    const tally = {
      minutesRecorded: 0,
      completed: done.includes(item.number),
      credited: false,
      required: true,
    };
    const facts = { ...item, id: String(item.number), tally, ...changes[item.number] };
    return {
      ...facts,
      doneBy: doneBy(item.kind),
      event: facts.event ?? null,
      state: milestoneState(facts, TODAY, false),
    };
  });
}

const upToOctober = [2, 3, 4, 5, 6, 7, 8, 9, 10, 34];
const group2 = {
  id: "e",
  title: "Peer learning group 2",
  place: "online with Northfell group",
  startsAt: londonTime("2026-12-03", "16:00"),
  endsAt: londonTime("2026-12-03", "18:00"),
};

describe("the next thing to do", () => {
  test("what is overdue comes first, the longest overdue before the others", () => {
    const next = nextAction(mine([2, 34, 4, 5, 7]), TODAY);
    expect([next?.milestone.number, next?.urgency]).toEqual([3, "overdue"]);
    expect(next?.reason).toBe("It was due by 31 May 2026 and can still be done.");
  });

  test("a missed event cannot be done any more, so it is not the next thing", () => {
    const next = nextAction(mine(upToOctober.filter((number) => number !== 5)), TODAY);
    expect([next?.milestone.number, next?.urgency]).toEqual([12, "now"]);
  });

  test("then what is due soonest of what is open; an event counts by its day", () => {
    const next = nextAction(mine(upToOctober, { 12: { event: group2 } }), TODAY);
    expect(next?.milestone.number).toBe(12);
    expect(next?.reason).toBe("Thursday 3 December 2026, 16:00, online with Northfell group.");
    expect(nextAction(mine([...upToOctober, 12]), TODAY)?.reason).toBe("It is due by 28 February 2027.");
  });

  test("then what opens next; gates, project and assessment are never it", () => {
    const next = nextAction(mine([...upToOctober, 11, 12, 13, 31]), TODAY);
    expect([next?.milestone.number, next?.urgency]).toEqual([14, "later"]);
    expect(next?.reason).toBe("Everything that is open is done. This opens on 1 March 2027.");
  });

  test("before anything has opened, nothing is said to be done", () => {
    const april = spring2026.map((item) => {
      const tally = { minutesRecorded: 0, completed: false, credited: false, required: true };
      const facts = { ...item, id: String(item.number), tally };
      const state = milestoneState(facts, "2026-04-20", false);
      return { ...facts, doneBy: doneBy(item.kind), event: null, state };
    });
    expect(nextAction(april, "2026-04-20")?.reason).toBe("It opens on 1 May 2026.");
  });

  test("nothing, when everything is done", () => {
    expect(nextAction(mine(spring2026.map(({ number }) => number)), TODAY)).toBeNull();
  });
});

describe("the next 30 days", () => {
  test("events, windows that close, windows that open, in the order of their days", () => {
    const soon = nextThirtyDays(
      mine(upToOctober, {
        11: { closesOn: "2026-12-23" },
        12: { event: group2 },
        14: { opensOn: "2026-12-01" },
        15: { opensOn: "2026-12-24", closesOn: "2027-01-31" },
      }),
      TODAY,
    );
    expect(soon.map(({ milestone, day, what }) => [milestone.number, day, what])).toEqual([
      [14, "2026-12-01", "opens"],
      [12, "2026-12-03", "event"],
      [11, "2026-12-23", "closes"],
    ]);
  });

  test("nothing that is done or overdue", () => {
    expect(nextThirtyDays(mine([2, 3, 12], { 12: { closesOn: "2026-12-01" } }), TODAY)).toEqual([]);
  });
});

describe("in sentences", () => {
  const figures = (done: number[]): Engagement => engagement(mine(done), TODAY, 90);

  test("to date and overall", () => {
    expect(toDateSentence(figures(upToOctober))).toBe(
      "100% of what was due so far is done: 26 h 45 min of 26 h 45 min.",
    );
    expect(overallSentence(figures(upToOctober))).toBe(
      "34% of the whole programme is done: 26 h 45 min of 78 h 15 min.",
    );
    expect(toDateSentence(engagement([], TODAY, 90))).toBe("Nothing has been due yet.");
  });

  test("the forecast says what can be missed, or how much is short", () => {
    expect(forecastSentence(figures(upToOctober))).toBe(
      "If you complete everything left you reach 100%; you can miss at most 7 h 49 min and stay at 90%.",
    );
    expect(forecastSentence(figures([]))).toMatch(
      /^If you complete everything left you reach 80%, 7 h 11 min short of the 90% needed\./,
    );
    expect(forecastSentence(figures(spring2026.map(({ number }) => number)))).toBe(
      "Nothing is left to do: you end at 100%.",
    );
  });

  test("study says how much is logged", () => {
    const study = mine([], {
      11: { tally: { minutesRecorded: 150, completed: false, credited: false, required: true } },
    });
    expect(study.map(loggedSentence).filter(Boolean)).toEqual(["2 h 30 min of 8 h logged"]);
  });
});
