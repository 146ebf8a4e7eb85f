import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { registerFor } from "@/lib/engagement/queries";
import { registerCorrections } from "@/lib/engagement/register-history";
import { takeRegister } from "@/lib/engagement/take-register";
import { changeStatus } from "@/lib/enrolments/change-status";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { scheduleEvent } from "@/lib/events/schedule";
import { sayCannotCome } from "@/lib/peer-groups/apology";
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
let admin: Actor;
let ruth: Actor;
let owen: Actor;
let priya: Actor;
let tom: Actor;
let cohortId: string;
let people: (Actor & { enrolmentId: string })[];
/** Amara, Ben, Chidi and Dilys. */
let group: string[];
let groupId: string;

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const other = await startCohort(admin, programmeId, {
    slug: "spring-2027",
    name: "Spring 2027",
    startMonth: "2027-05",
  });
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", other);
  priya = await withRole(admin, facilitators[0], "facilitator");
  tom = await withRole(admin, facilitators[1], "facilitator");
  people = await enrolled(admin, cohortId, participants.slice(0, 8));
  group = people.slice(0, 4).map(({ enrolmentId }) => enrolmentId);
  groupId = await makePeerGroup(ruth, { cohortId, name: "Northfield", facilitatorId: priya.userId }, NOW);
  await joinPeerGroup(ruth, { peerGroupId: groupId, enrolmentIds: group }, NOW);
});

/** A session of the group on the second peer learning group's milestone, two hours. */
async function session(day = "2026-11-19", more: object = {}): Promise<string> {
  const times = { startsAt: londonTime(day, "16:00"), endsAt: londonTime(day, "18:00") };
  const event = {
    cohortId,
    milestoneId: await milestoneId(cohortId, 12),
    place: "Online",
    peerGroupId: groupId,
    ...times,
    ...more,
  };
  return scheduleEvent(ruth, event, NOW);
}

const person = (index: number) => people[index] as Actor & { enrolmentId: string };
const all = (attended: boolean) => group.map((enrolmentId) => ({ enrolmentId, attended }));
const tallies = async (number: number) => {
  const where = { milestoneId: await milestoneId(cohortId, number), enrolmentId: { in: group } };
  const rows = await db.enrolmentMilestone.findMany({ where, orderBy: { enrolmentId: "asc" } });
  return rows.map(({ minutesRecorded, completedAt }) => [minutesRecorded, completedAt !== null]);
};

test("present counts in full, absent is a fact too; one audit row", async () => {
  const eventId = await session();
  const marks = group.map((enrolmentId, index) => ({ enrolmentId, attended: index !== 1 }));
  expect(await takeRegister(priya, { eventId, marks }, NOW)).toEqual({
    recorded: 4,
    unchanged: 0,
    notActive: 0,
  });
  expect((await tallies(12)).toSorted()).toEqual([
    [0, false],
    [120, true],
    [120, true],
    [120, true],
  ]);
  expect(await db.engagementRecord.findMany({ where: { eventId, minutes: 0 } })).toMatchObject([
    { enrolmentId: group[1], source: "attendance_register", recordedById: priya.userId, completes: false },
  ]);
  expect(
    await db.auditEntry.findMany({ where: { subjectId: eventId, action: "register.taken" } }),
  ).toMatchObject([{ actorId: priya.userId, cohortId, after: { recorded: 4, unchanged: 0, notActive: 0 } }]);
  const register = await registerFor(priya, eventId, NOW);
  expect(register?.rows.map(({ fullName, mark }) => [fullName, mark])).toEqual([
    ["Amara Okafor", "present"],
    ["Ben Lister", "absent"],
    ["Chidi Mensah", "present"],
    ["Dilys Probert", "present"],
  ]);
  expect(register?.takenAt).toEqual(NOW);
});

