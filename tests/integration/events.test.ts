import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { takeRegister } from "@/lib/engagement/take-register";
import { changeStatus } from "@/lib/enrolments/change-status";
import { FieldProblem, NotFound } from "@/lib/errors";
import { eventChoices } from "@/lib/events/choices";
import { myEvents } from "@/lib/events/my-events";
import { eventsOfCohort, staffEvents } from "@/lib/events/queries";
import { type NewEvent, scheduleEvent } from "@/lib/events/schedule";
import { makePeerGroup } from "@/lib/peer-groups/groups";
import { joinPeerGroup } from "@/lib/peer-groups/members";
import { cohortManager, facilitators, otherManager, participants } from "@/prisma/seed/cast";
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

const NOW = new Date("2026-11-23T09:00:00Z");
const RESIDENTIAL = 2;
const STUDY = 4;
const GROUP_2 = 12;

let admin: Actor;
/** Ruth manages Spring 2026, Owen the cohort after it. */
let ruth: Actor;
let owen: Actor;
/** Priya runs the Northfield group; Tom runs none. */
let priya: Actor;
let tom: Actor;
let cohortId: string;
let laterId: string;
let northfield: string;
/** The first two are in the Northfield group, the others in none. */
let people: (Actor & { enrolmentId: string })[];

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const later = { slug: "spring-2027", name: "Spring 2027", startMonth: "2027-05" };
  laterId = await startCohort(admin, programmeId, later);
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", laterId);
  priya = await withRole(admin, facilitators[0], "facilitator");
  tom = await withRole(admin, facilitators[1], "facilitator");
  people = await enrolled(admin, cohortId, participants.slice(0, 4));
  northfield = await makePeerGroup(ruth, { cohortId, name: "Northfield", facilitatorId: priya.userId }, NOW);
  const members = people.slice(0, 2).map(({ enrolmentId }) => enrolmentId);
  await joinPeerGroup(ruth, { peerGroupId: northfield, enrolmentIds: members }, NOW);
});

const at = (index: number) => people[index] ?? ruth;

/** An evening online for the second peer group's milestone. */
async function evening(day: string, more: Partial<NewEvent> = {}): Promise<NewEvent> {
  const times = { startsAt: londonTime(day, "16:00"), endsAt: londonTime(day, "18:00") };
  return { cohortId, milestoneId: await milestoneId(cohortId, GROUP_2), place: "Online", ...times, ...more };
}

describe("scheduling", () => {
  test("puts the event into the calendar with one audit row, under the milestone's title", async () => {
    const id = await scheduleEvent(ruth, await evening("2026-12-03", { peerGroupId: northfield }), NOW);
    const event = await db.event.findUniqueOrThrow({ where: { id } });
    expect(event).toMatchObject({ cohortId, title: "Peer learning group 2", place: "Online" });
    const audit = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(audit).toMatchObject([{ action: "event.scheduled", actorId: ruth.userId, cohortId, at: NOW }]);
  });

  test("the same form sent twice makes one event, also at the same moment", async () => {
    const twice = await evening("2026-12-10", { formKey: randomUUID() });
    const ids = await Promise.all([scheduleEvent(ruth, twice, NOW), scheduleEvent(ruth, twice, NOW)]);
    expect(ids).toEqual([twice.formKey, twice.formKey]);
    expect(await db.auditEntry.count({ where: { subjectId: twice.formKey } })).toBe(1);
  });

  test("is not there for facilitators, participants and other cohorts' managers", async () => {
    const before = await db.event.count();
    const event = await evening("2026-12-11");
    for (const actor of [owen, priya, at(0)]) {
      await expect(scheduleEvent(actor, event, NOW)).rejects.toThrow(NotFound);
    }
    for (const cohort of ["", "x", randomUUID()]) {
      await expect(scheduleEvent(ruth, { ...event, cohortId: cohort }, NOW)).rejects.toThrow(NotFound);
    }
    expect(await db.event.count()).toBe(before);
  });

  test("says which field is wrong", async () => {
    const fine = await evening("2026-12-12");
    const foreign = await milestoneId(laterId, GROUP_2);
    const wrong: [string, Partial<NewEvent>][] = [
      ["endTime", { endsAt: fine.startsAt }],
      ["lastDay", { endsAt: londonTime("2027-12-12", "18:00") }],
      ["milestoneId", { milestoneId: foreign }],
      ["milestoneId", { milestoneId: await milestoneId(cohortId, STUDY) }],
      ["milestoneId", { milestoneId: "{ not: '' }" }],
      ["peerGroupId", { peerGroupId: randomUUID() }],
      ["facilitatorId", { facilitatorId: ruth.userId }],
    ];
    for (const [field, change] of wrong) {
      const refusal = scheduleEvent(ruth, { ...fine, ...change }, NOW);
      await expect(refusal, field).rejects.toThrow(FieldProblem);
      await expect(refusal, field).rejects.toMatchObject({ field });
    }
  });

  test("a form key that is another event's changes nothing", async () => {
    const id = await scheduleEvent(ruth, await evening("2026-12-14"), NOW);
    await scheduleEvent(ruth, await evening("2026-12-15", { formKey: id, place: "Elsewhere" }), NOW);
    expect(await db.event.findUniqueOrThrow({ where: { id } })).toMatchObject({ place: "Online" });
  });
});

