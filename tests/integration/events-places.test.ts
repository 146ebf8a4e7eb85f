import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { icsCalendar } from "@/lib/calendar/ics";
import { londonTime } from "@/lib/dates";
import { db, disconnect } from "@/lib/db";
import { participantOverview, registerFor } from "@/lib/engagement/queries";
import { takeRegister } from "@/lib/engagement/take-register";
import { changeStatus } from "@/lib/enrolments/change-status";
import { FieldProblem, isDatabaseAway, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { givePlace, moveTurn, removePlace } from "@/lib/events/arrange-places";
import { attendeesList } from "@/lib/events/attendees";
import { feedAt, myFeed, startFeed } from "@/lib/events/calendar-feed";
import { cancelEvent } from "@/lib/events/cancel";
import { type Change, changeEvent } from "@/lib/events/change";
import { choosePlace, giveUpPlace } from "@/lib/events/choose-place";
import { forgetNeeds } from "@/lib/events/forget-needs";
import { saveInstructions } from "@/lib/events/instruct";
import { myChoices } from "@/lib/events/my-choices";
import { myEvent } from "@/lib/events/my-event";
import { myEventFile } from "@/lib/events/my-event-file";
import { myEvents } from "@/lib/events/my-events";
import { saveNeeds } from "@/lib/events/needs";
import { releasePlaces } from "@/lib/events/release";
import { scheduleEvent } from "@/lib/events/schedule";
import { staffEvent } from "@/lib/events/staff-event";
import { attendanceStatement } from "@/lib/events/statement";
import { needsOfEvent, signInSheet } from "@/lib/events/who-comes";
import { cohortManager, facilitators, otherManager } from "@/prisma/seed/cast";
import { meeting } from "../support/at-once";
import {
  administrator,
  enrolled,
  milestoneId,
  npqelSaved,
  SPRING_2026,
  startCohort,
  withRole,
} from "../support/cohort";
import { freshDatabase } from "../support/database";
import { csvOf } from "../support/lists";
import { statementsOf } from "../support/statements";

const NOW = new Date("2026-11-23T09:00:00Z");
const UNTIL = "2027-04-30";
const AFTER = londonTime("2027-05-01", "09:00");
const RESIDENTIAL = 2;
const NONE = { access: "", dietary: "", wait: false };
const WAIT = { ...NONE, wait: true };

let cohortId: string;
let laterId: string;
let milestone: string;
let ruth: Actor;
let owen: Actor;
let priya: Actor;
let tom: Actor;
let people: (Actor & { enrolmentId: string })[];

/** A school of people with names of their own, so that forty can click at once. */
const crowd = Array.from({ length: 44 }, (_, index) => ({
  name: `Person ${String(index + 1).padStart(2, "0")}`,
  email: `person.${index + 1}@example.org`,
  workplace: "Ashgrove Trust",
  jobTitle: "Headteacher",
}));

beforeAll(async () => {
  await freshDatabase();
  const admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const later = { slug: "spring-2027", name: "Spring 2027", startMonth: "2027-05" };
  laterId = await startCohort(admin, programmeId, later);
  milestone = await milestoneId(cohortId, RESIDENTIAL);
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", laterId);
  priya = await withRole(admin, facilitators[0], "facilitator");
  tom = await withRole(admin, facilitators[1], "facilitator");
  people = [];
  // A few at a time: each person is a transaction.
  for (let from = 0; from < crowd.length; from += 6) {
    people.push(...(await enrolled(admin, cohortId, crowd.slice(from, from + 6))));
  }
});
afterAll(disconnect);

const who = (index: number) => people[index] ?? (people[0] as (typeof people)[number]);

/** A residential to choose, in July, run by Priya. Each test has milestones of its own to choose for. */
async function residential(place: string, capacity: number | null, on = milestone): Promise<string> {
  const day = place === "Oxford" ? "2027-07-14" : "2027-07-07";
  const times = { startsAt: londonTime(day, "09:30"), endsAt: londonTime(day, "16:00") };
  const choice = { byChoice: true, choiceUntil: UNTIL, capacity };
  const title = `Residential, ${place}`;
  return scheduleEvent(
    ruth,
    { cohortId, milestoneId: on, title, place, ...times, ...choice, facilitatorId: priya.userId },
    NOW,
  );
}

/** Two of them, after whatever an earlier test left is gone. */
async function pair(manchester: number | null, oxford: number | null): Promise<[string, string]> {
  await db.eventPlace.deleteMany();
  await db.eventNeeds.deleteMany();
  await db.outboxMessage.deleteMany();
  await db.event.deleteMany({ where: { milestoneId: milestone, records: { none: {} } } });
  return [await residential("Manchester", manchester), await residential("Oxford", oxford)];
}

const taken = async (id: string) => (await db.event.findUniqueOrThrow({ where: { id } })).placesTaken;
const held = (eventId: string) => db.eventPlace.count({ where: { eventId, state: "held" } });
const letters = async (index: number) => {
  const found = await db.outboxMessage.findMany({
    where: { toAddress: who(index).email },
    orderBy: { id: "asc" },
  });
  return found.map(({ subject }) => subject);
};
const standing = async (index: number) => {
  const [choice] = await myChoices(who(index), NOW, milestone);
  return [
    choice?.held?.place ?? null,
    choice?.waiting ? `${choice.waiting.place} ${choice.waiting.turn}` : null,
  ];
};
const audited = (subjectId: string) =>
  db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });

