import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addPlainDays, dayInLondon, londonTime, type PlainDate, timeInLondon } from "@/lib/dates";
import { doneBy, milestoneState } from "@/lib/engagement/progress";
import type { MyMilestone } from "@/lib/engagement/schema";
import { type Due, letterDue, mondayOf, type Said } from "@/lib/reminders/due";
import { reminderEmail } from "@/lib/reminders/email";
import { aboutId, type Choice, occasionKey } from "@/lib/reminders/occasions";
import { FREQUENCIES, type Frequency } from "@/lib/reminders/schema";
import { datedItems } from "@/lib/route-map/dated";
import { npqel } from "@/prisma/seed/npqel";

/** When participants are reminded of what: the rule alone, day by day. */

const spring2026 = datedItems(npqel.routeMap, "2026-05-01");
type Change = Partial<Pick<MyMilestone, "opensOn" | "closesOn" | "event">> & { completed?: boolean };

/** Milestones of the Spring 2026 route map by number, as they are on that day. */
function mine(today: PlainDate, changes: Record<number, Change>): MyMilestone[] {
  return spring2026
    .filter(({ number }) => number in changes || number === 29)
    .map((item) => {
      const { completed = false, event = null, ...dates } = changes[item.number] ?? {};
      const tally = { minutesRecorded: 0, completed, credited: false, required: true };
      const facts = { ...item, ...dates, id: `m${item.number}`, note: null, tally };
      return { ...facts, doneBy: doneBy(item.kind), event, state: milestoneState(facts, today, false) };
    });
}

type Asked = {
  frequency?: Frequency;
  said?: Said[];
  since?: PlainDate;
  lastDigestOf?: PlainDate | null;
  writtenToday?: boolean;
  choices?: Choice[];
};
function letter(when: string, changes: Record<number, Change>, asked: Asked = {}) {
  const [day = "", time = ""] = when.split(" ");
  const {
    frequency = "each",
    said = [],
    since = "2026-04-20",
    lastDigestOf = null,
    writtenToday = false,
    choices = [],
  } = asked;
  const enrolments = [{ enrolmentId: "e1", since, said, choices, milestones: mine(day, changes) }];
  return letterDue({ frequency, enrolments, writtenToday, lastDigestOf }, londonTime(day, time));
}
/** "closes 10": what a letter says, by kind and number. */
const words = (due: ReturnType<typeof letter>) =>
  due?.lines.map(({ kind, milestone }) => `${kind} ${milestone.number}`).join(", ") ?? "nothing";

const session = (day: PlainDate) => ({
  id: "session",
  title: "Peer learning group 2",
  place: "Online",
  startsAt: londonTime(day, "16:00"),
  endsAt: londonTime(day, "18:00"),
});
/** Learning audit of module 2: open from 1 to 31 October 2026, a Thursday and a Saturday. */
const audit: Record<number, Change> = { 10: {} };
const group: Record<number, Change> = { 12: { event: session("2026-12-03") } };