describe("who sees which events", () => {
  let past: string;
  let whole: string;

  beforeAll(async () => {
    const milestone = await milestoneId(cohortId, RESIDENTIAL);
    past = await scheduleEvent(ruth, await evening("2026-11-19", { peerGroupId: northfield }), NOW);
    const residential = { milestoneId: milestone, place: "Oxford", facilitatorId: tom.userId };
    const times = { startsAt: londonTime("2026-06-11", "09:30"), endsAt: londonTime("2026-06-12", "16:30") };
    whole = await scheduleEvent(ruth, await evening("2026-06-11", { ...residential, ...times }), NOW);
  });

  const ids = (events: { id: string }[]) => events.map(({ id }) => id);

  test("a participant: the cohort's, and of the groups only their own", async () => {
    expect(ids(await myEvents(at(0), NOW))).toEqual(expect.arrayContaining([past, whole]));
    const others = ids(await myEvents(at(2), NOW));
    expect(others).toContain(whole);
    expect(others).not.toContain(past);
    expect(await myEvents(owen, NOW)).toEqual([]);
    const residential = (await myEvents(at(2), NOW)).find(({ id }) => id === whole);
    expect(residential).toMatchObject({ place: "Oxford", past: true, mark: null, day: "2026-06-11" });
    expect(residential?.when).toBe("Thursday 11 June 2026, 09:30, to Friday 12 June 2026, 16:30");
  });

  test("a facilitator: those they run and their groups'; a manager: their cohort's; nobody else any", async () => {
    const all = { show: "all", page: 1 } as const;
    expect(ids((await staffEvents(priya, all, NOW)).rows)).toContain(past);
    expect(ids((await staffEvents(priya, all, NOW)).rows)).not.toContain(whole);
    expect(ids((await staffEvents(tom, all, NOW)).rows)).toEqual([whole]);
    expect(ids((await staffEvents(ruth, all, NOW)).rows)).toEqual(expect.arrayContaining([past, whole]));
    for (const actor of [owen, at(0)]) {
      expect((await staffEvents(actor, all, NOW)).total).toBe(0);
      expect(await eventsOfCohort(actor, cohortId, NOW)).toEqual([]);
      expect(await eventChoices(actor, cohortId)).toBeNull();
    }
  });

  test("the register: expected, marked, and what it says of oneself", async () => {
    const one = async () => (await eventsOfCohort(ruth, cohortId, NOW)).find(({ id }) => id === past);
    expect(await one()).toMatchObject({ expected: 2, marked: 0, started: true, over: true });
    const toTake = async () => ids((await staffEvents(priya, { show: "to_take", page: 1 }, NOW)).rows);
    expect(await toTake()).toContain(past);
    const marks = [true, false].map((attended, index) => ({
      enrolmentId: people[index]?.enrolmentId ?? "",
      attended,
    }));
    await takeRegister(priya, { eventId: past, marks }, NOW);
    expect(await one()).toMatchObject({ expected: 2, marked: 2 });
    expect(await toTake()).not.toContain(past);
    const mine = async (index: number) => (await myEvents(at(index), NOW)).find(({ id }) => id === past);
    expect([(await mine(0))?.mark, (await mine(1))?.mark]).toEqual(["present", "absent"]);
    // Taken again: the later mark stands, and is counted once.
    await takeRegister(
      priya,
      {
        eventId: past,
        marks: marks.map((mark) => ({ ...mark, attended: true, minutes: 60 })),
        reason: "Late.",
      },
      NOW,
    );
    // A part is never said to be all of it.
    expect(await mine(1)).toMatchObject({ mark: "part", minutes: 60 });
    expect(await one()).toMatchObject({ marked: 2 });
  });

  test("somebody who has withdrawn is not expected, and keeps what they have been to", async () => {
    const gone = people[3];
    const been = [{ enrolmentId: gone?.enrolmentId ?? "", attended: true }];
    await takeRegister(tom, { eventId: whole, marks: been }, NOW);
    await changeStatus(
      ruth,
      {
        enrolmentId: gone?.enrolmentId ?? "",
        toState: "withdrawn",
        reasonCode: "other",
        effectiveOn: "2026-11-20",
      },
      NOW,
    );
    expect(await myEvents(at(3), NOW)).toMatchObject([{ id: whole, mark: "present", past: true }]);
    const residential = (await eventsOfCohort(ruth, cohortId, NOW)).find(({ id }) => id === whole);
    expect(residential?.expected).toBe(3);
  });

  test("the form offers the cohort's own milestones that people meet for, its groups, and facilitators", async () => {
    const choices = await eventChoices(ruth, cohortId);
    expect(choices?.milestones.map(({ label }) => label)).toContain("Peer learning group 2 (module 2)");
    expect(choices?.milestones.map(({ value }) => value)).not.toContain(await milestoneId(cohortId, STUDY));
    expect(choices?.groups).toEqual([{ value: northfield, label: "Northfield" }]);
    expect(choices?.facilitators.map(({ value }) => value).sort()).toEqual([priya.userId, tom.userId].sort());
  });
});