/** Tries again where the database was too busy to begin, as people are asked to (lib/auth/act.ts). */
async function insisting<T>(click: () => Promise<T>): Promise<T> {
  try {
    return await click();
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return insisting(click);
  }
}

describe("choosing", () => {
  test("holds a place, once, tells of it, and keeps what is needed there", async () => {
    const [manchester, oxford] = await pair(2, 2);
    const asked = { ...NONE, access: "A room on the ground floor", dietary: "Vegetarian" };
    const both = [0, 1].map(() => choosePlace(who(0), { eventId: manchester, ...asked }, NOW));
    expect(await Promise.all(both)).toEqual(["held", "held"]);
    expect([await taken(manchester), await held(manchester)]).toEqual([1, 1]);
    expect(await letters(0)).toEqual(["Your place: Residential, Manchester"]);
    const { id } = await db.eventPlace.findFirstOrThrow({ where: { eventId: manchester } });
    expect(await audited(id)).toMatchObject([{ action: "place.held", actorId: who(0).userId, cohortId }]);
    expect(await db.eventNeeds.findMany()).toMatchObject([{ dietary: "Vegetarian" }]);

    // Changing: the old place goes only with the new one.
    expect(await choosePlace(who(0), { eventId: oxford, ...asked }, NOW)).toBe("held");
    expect([await taken(manchester), await taken(oxford)]).toEqual([0, 1]);
    expect(await standing(0)).toEqual(["Oxford", null]);
    await giveUpPlace(who(0), oxford, NOW);
    await giveUpPlace(who(0), oxford, NOW);
    expect([await taken(oxford), await db.eventNeeds.count()]).toEqual([0, 0]);
  });

  test("forty at once for five places: five have one, the others hear so and may wait", async () => {
    const [manchester] = await pair(5, 5);
    const clicks = people
      .slice(0, 40)
      .map((person) => insisting(() => choosePlace(person, { eventId: manchester, ...NONE }, NOW)));
    const outcomes = await Promise.allSettled(clicks);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") {
        expect(outcome.reason).toBeInstanceOf(WrongState);
        expect(outcome.reason.message).toMatch(/last place.*waiting list/);
      }
    }
    expect([await taken(manchester), await held(manchester)]).toEqual([5, 5]);
  }, 60_000);

  test("giving up and promoting at the same moment leave nobody without what is free", async () => {
    const [manchester, oxford] = await pair(4, 4);
    const go = (index: number, eventId: string) => choosePlace(who(index), { eventId, ...WAIT }, NOW);
    for (let index = 0; index < 16; index++) await go(index, index % 2 ? oxford : manchester);
    // The eight that hold a place give it up or want the other one; the eight that wait, wait on.
    const moves = [0, 1, 2, 3, 4, 5, 6, 7].map((index) =>
      index < 4
        ? () => giveUpPlace(who(index), index % 2 ? oxford : manchester, NOW)
        : () => go(index, index % 2 ? manchester : oxford),
    );
    await Promise.all(moves.map((move) => insisting<unknown>(move)));
    for (const id of [manchester, oxford]) {
      expect([await taken(id), await held(id)]).toEqual([4, 4]);
    }
    // Of twelve that still want one, eight have one, and nobody has two.
    const rows = await db.eventPlace.findMany({ where: { state: "held" } });
    expect(new Set(rows.map(({ enrolmentId }) => enrolmentId)).size).toBe(8);
  }, 60_000);

  test("one waits for one place while holding another, and moves by itself, down the line", async () => {
    const [manchester, oxford] = await pair(1, 1);
    const go = (index: number, eventId: string) => choosePlace(who(index), { eventId, ...WAIT }, NOW);
    expect([await go(0, oxford), await go(1, manchester)]).toEqual(["held", "held"]);
    expect([await go(1, oxford), await go(2, manchester), await go(3, oxford)]).toEqual([
      "waiting",
      "waiting",
      "waiting",
    ]);
    expect(await standing(1)).toEqual(["Manchester", "Oxford 1"]);
    expect(await standing(3)).toEqual([null, "Oxford 2"]);
    await giveUpPlace(who(0), oxford, NOW);
    expect(await standing(1)).toEqual(["Oxford", null]);
    expect(await standing(2)).toEqual(["Manchester", null]);
    expect(await standing(3)).toEqual([null, "Oxford 1"]);
    expect(await letters(1)).toContain("A place for you: Residential, Oxford");
    expect(await letters(2)).toEqual(["A place for you: Residential, Manchester"]);
    expect(await letters(3)).toEqual([]);
  });

  test("is over after its day; staff can still give a place, and nobody is moved from one", async () => {
    const [manchester, oxford] = await pair(2, 1);
    const go = (index: number, eventId: string) => choosePlace(who(index), { eventId, ...WAIT }, NOW);
    await go(0, oxford);
    await go(1, manchester);
    await go(1, oxford);
    await go(2, oxford);
    await expect(choosePlace(who(3), { eventId: manchester, ...NONE }, AFTER)).rejects.toThrow(WrongState);
    await expect(giveUpPlace(who(0), oxford, AFTER)).rejects.toThrow(WrongState);
    const { id } = await db.eventPlace.findFirstOrThrow({ where: { eventId: oxford, state: "held" } });
    await removePlace(ruth, { placeId: id, reason: "Cannot come any more" }, AFTER);
    expect((await standing(1))[0]).toBe("Manchester");
    expect((await standing(2))[0]).toBe("Oxford");
    expect((await letters(0)).at(-1)).toBe("Your place: Residential, Oxford");
    await givePlace(ruth, { eventId: manchester, enrolmentId: who(3).enrolmentId }, AFTER);
    expect((await standing(3))[0]).toBe("Manchester");
  });

  test("is nobody's but an active participant's of the cohort", async () => {
    const [manchester] = await pair(1, 1);
    const whole = await scheduleEvent(
      ruth,
      {
        cohortId,
        milestoneId: milestone,
        place: "Online",
        startsAt: londonTime("2027-07-20", "09:30"),
        endsAt: londonTime("2027-07-20", "16:00"),
      },
      NOW,
    );
    for (const [actor, eventId] of [
      [ruth, manchester],
      [owen, manchester],
      [who(0), whole],
      [who(0), "{ not: '' }"],
      [who(0), crypto.randomUUID()],
    ] as const) {
      await expect(choosePlace(actor, { eventId, ...NONE }, NOW)).rejects.toThrow(NotFound);
      await expect(giveUpPlace(actor, eventId, NOW)).rejects.toThrow(NotFound);
    }
    expect(await db.eventPlace.count()).toBe(0);
  });
});