describe("taken again", () => {
  test("only what is different is recorded, in the place of the old", async () => {
    const eventId = await session("2026-11-05");
    await takeRegister(priya, { eventId, marks: all(true) }, NOW);
    const second = all(true).map((mark, index) =>
      index === 0 ? { ...mark, attended: false } : index === 1 ? { ...mark, minutes: 60 } : mark,
    );
    await expect(takeRegister(ruth, { eventId, marks: second }, NOW)).rejects.toThrow(FieldProblem);
    expect(await db.engagementRecord.count({ where: { eventId } })).toBe(4);
    const later = new Date(NOW.getTime() + 60_000);
    expect(await takeRegister(ruth, { eventId, marks: second, reason: "Amara was at home." }, later)).toEqual(
      {
        recorded: 2,
        unchanged: 2,
        notActive: 0,
      },
    );
    expect(await db.engagementRecord.count({ where: { eventId } })).toBe(6);
    expect(await db.engagementRecord.count({ where: { eventId, supersedesId: { not: null } } })).toBe(2);
    const register = await registerFor(ruth, eventId, NOW);
    expect(register?.rows.map(({ minutes }) => minutes)).toEqual([0, 60, 120, 120]);
    expect(register?.rows.map(({ mark }) => mark)).toEqual(["absent", "part", "present", "present"]);
    // The old marks are kept, with who, when, from what to what, and why.
    expect(await registerCorrections(priya, eventId)).toMatchObject([
      {
        fullName: "Ben Lister",
        from: { mark: "present" },
        to: { mark: "part", minutes: 60 },
        by: "Ruth Calder",
      },
      {
        fullName: "Amara Okafor",
        from: { mark: "present", minutes: 120 },
        to: { mark: "absent", minutes: 0 },
        why: "Amara was at home.",
        at: later,
      },
    ]);
    for (const who of [owen, tom, people[0] ?? owen])
      expect(await registerCorrections(who, eventId)).toBeNull();
    const audit = await db.auditEntry.findFirst({
      where: { subjectId: eventId, action: "register.taken" },
      orderBy: { id: "desc" },
    });
    expect(audit?.after).toMatchObject({ recorded: 2, corrected: 2 });
    await takeRegister(priya, { eventId, marks: all(true), reason: "They were there." }, NOW);
    expect((await registerFor(ruth, eventId, NOW))?.rows.every(({ minutes }) => minutes === 120)).toBe(true);
  });

  test("the same marks twice, or by two at once, are recorded once", async () => {
    const eventId = await session("2026-11-06");
    await Promise.all(
      [priya, ruth, priya, admin].map((who) => takeRegister(who, { eventId, marks: all(true) }, NOW)),
    );
    await takeRegister(priya, { eventId, marks: all(true) }, NOW);
    expect(await db.engagementRecord.count({ where: { eventId } })).toBe(4);
    expect(await db.auditEntry.count({ where: { subjectId: eventId, action: "register.taken" } })).toBe(1);
  });

  test("checked against a register that has changed since, it is refused and nothing is recorded", async () => {
    const eventId = await session("2026-11-04");
    const version = async () => (await registerFor(priya, eventId, NOW))?.version;
    const seen = await version();
    await takeRegister(ruth, { eventId, marks: all(true), version: seen }, NOW);
    expect(await version()).not.toBe(seen);
    const late = { eventId, marks: all(false), version: seen, reason: "Nobody came." };
    await expect(takeRegister(priya, late, NOW)).rejects.toThrow(StaleVersion);
    expect(await db.engagementRecord.count({ where: { eventId } })).toBe(4);
    // A second click sends what stands already, with the version from before the first.
    const again = await takeRegister(ruth, { eventId, marks: all(true), version: seen }, NOW);
    expect(again).toMatchObject({ recorded: 0, unchanged: 4 });
    await takeRegister(priya, { ...late, version: await version() }, NOW);
    expect((await registerFor(ruth, eventId, NOW))?.rows.every(({ mark }) => mark === "absent")).toBe(true);
  });

  test("two who disagree at once leave one register, whole", async () => {
    const eventId = await session("2026-11-07");
    await Promise.all(
      [true, false].map((attended) =>
        takeRegister(priya, { eventId, marks: all(attended), reason: "Another view" }, NOW),
      ),
    );
    const marks = (await registerFor(priya, eventId, NOW))?.rows.map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(1);
  });
});