describe("each as it falls due", () => {
  test.each([
    ["2026-09-30 10:00", audit, "nothing"],
    ["2026-10-01 07:59", audit, "nothing"],
    ["2026-10-01 08:00", audit, "opens 10"],
    ["2026-10-01 18:59", audit, "opens 10"],
    ["2026-10-01 19:00", audit, "nothing"],
    ["2026-10-07 10:00", audit, "opens 10"],
    ["2026-10-08 10:00", audit, "nothing"],
    ["2026-10-23 10:00", audit, "nothing"],
    ["2026-10-24 10:00", audit, "closes 10"],
    ["2026-10-31 10:00", audit, "closes 10"],
    ["2026-11-01 10:00", audit, "overdue 10"],
    ["2026-11-21 10:00", audit, "overdue 10"],
    ["2026-11-22 10:00", audit, "nothing"],
    ["2026-10-24 10:00", { 10: { completed: true } }, "nothing"],
    ["2026-11-01 10:00", { 10: { completed: true } }, "nothing"],
    ["2026-11-25 10:00", group, "nothing"],
    ["2026-11-26 10:00", group, "event_week 12"],
    ["2026-12-01 10:00", group, "event_week 12"],
    ["2026-12-02 10:00", group, "event_day 12"],
    ["2026-12-03 15:59", group, "event_day 12"],
    ["2026-12-03 16:00", group, "nothing"],
    ["2026-12-02 10:00", { 12: { ...group[12], completed: true } }, "nothing"],
    // A group's session without a date, a gate, and the project have nothing to be done about.
    ["2026-11-01 10:00", { 12: {} }, "nothing"],
    ["2027-09-24 10:00", { 30: {}, 32: {} }, "nothing"],
    // The assessment decides the award.
    ["2027-10-01 10:00", { 33: {} }, "opens 33"],
    ["2028-01-24 10:00", { 33: {} }, "closes 33"],
    ["2028-02-01 10:00", { 33: {} }, "nothing"],
  ] satisfies [string, Record<number, Change>, string][])("on %s", (when, changes, expected) => {
    expect(words(letter(when, changes))).toBe(expected);
  });

  test.each([
    ["2026-04-27 10:00", "each", "places_open 2"],
    ["2026-05-03 10:00", "each", "places_open 2"],
    ["2026-05-04 10:00", "each", "nothing"],
    ["2026-05-14 10:00", "each", "nothing"],
    ["2026-05-15 10:00", "each", "places_close 2"],
    ["2026-05-22 18:59", "each", "places_close 2"],
    ["2026-05-22 19:00", "each", "nothing"],
    ["2026-05-23 10:00", "each", "nothing"],
    // A weekly digest tells of the first; the last day is said to everybody on its day.
    ["2026-04-27 10:00", "weekly", "places_open 2"],
    ["2026-05-15 10:00", "weekly", "places_close 2"],
    ["2026-04-27 10:00", "essential", "nothing"],
    ["2026-05-15 10:00", "essential", "places_close 2"],
  ] as const)("a place that can be chosen, on %s to who is reminded %s: %s", (when, frequency, expected) => {
    const choices = [{ milestoneId: "m2", since: "2026-04-27", until: "2026-05-22" }];
    expect(words(letter(when, { 2: {} }, { frequency, choices }))).toBe(expected);
  });

  test("a place is told of once, by its last day where there is a week to choose in; never once one is chosen", () => {
    const choices = [{ milestoneId: "m2", since: "2026-05-16", until: "2026-05-22" }];
    for (const frequency of FREQUENCIES)
      expect(words(letter("2026-05-16 10:00", { 2: {} }, { frequency, choices }))).toBe("places_open 2");
    const said: Said[] = [{ kind: "places_open", aboutId: "m2", fallsOn: "2026-05-16" }];
    expect(words(letter("2026-05-20 10:00", { 2: {} }, { said, choices }))).toBe("nothing");
    const done = letter("2026-05-16 10:00", { 2: { completed: true } }, { choices });
    expect(words(done)).toBe("nothing");
    // Where it was not kept since when, the last day is said all the same.
    const unknown = [{ milestoneId: "m2", since: null, until: "2026-05-22" }];
    expect(words(letter("2026-05-15 10:00", { 2: {} }, { choices: unknown }))).toBe("places_close 2");
    const due = letter("2026-05-15 10:00", { 2: {} }, { choices: unknown });
    const to = {
      userId: "7b2d6d52-4a0c-4c5e-9d60-0b9b8f0f2f11",
      frequency: "weekly",
      shortNames: ["NPQEL"],
    } as const;
    if (!due) throw new Error("nothing is due");
    const { subject, text } = reminderEmail(to, due, "2026-05-15");
    expect(subject).toBe("Choose a place by Friday 22 May 2026: Residential 1");
    expect(text).toContain("You have no place yet. Friday 22 May 2026 is the last day");
    expect(text).toContain("/dashboard/events");
  });

  test("who takes part only when the last day to choose is near is told of it, once", () => {
    const choices = [{ milestoneId: "m2", since: "2026-04-27", until: "2026-05-22" }];
    for (const since of ["2026-05-18", "2026-05-22"])
      for (const frequency of FREQUENCIES) {
        const late = { since, frequency, choices };
        expect(words(letter(`${since} 10:00`, { 2: {} }, late))).toBe("places_open 2");
        const said: Said[] = [{ kind: "places_open", aboutId: "m2", fallsOn: since }];
        expect(words(letter(`${since} 18:00`, { 2: {} }, { ...late, said }))).toBe("nothing");
      }
    expect(words(letter("2026-05-15 10:00", { 2: {} }, { since: "2026-05-04", choices }))).toBe(
      "places_close 2",
    );
  });

  // The clocks go back on 25 October 2026 (a day of 25 hours) and forward on 28 March 2027 (one of 23).
  test.each([
    ["2026-10-25", ["2026-10-24", "2026-10-25", "2026-10-26"]],
    ["2027-03-28", ["2027-03-27", "2027-03-28", "2027-03-29"]],
  ])("around the night of %s it is eight in London that counts, and each day once", (change, days) => {
    const closesOn = addPlainDays(change, 7);
    for (const day of days) {
      const changes = { 10: { opensOn: "2026-09-01", closesOn } };
      expect(words(letter(`${day} 07:59`, changes)), day).toBe("nothing");
      expect(words(letter(`${day} 18:59`, changes)), day).toBe(day < change ? "nothing" : "closes 10");
      expect(words(letter(`${day} 19:00`, changes)), day).toBe("nothing");
    }
    const eve = addPlainDays(change, -1);
    const event = { ...session(change), startsAt: londonTime(change, "16:00") };
    expect(words(letter(`${eve} 08:00`, { 12: { event } }))).toBe("event_day 12");
    expect(words(letter(`${change} 15:59`, { 12: { event } }))).toBe("event_day 12");
    expect(words(letter(`${change} 16:00`, { 12: { event } }))).toBe("nothing");
    const overdue = { 10: { opensOn: "2026-09-01", closesOn: change } };
    expect(words(letter(`${change} 18:59`, overdue))).toBe("closes 10");
    expect(words(letter(`${addPlainDays(change, 1)} 08:00`, overdue))).toBe("overdue 10");
  });

  test("several on one day are one e-mail, the most urgent first, and a milestone is in it once", () => {
    const short = { 10: { opensOn: "2026-10-20", closesOn: "2026-10-29" }, ...group, 9: {} };
    const due = letter("2026-12-02 10:00", { ...short, 11: { closesOn: "2026-12-08" } });
    expect(words(due)).toBe("event_day 12, closes 11");
    const both = letter("2026-10-23 10:00", { 10: short[10] });
    expect([words(both), both?.said.length]).toEqual(["closes 10", 2]);
  });

  test("a window of a week or less is said once: with its last day", () => {
    const week = { 10: { opensOn: "2026-10-01", closesOn: "2026-10-07" } };
    expect(words(letter("2026-10-01 10:00", week))).toBe("opens 10");
    const said: Said[] = [{ kind: "opens", aboutId: "m10", fallsOn: "2026-10-01" }];
    expect(words(letter("2026-10-05 10:00", week, { said }))).toBe("nothing");
  });

  test("what can no longer be made up is not called overdue", () => {
    // The gate closes on 30 September 2027; the last check-in would be late the day after.
    expect(words(letter("2027-10-01 10:00", { 25: {} }))).toBe("nothing");
  });

  test("what fell before the place was taken up again is not caught up with", () => {
    const many = { 6: {}, 7: {}, 8: {}, 9: {}, 10: {}, 11: {} };
    expect(words(letter("2026-11-04 10:00", many))).toBe("overdue 9, overdue 10");
    expect(words(letter("2026-11-04 10:00", many, { since: "2026-11-04" }))).toBe("nothing");
    expect(words(letter("2026-11-08 10:00", many, { since: "2026-11-04" }))).toBe("overdue 9, overdue 10");
  });

  test("an event that is moved is said again, for its new day", () => {
    const said: Said[] = [{ kind: "event_day", aboutId: "session", fallsOn: "2026-12-02" }];
    const moved = { 12: { event: session("2026-12-10") } };
    expect(words(letter("2026-12-02 10:00", group, { said }))).toBe("nothing");
    expect(words(letter("2026-12-09 10:00", moved, { said }))).toBe("event_day 12");
  });

  test("nobody is written to twice on one day", () => {
    expect(words(letter("2026-12-02 10:00", group, { writtenToday: true }))).toBe("nothing");
  });
});