describe("what staff do", () => {
  test("raising the number promotes; lowering it below what is taken is refused; the second of two is told", async () => {
    const [manchester] = await pair(1, 1);
    await choosePlace(who(0), { eventId: manchester, ...NONE }, NOW);
    await choosePlace(who(1), { eventId: manchester, ...WAIT }, NOW);
    const event = await staffEvent(ruth, manchester, NOW);
    const same: Change = {
      eventId: manchester,
      version: event?.version ?? 0,
      title: "",
      place: "Manchester",
      startsAt: event?.startsAt ?? NOW,
      endsAt: event?.endsAt ?? NOW,
      facilitatorId: priya.userId,
      capacity: 3,
      choiceUntil: UNTIL,
    };
    await changeEvent(ruth, same, NOW);
    expect(await standing(1)).toEqual(["Manchester", null]);
    expect(await letters(0)).toEqual(["Your place: Residential, Manchester"]);
    await expect(changeEvent(ruth, same, NOW)).rejects.toThrow(StaleVersion);
    const next = { ...same, version: same.version + 1 };
    const wrong: [string, Partial<Change>][] = [
      ["capacity", { capacity: 1 }],
      ["endTime", { endsAt: same.startsAt }],
      ["choiceUntil", { choiceUntil: null }],
      ["choiceUntil", { choiceUntil: "2027-07-30" }],
      ["facilitatorId", { facilitatorId: ruth.userId }],
      [
        "firstDay",
        { startsAt: londonTime("2026-11-01", "09:30"), endsAt: londonTime("2026-11-01", "12:30") },
      ],
    ];
    for (const [field, change] of wrong) {
      await expect(changeEvent(ruth, { ...next, ...change }, NOW), field).rejects.toMatchObject({ field });
    }
    for (const actor of [owen, priya, who(0)])
      await expect(changeEvent(actor, next, NOW)).rejects.toThrow(NotFound);
    await changeEvent(ruth, { ...next, place: "Salford" }, NOW);
    expect((await letters(0)).at(-1)).toBe("Changed: Residential, Manchester");
    const told = await db.outboxMessage.findMany({ where: { template: "event-changed" } });
    expect(told.map(({ toAddress }) => toAddress).sort()).toEqual(
      [priya.email, who(0).email, who(1).email].sort(),
    );
  });

  test("the waiting list is put in another order, and removing tells the reason", async () => {
    const [manchester] = await pair(1, 1);
    for (const index of [0, 1, 2, 3]) await choosePlace(who(index), { eventId: manchester, ...WAIT }, NOW);
    const event = await staffEvent(ruth, manchester, NOW);
    expect(event?.waiting.map(({ fullName }) => fullName)).toEqual(["Person 02", "Person 03", "Person 04"]);
    const placeId = event?.waiting[2]?.placeId ?? "";
    await moveTurn(ruth, { placeId, turn: 1 }, NOW);
    expect(await audited(placeId)).toMatchObject([{}, { before: { turn: 3 }, after: { turn: 1 } }]);
    expect(await standing(3)).toEqual([null, "Manchester 1"]);
    await expect(
      givePlace(ruth, { eventId: manchester, enrolmentId: who(2).enrolmentId }, NOW),
    ).rejects.toThrow("No place is free");
    const first = event?.held[0]?.placeId ?? "";
    await removePlace(ruth, { placeId: first, reason: "Asked us to" }, NOW);
    await removePlace(ruth, { placeId: first, reason: "Asked us to" }, NOW);
    expect(await standing(3)).toEqual(["Manchester", null]);
    const [letter] = await db.outboxMessage.findMany({ where: { template: "event-place-removed" } });
    expect(letter?.text).toContain("Why: Asked us to");
    await expect(moveTurn(ruth, { placeId, turn: 1 }, NOW)).rejects.toThrow(WrongState);
    for (const actor of [owen, priya, who(0)]) {
      await expect(removePlace(actor, { placeId, reason: "x" }, NOW)).rejects.toThrow(NotFound);
      await expect(moveTurn(actor, { placeId, turn: 1 }, NOW)).rejects.toThrow(NotFound);
      const give = { eventId: manchester, enrolmentId: who(2).enrolmentId };
      await expect(givePlace(actor, give, NOW)).rejects.toThrow(NotFound);
    }
    const given = await staffEvent(ruth, manchester, NOW);
    expect(given?.unchosen).toHaveLength(people.length - 1);
    expect(given?.unchosen.filter(({ waitsFor }) => waitsFor)).toHaveLength(2);
  });

  test("cancelling ends the places and tells everybody concerned; it is expected of nobody any more", async () => {
    const [manchester, oxford] = await pair(1, 5);
    await choosePlace(who(0), { eventId: manchester, ...NONE }, NOW);
    await choosePlace(who(1), { eventId: manchester, ...WAIT }, NOW);
    await expect(cancelEvent(owen, { eventId: manchester, version: 1, message: "" }, NOW)).rejects.toThrow(
      NotFound,
    );
    await expect(cancelEvent(ruth, { eventId: manchester, version: 9, message: "" }, NOW)).rejects.toThrow(
      StaleVersion,
    );
    const word = { eventId: manchester, version: 1, message: "The hotel has closed." };
    expect(await cancelEvent(ruth, word, NOW)).toBe(2);
    await expect(cancelEvent(ruth, { ...word, version: 2 }, NOW)).rejects.toThrow(WrongState);
    expect(await standing(0)).toEqual([null, null]);
    expect((await myEvents(who(0), NOW)).map(({ id }) => id)).not.toContain(manchester);
    expect(await myEvent(who(0), manchester, NOW)).toMatchObject({ state: "cancelled", expected: false });
    const told = await db.outboxMessage.findMany({ where: { template: "event-cancelled" } });
    expect(told.map(({ toAddress }) => toAddress).sort()).toEqual(
      [priya.email, who(0).email, who(1).email].sort(),
    );
    expect(told[0]?.text).toContain("The hotel has closed.");
    expect(await choosePlace(who(0), { eventId: oxford, ...NONE }, NOW)).toBe("held");
    await db.user.update({ where: { id: priya.userId }, data: { accessEndedAt: NOW } });
    expect(await cancelEvent(ruth, { eventId: oxford, version: 1, message: "" }, NOW)).toBe(1);
    const again = { template: "event-cancelled", toAddress: priya.email };
    expect(await db.outboxMessage.count({ where: again }), "no word to whose access has ended").toBe(1);
    await db.user.update({ where: { id: priya.userId }, data: { accessEndedAt: null } });
  });

  test("joining instructions are told once, and shown only to those who are expected", async () => {
    const [manchester] = await pair(5, 5);
    await choosePlace(who(0), { eventId: manchester, ...NONE }, NOW);
    const how = { joiningUrl: "https://meet.example.org/m", instructions: "Bring your **audit**." };
    expect(await saveInstructions(ruth, { eventId: manchester, version: 1, ...how }, NOW)).toBe(1);
    expect(await saveInstructions(ruth, { eventId: manchester, version: 2, ...how }, NOW)).toBe(0);
    expect((await letters(0)).at(-1)).toBe("How to join: Residential, Manchester");
    const mail = await db.outboxMessage.findMany({ where: { template: "event-instructions" } });
    expect(JSON.stringify(mail)).not.toContain("meet.example.org");
    expect(await myEvent(who(0), manchester, NOW)).toMatchObject({ expected: true, ...how });
    expect(await myEvent(who(1), manchester, NOW)).toMatchObject({ expected: false, joiningUrl: null });
    for (const actor of [owen, priya, who(0)]) {
      const again = { eventId: manchester, version: 2, joiningUrl: "", instructions: "" };
      await expect(saveInstructions(actor, again, NOW)).rejects.toThrow(NotFound);
    }
  });

  test("whoever leaves the programme gives their place to who waits", async () => {
    const [manchester] = await pair(1, 1);
    await choosePlace(who(42), { eventId: manchester, ...NONE }, NOW);
    await choosePlace(who(1), { eventId: manchester, ...WAIT }, NOW);
    const { enrolmentId } = who(42);
    const left = {
      enrolmentId,
      toState: "withdrawn",
      reasonCode: "other",
      effectiveOn: "2026-11-23",
    } as const;
    await changeStatus(ruth, left, NOW);
    expect(await releasePlaces(NOW)).toBe(1);
    expect(await releasePlaces(NOW)).toBe(0);
    expect(await standing(1)).toEqual(["Manchester", null]);
    await expect(choosePlace(who(42), { eventId: manchester, ...NONE }, NOW)).rejects.toThrow(WrongState);
  });
});