describe("refused", () => {
  test("to those whose event it is not: it is not there", async () => {
    const eventId = await session("2026-11-10");
    for (const who of [owen, tom, people[0] ?? owen]) {
      await expect(takeRegister(who, { eventId, marks: all(true) }, NOW)).rejects.toThrow(NotFound);
      expect(await registerFor(who, eventId, NOW)).toBeNull();
    }
    const his = await session("2026-11-11", { facilitatorId: tom.userId });
    await takeRegister(tom, { eventId: his, marks: all(true) }, NOW);
    expect((await registerFor(tom, his, NOW))?.rows).toHaveLength(4);
  });

  test("marks of people who are not expected, minutes that cannot be, an event to come", async () => {
    const eventId = await session("2026-11-12");
    const [stranger] = people.slice(5);
    const marks = [...all(true), { enrolmentId: stranger?.enrolmentId ?? "", attended: true }];
    await expect(takeRegister(priya, { eventId, marks }, NOW)).rejects.toThrow(NotFound);
    const long = all(true).map((mark) => ({ ...mark, minutes: 121 }));
    await expect(takeRegister(priya, { eventId, marks: long }, NOW)).rejects.toThrow(FieldProblem);
    expect(await db.engagementRecord.count({ where: { eventId } })).toBe(0);
    const tomorrow = await session("2026-11-24");
    await expect(takeRegister(priya, { eventId: tomorrow, marks: all(true) }, NOW)).rejects.toThrow(
      WrongState,
    );
    expect((await registerFor(priya, tomorrow, NOW))?.canTake).toBe(false);
    await takeRegister(priya, { eventId: tomorrow, marks: all(false) }, londonTime("2026-11-24", "00:00"));
  });
});

test("whoever is not active any more is passed over, and the rest is recorded", async () => {
  const eventId = await session("2026-11-13");
  const [gone = ""] = group.slice(3);
  await takeRegister(priya, { eventId, marks: [{ enrolmentId: gone, attended: true }] }, NOW);
  const leave = {
    enrolmentId: gone,
    toState: "withdrawn",
    reasonCode: "change-in-career",
    effectiveOn: "2026-11-20",
  } as const;
  await changeStatus(ruth, leave, NOW);
  const later = await session("2026-11-14");
  expect(await takeRegister(priya, { eventId: later, marks: all(true) }, NOW)).toEqual({
    recorded: 3,
    unchanged: 0,
    notActive: 1,
  });
  expect((await registerFor(priya, later, NOW))?.rows).toHaveLength(3);
  // Where they have a mark already, they are still seen.
  expect((await registerFor(priya, eventId, NOW))?.rows).toHaveLength(4);
});

test("what was said in advance stands beside the name, whether or not they come", async () => {
  const eventId = await session("2026-11-17");
  const before = londonTime("2026-11-16", "08:00");
  await sayCannotCome(person(0), { eventId, note: "Our governors meet that evening." }, before);
  await sayCannotCome(person(1), { eventId, note: "" }, before);
  const said = async () =>
    (await registerFor(priya, eventId, NOW))?.rows
      .slice(0, 3)
      .map(({ sorry, sorryNote, mark }) => [sorry, sorryNote, mark]);
  expect(await said()).toEqual([
    [true, "Our governors meet that evening.", null],
    [true, "", null],
    [false, "", null],
  ]);
  await takeRegister(priya, { eventId, marks: all(true).slice(0, 3) }, NOW);
  expect((await said())?.map(([, , mark]) => mark)).toEqual(["present", "present", "present"]);
});

test("nobody marks themselves, whatever they manage or run", async () => {
  const eventId = await session("2026-11-16");
  const both = await withRole(admin, person(0), "cohort_manager", cohortId);
  const own = { eventId, marks: [{ enrolmentId: person(0).enrolmentId, attended: true }] };
  await expect(takeRegister(both, own, NOW)).rejects.toThrow("your own place");
  await expect(takeRegister(both, { eventId, marks: all(true).slice(0, 3) }, NOW)).rejects.toThrow(
    WrongState,
  );
  expect(await db.engagementRecord.count({ where: { eventId } })).toBe(0);
  expect((await registerFor(both, eventId, NOW))?.rows.map((row) => row.own)).toEqual([true, false, false]);
  // The others they mark, and their own mark that somebody else gave may go along unchanged.
  await takeRegister(priya, own, NOW);
  await takeRegister(both, { eventId, marks: all(true).slice(0, 3) }, NOW);
  expect(await db.engagementRecord.count({ where: { eventId } })).toBe(3);
  const change = {
    eventId,
    marks: [{ enrolmentId: person(0).enrolmentId, attended: false }],
    reason: "I was ill.",
  };
  await expect(takeRegister(both, change, NOW)).rejects.toThrow("your own place");
});