describe("once a week", () => {
  const weekly = (when: string, changes: Record<number, Change>, asked: Asked = {}) => {
    const due = letter(when, changes, { frequency: "weekly", ...asked });
    return `${words(due)}${due?.digestOf ? ` (week of ${due.digestOf})` : ""}`;
  };
  test.each([
    // Monday 28 September 2026: the audit opens on Thursday of that week.
    ["2026-09-28 07:29", audit, "nothing"],
    ["2026-09-28 07:30", audit, "opens 10 (week of 2026-09-28)"],
    ["2026-09-28 19:00", audit, "nothing"],
    // Nothing ran on Monday: the next day that something does, in the daytime, but not on Sunday.
    ["2026-09-29 07:45", audit, "nothing"],
    ["2026-09-29 08:00", audit, "opens 10 (week of 2026-09-28)"],
    ["2026-10-03 18:00", audit, "opens 10 (week of 2026-09-28)"],
    ["2026-10-04 10:00", audit, "nothing"],
    ["2026-10-19 08:00", audit, "closes 10 (week of 2026-10-19)"],
    // Late since Sunday 1 November; on three Mondays.
    ["2026-11-02 08:00", audit, "overdue 10 (week of 2026-11-02)"],
    ["2026-11-16 08:00", audit, "overdue 10 (week of 2026-11-16)"],
    ["2026-11-23 08:00", audit, "nothing"],
    ["2026-11-23 08:00", group, "event_week 12 (week of 2026-11-23)"],
    ["2026-12-02 07:45", group, "nothing"],
    ["2026-12-02 08:00", group, "event_day 12"],
    ["2027-10-01 08:00", { 33: {} }, "opens 33"],
  ] satisfies [string, Record<number, Change>, string][])("on %s", (when, changes, expected) => {
    expect(weekly(when, changes, when.startsWith("2026-12") ? { lastDigestOf: "2026-11-30" } : {})).toBe(
      expected,
    );
  });

  test("a week is summed up once, and what comes up in it waits for the next Monday", () => {
    expect(weekly("2026-09-30 10:00", audit, { lastDigestOf: "2026-09-28" })).toBe("nothing");
    // It closes on Saturday, and is late on Sunday: not before.
    expect(
      weekly("2026-10-26 08:00", audit, {
        said: [{ kind: "closes", aboutId: "m10", fallsOn: "2026-10-24" }],
      }),
    ).toBe("nothing");
  });

  test("an event of tomorrow goes with the week's e-mail", () => {
    const monday = { 12: { event: session("2026-10-20") }, ...audit };
    expect(weekly("2026-10-19 07:30", monday)).toBe("event_day 12, closes 10 (week of 2026-10-19)");
  });
});