test("people who leave an archived cohort keep nobody else waiting", async () => {
  const [manchester] = await pair(1, 1);
  const admin = await administrator();
  const [gone] = await enrolled(admin, laterId, crowd.slice(0, 1));
  const { id: theirs } = await db.milestone.findFirstOrThrow({
    where: { cohortId: laterId, number: RESIDENTIAL },
  });
  const times = { startsAt: londonTime("2027-07-07", "09:30"), endsAt: londonTime("2027-07-07", "16:00") };
  const choice = { byChoice: true, choiceUntil: UNTIL, capacity: 1 };
  const eventId = await scheduleEvent(
    owen,
    { cohortId: laterId, milestoneId: theirs, place: "Oxford", ...times, ...choice },
    NOW,
  );
  await choosePlace(gone ?? who(0), { eventId, ...NONE }, NOW);
  await choosePlace(who(43), { eventId: manchester, ...NONE }, NOW);
  const left = { toState: "withdrawn", reasonCode: "other", effectiveOn: "2026-11-23" } as const;
  await changeStatus(owen, { ...left, enrolmentId: gone?.enrolmentId ?? "" }, NOW);
  await changeStatus(ruth, { ...left, enrolmentId: who(43).enrolmentId }, NOW);
  await db.cohort.update({ where: { id: laterId }, data: { archivedAt: NOW } });
  expect(await releasePlaces(NOW)).toBe(1);
  expect([await taken(manchester), await taken(eventId)]).toEqual([0, 1]);
  await db.cohort.update({ where: { id: laterId }, data: { archivedAt: null } });
});

test("a place that comes round to who waits is theirs once", async () => {
  const [manchester, oxford] = await pair(1, 1);
  await choosePlace(who(1), { eventId: manchester, ...NONE }, NOW);
  await choosePlace(who(2), { eventId: oxford, ...NONE }, NOW);
  await choosePlace(who(1), { eventId: oxford, ...WAIT }, NOW);
  await choosePlace(who(2), { eventId: manchester, ...WAIT }, NOW);
  await choosePlace(who(3), { eventId: manchester, ...WAIT }, NOW);
  // The second goes from Oxford to Manchester, so the first from Manchester to Oxford, and so a place is free again.
  const { startsAt, endsAt } = await db.event.findUniqueOrThrow({ where: { id: manchester } });
  const words = { title: "", place: "Manchester", facilitatorId: priya.userId, choiceUntil: UNTIL };
  await changeEvent(ruth, { eventId: manchester, version: 1, ...words, startsAt, endsAt, capacity: 3 }, NOW);
  expect([await standing(1), await standing(2), await standing(3)]).toEqual([
    ["Oxford", null],
    ["Manchester", null],
    ["Manchester", null],
  ]);
  expect(await db.eventPlace.count({ where: { enrolmentId: who(3).enrolmentId } })).toBe(1);
  expect(await letters(3)).toHaveLength(1);
  expect(await taken(manchester)).toBe(2);
});