describe("only what is essential", () => {
  test.each([
    ["2026-10-01 10:00", audit, "nothing"],
    ["2026-10-24 10:00", audit, "nothing"],
    ["2026-11-01 10:00", audit, "overdue 10"],
    ["2026-11-08 10:00", audit, "nothing"],
    ["2026-11-26 10:00", group, "nothing"],
    ["2026-12-02 10:00", group, "event_day 12"],
    ["2027-10-01 10:00", { 33: {} }, "opens 33"],
  ] satisfies [string, Record<number, Change>, string][])("on %s", (when, changes, expected) => {
    expect(words(letter(when, changes, { frequency: "essential" }))).toBe(expected);
  });
});

describe("whatever the windows, events, choices and hours", () => {
  const START = "2026-09-01";
  const day = fc.integer({ min: 0, max: 80 });
  const life = fc.record({
    frequency: fc.constantFrom(...FREQUENCIES),
    audit: fc.record({
      opens: day,
      length: fc.integer({ min: 0, max: 40 }),
      doneAfter: fc.option(day, { nil: null }),
    }),
    study: fc.record({
      opens: day,
      length: fc.integer({ min: 0, max: 40 }),
      doneAfter: fc.option(day, { nil: null }),
    }),
    event: day,
    places: fc.record({
      since: day,
      length: fc.integer({ min: 0, max: 40 }),
      chosenAfter: fc.option(day, { nil: null }),
    }),
    since: day,
    // Hours at which a server happens to run, each day; none where it is down.
    hours: fc.array(fc.array(fc.integer({ min: 0, max: 23 }), { maxLength: 3 }), {
      minLength: 110,
      maxLength: 110,
    }),
  });

  test("never twice, never after it is done, never at night, at most one e-mail a day and one digest a week", () => {
    fc.assert(
      fc.property(life, ({ frequency, hours, since, event, places, ...windows }) => {
        const said: Said[] = [];
        const letters: { day: PlainDate; lines: Due[] }[] = [];
        let lastDigestOf: PlainDate | null = null;
        for (const [index, ran] of hours.entries()) {
          const today = addPlainDays(START, index);
          let writtenToday = false;
          for (const hour of ran.toSorted((a, b) => a - b)) {
            const at = londonTime(today, `${String(hour).padStart(2, "0")}:30`);
            const window = (each: typeof windows.audit): Change => ({
              opensOn: addPlainDays(START, each.opens),
              closesOn: addPlainDays(START, each.opens + each.length),
              completed: each.doneAfter !== null && index >= each.doneAfter,
            });
            const milestones = mine(today, {
              10: window(windows.audit),
              11: window(windows.study),
              12: { event: session(addPlainDays(START, event)) },
              24: {},
            });
            const until = addPlainDays(START, places.since + places.length);
            const chosen = places.chosenAfter !== null && index >= places.chosenAfter;
            const open = index >= places.since && today <= until && !chosen;
            const choice = { milestoneId: "m24", since: addPlainDays(START, places.since), until };
            const choices = open ? [choice] : [];
            const enrolments = [
              { enrolmentId: "e1", since: addPlainDays(START, since), said, choices, milestones },
            ];
            const due = letterDue({ frequency, enrolments, writtenToday, lastDigestOf }, at);
            if (!due) continue;
            expect(writtenToday).toBe(false);
            writtenToday = true;
            expect(timeInLondon(at) >= "07:30" && timeInLondon(at) < "19:00").toBe(true);
            if (due.digestOf) {
              expect([mondayOf(today), frequency]).toEqual([due.digestOf, "weekly"]);
              expect(lastDigestOf === due.digestOf).toBe(false);
              lastDigestOf = due.digestOf;
            }
            const keys = new Set(said.map(occasionKey));
            for (const each of due.said) {
              const fact = { kind: each.kind, aboutId: aboutId(each), fallsOn: each.fallsOn };
              expect(keys.has(occasionKey(fact))).toBe(false);
              expect(each.milestone.tally.completed).toBe(false);
              expect(each.fallsOn >= addPlainDays(START, since)).toBe(true);
              if (each.kind === "overdue") expect((each.milestone.closesOn ?? "") < today).toBe(true);
              if (each.choice) expect([open, today <= each.choice.until]).toEqual([true, true]);
              if (each.event) expect(each.event.startsAt > at).toBe(true);
              keys.add(occasionKey(fact));
              said.push(fact);
            }
            letters.push({ day: dayInLondon(at), lines: due.lines });
            expect(new Set(due.lines.map(({ milestone }) => milestone.id)).size).toBe(due.lines.length);
          }
        }
        const times = (kind: string, id: string) =>
          said.filter((s) => s.kind === kind && s.aboutId === id).length;
        for (const id of ["m10", "m11"]) {
          expect(times("overdue", id)).toBeLessThanOrEqual(frequency === "essential" ? 1 : 3);
          expect(times("opens", id) + times("closes", id)).toBeLessThanOrEqual(
            frequency === "essential" ? 0 : 2,
          );
        }
        expect(times("places_open", "m24")).toBeLessThanOrEqual(1);
        expect(times("places_close", "m24")).toBeLessThanOrEqual(1);
        expect(times("event_day", "session")).toBeLessThanOrEqual(1);
        expect(new Set(letters.map((each) => each.day)).size).toBe(letters.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe("what the e-mail says", () => {
  const to = { userId: "01990000-0000-7000-8000-000000000000", shortNames: ["NPQEL"] };
  const mail = (when: string, changes: Record<number, Change>, frequency: Frequency = "each") => {
    const due = letter(when, changes, { frequency });
    if (!due) throw new Error("nothing is due");
    return reminderEmail({ ...to, frequency }, due, when.slice(0, 10));
  };
  test.each([
    ["2026-12-02 10:00", group, "Tomorrow: Peer learning group 2, 16:00"],
    ["2026-12-03 08:00", group, "Today: Peer learning group 2, 16:00"],
    ["2026-11-26 10:00", group, "Thursday 3 December 2026: Peer learning group 2, 16:00"],
    ["2026-10-01 08:00", audit, "Open now: Learning audit, module 2"],
    ["2026-10-24 08:00", audit, "Due by Saturday 31 October 2026: Learning audit, module 2"],
    ["2026-11-01 08:00", { ...audit, 9: {} }, "Overdue: End of module evaluation, module 1, and 1 more"],
  ] satisfies [string, Record<number, Change>, string][])("on %s", (when, changes, subject) => {
    expect(mail(when, changes).subject).toBe(subject);
  });

  test("the week's e-mail names its Monday and says what will open as what will", () => {
    const { subject, text, headers } = mail("2026-09-28 08:00", audit, "weekly");
    expect(subject).toBe("Your NPQEL week from Monday 28 September 2026");
    expect(text).toContain("It opens on Thursday 1 October 2026 and is due by Saturday 31 October 2026.");
    expect(text).toMatch(/Choose how often:\nhttp:\/\/localhost:3000\/reminders\/[0-9a-f-]{36}\.[\w-]{43}\n/);
    expect(headers?.["List-Unsubscribe"]).toMatch(/^<http:.*\/one-click>$/);
  });

  test("where there is nothing less to have, mail programs are not told of a way to it", () => {
    expect(mail("2026-12-02 10:00", group, "essential").headers).toBeUndefined();
  });
});