test("an event is not cancelled while its register is taken", async () => {
  const times = { startsAt: londonTime("2026-11-23", "16:00"), endsAt: londonTime("2026-11-23", "18:00") };
  const eventId = await scheduleEvent(
    ruth,
    { cohortId, milestoneId: await milestoneId(cohortId, 12), place: "Online", ...times },
    NOW,
  );
  const { enrolmentId } = who(4);
  const [register, cancelled] = await meeting(
    (tx) =>
      tx.$queryRaw`SELECT 1 FROM "EnrolmentMilestone" WHERE "enrolmentId" = ${enrolmentId}::uuid FOR UPDATE`,
    [
      () => takeRegister(ruth, { eventId, marks: [{ enrolmentId, attended: true }] }, NOW),
      () => cancelEvent(ruth, { eventId, version: 1, message: "" }, NOW),
    ],
  );
  expect(register).toMatchObject({ recorded: 1 });
  expect(cancelled).toBeInstanceOf(WrongState);
});

describe("those who come", () => {
  test("only those with a place are expected: overview, own events, register", async () => {
    const [manchester, oxford] = await pair(5, 5);
    await choosePlace(who(0), { eventId: manchester, ...NONE }, NOW);
    await choosePlace(who(1), { eventId: oxford, ...NONE }, NOW);
    const next = async (index: number) =>
      (await participantOverview(who(index), NOW))?.milestones.find(({ id }) => id === milestone)?.event
        ?.place;
    expect([await next(0), await next(1), await next(2)]).toEqual(["Manchester", "Oxford", undefined]);
    expect((await registerFor(priya, manchester, NOW))?.rows.map(({ fullName }) => fullName)).toEqual([
      "Person 01",
    ]);
    const day = londonTime("2027-07-07", "19:00");
    const stranger = { enrolmentId: who(1).enrolmentId, attended: true };
    await expect(takeRegister(priya, { eventId: manchester, marks: [stranger] }, day)).rejects.toThrow(
      NotFound,
    );
    const mark = { enrolmentId: who(0).enrolmentId, attended: true };
    await takeRegister(priya, { eventId: manchester, marks: [mark] }, day);
    expect(await myEvent(who(0), manchester, day)).toMatchObject({ attendance: { mark: "present" } });
    expect(await attendanceStatement(who(0), manchester)).toMatchObject({
      fullName: "Person 01",
      rows: [{ title: "Residential, Manchester" }],
    });
    expect(await attendanceStatement(who(1), manchester)).toBeNull();
    expect((await attendanceStatement(who(1)))?.rows).toEqual([]);
    expect(await attendanceStatement(ruth)).toBeNull();
    await expect(cancelEvent(ruth, { eventId: manchester, version: 1, message: "" }, NOW)).rejects.toThrow(
      "register",
    );
  });

  test("calendars hold the place that was chosen, and lose what is cancelled", async () => {
    const [manchester, oxford] = await pair(5, 5);
    await choosePlace(who(20), { eventId: manchester, ...NONE }, NOW);
    await startFeed(who(20), NOW);
    const token = /calendar\/(.+)\.ics$/.exec((await myFeed(who(20))) ?? "")?.[1] ?? "";
    const places = async () => {
      const file = icsCalendar("My NPQ", (await feedAt(token, NOW)) ?? []);
      const entries = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent");
      return entries.flatMap((entry) => new ICAL.Event(entry).location ?? []);
    };
    expect(await places()).toContain("Manchester");
    expect(await places()).not.toContain("Oxford");
    const file = (await myEventFile(who(20), manchester, NOW)) ?? "";
    const [entry] = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent");
    expect(entry && new ICAL.Event(entry).startDate.toJSDate()).toEqual(londonTime("2027-07-07", "09:30"));
    expect(await myEventFile(owen, manchester, NOW)).toBeNull();
    await cancelEvent(ruth, { eventId: manchester, version: 1, message: "" }, NOW);
    expect(await places()).not.toContain("Manchester");
    expect(await myEventFile(who(20), manchester, NOW)).toBeNull();
    await choosePlace(who(20), { eventId: oxford, ...NONE }, NOW);
    expect(await places()).toContain("Oxford");
  });

  test("an apology is shown in a group's register, and is not taken for a place", async () => {
    const group = await db.peerGroup.create({
      data: { cohortId, name: "Northfold", facilitatorId: tom.userId },
    });
    await db.enrolment.updateMany({
      where: { id: { in: [who(10).enrolmentId, who(11).enrolmentId] } },
      data: { peerGroupId: group.id },
    });
    const eventId = await scheduleEvent(
      ruth,
      {
        cohortId,
        milestoneId: await milestoneId(cohortId, 12),
        place: "Online",
        startsAt: londonTime("2026-12-03", "16:00"),
        endsAt: londonTime("2026-12-03", "18:00"),
        peerGroupId: group.id,
      },
      NOW,
    );
    const { enrolmentId } = who(10);
    const apology = await db.eventApology.create({ data: { eventId, enrolmentId, saidAt: NOW } });
    const register = await registerFor(tom, eventId, NOW);
    expect(register?.rows.map(({ fullName, sorry }) => [fullName, sorry])).toEqual([
      ["Person 11", true],
      ["Person 12", false],
    ]);
    expect((await myEvents(who(10), NOW)).map(({ id }) => id)).not.toContain(eventId);
    expect((await staffEvent(tom, eventId, NOW))?.expected).toBe(1);
    await db.eventApology.update({ where: { id: apology.id }, data: { withdrawnAt: NOW } });
    expect((await staffEvent(tom, eventId, NOW))?.expected).toBe(2);
  });

  test("what they need is for those who run the event, until a fortnight after it", async () => {
    const [manchester, oxford] = await pair(5, 5);
    const needs = { access: "Step-free access", dietary: "No nuts" };
    await choosePlace(who(0), { eventId: manchester, ...needs, wait: false }, NOW);
    await choosePlace(who(1), { eventId: oxford, ...NONE }, NOW);
    await saveNeeds(who(1), { eventId: oxford, access: "", dietary: "Halal" }, NOW);
    for (const actor of [ruth, priya]) {
      expect(await needsOfEvent(actor, manchester)).toMatchObject({
        expected: 1,
        rows: [{ fullName: "Person 01", ...needs }],
      });
      expect((await signInSheet(actor, manchester))?.rows).toHaveLength(1);
    }
    for (const actor of [owen, tom, who(0)]) {
      expect(await needsOfEvent(actor, manchester)).toBeNull();
      expect(await signInSheet(actor, manchester)).toBeNull();
      expect(await staffEvent(actor, manchester, NOW)).toBeNull();
      expect(await attendeesList(actor, { event: manchester }, NOW)).toBeNull();
    }
    // The file has addresses, so it is for managers.
    expect(await attendeesList(priya, { event: manchester }, NOW)).toBeNull();
    expect(await csvOf(attendeesList, ruth, { event: manchester }, NOW)).toContain(
      "Person 01,person.1@example.org",
    );
    await expect(saveNeeds(ruth, { eventId: oxford, ...needs }, NOW)).rejects.toThrow(NotFound);
    const over = londonTime("2027-07-15", "09:00");
    await expect(saveNeeds(who(1), { eventId: oxford, ...needs }, over)).rejects.toThrow(WrongState);
    // The milestone's last event, that of an earlier test included, decides.
    expect(await forgetNeeds(londonTime("2027-07-27", "09:00"))).toBe(0);
    expect(await forgetNeeds(londonTime("2027-07-29", "09:00"))).toBe(2);
    // The log says that something was saved, never what.
    expect(
      JSON.stringify(await db.auditEntry.findMany(), (_, v) => (typeof v === "bigint" ? 0 : v)),
    ).not.toMatch(/Halal|nuts|Step-free/);
  });
});

test("pages ask a fixed number of questions, whatever there is to show", async () => {
  const [manchester] = await pair(3, 3);
  const counts = async () => [
    await statementsOf(() => myChoices(who(0), NOW)),
    await statementsOf(() => myEvents(who(0), NOW)),
    await statementsOf(() => staffEvent(ruth, manchester, NOW)),
    await statementsOf(() => needsOfEvent(ruth, manchester)),
  ];
  await choosePlace(who(0), { eventId: manchester, access: "A lift", dietary: "", wait: false }, NOW);
  await choosePlace(who(1), { eventId: manchester, ...NONE }, NOW);
  const few = await counts();
  for (let index = 2; index < 12; index++) {
    await choosePlace(who(index), { eventId: manchester, access: "", dietary: "Vegan", wait: true }, NOW);
  }
  expect(await counts()).toEqual(few);
});

test("an event by choice needs a day until which one can choose", async () => {
  const event = {
    cohortId,
    milestoneId: milestone,
    place: "Oxford",
    startsAt: londonTime("2027-07-20", "09:30"),
    endsAt: londonTime("2027-07-20", "16:00"),
    byChoice: true,
  };
  for (const choiceUntil of [undefined, null, "2027-08-01"])
    await expect(scheduleEvent(ruth, { ...event, choiceUntil }, NOW)).rejects.toThrow(FieldProblem);
});
