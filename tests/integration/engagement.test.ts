import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { correctRecord } from "@/lib/engagement/correct-record";
import { enterRecords } from "@/lib/engagement/enter-records";
import { logStudy } from "@/lib/engagement/log-study";
import { markDone } from "@/lib/engagement/mark-done";
import { milestoneDetail, participantOverview } from "@/lib/engagement/queries";
import { changeStatus } from "@/lib/enrolments/change-status";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { cohortManager, otherManager, participants } from "@/prisma/seed/cast";
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
const TODAY = "2026-11-23";
let admin: Actor;
let ruth: Actor;
let owen: Actor;
let cohortId: string;
let everyone: (Actor & { enrolmentId: string })[];
let amara: Actor & { enrolmentId: string };
let next = 0;
/** Study of module 1 and 2, formative task of module 1, a peer group's session, study of module 3 (not open yet). */
let study1: string;
let study2: string;
let task1: string;
let group1: string;
let study3: string;
let checkIn1: string;

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
  everyone = await enrolled(admin, cohortId, participants);
  const number = (which: number) => milestoneId(cohortId, which);
  [study1, study2, task1] = [await number(4), await number(11), await number(6)];
  [group1, study3, checkIn1] = [await number(5), await number(21), await number(7)];
});

/** Each test has a participant of its own. */
beforeEach(() => {
  const who = everyone[next++];
  if (!who) throw new Error("the cast is too small for the tests");
  amara = who;
});

const form = () => ({ formKey: randomUUID() });
const log = (minutes: number, more: object = {}) =>
  logStudy(amara, { milestoneId: study2, minutes, happenedOn: TODAY, ...form(), ...more }, NOW);
const tally = (milestone: string) =>
  db.enrolmentMilestone.findUniqueOrThrow({
    where: { enrolmentId_milestoneId: { enrolmentId: amara.enrolmentId, milestoneId: milestone } },
    select: { minutesRecorded: true, completedAt: true, credited: true },
  });
const records = (milestone: string) =>
  db.engagementRecord.findMany({
    where: { enrolmentId: amara.enrolmentId, milestoneId: milestone },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
const first = async (milestone: string) => (await records(milestone))[0]?.id ?? "";
const overall = async () => (await participantOverview(amara, NOW))?.engagement.overall.doneMinutes;

describe("logging study", () => {
  test("in pieces towards the module's hours: complete when they are reached, and not before", async () => {
    await log(450);
    expect(await tally(study2)).toMatchObject({ minutesRecorded: 450, completedAt: null });
    expect(await overall()).toBe(450);
    const later = new Date(NOW.getTime() + 3_600_000);
    await logStudy(
      amara,
      { milestoneId: study2, minutes: 60, happenedOn: TODAY, note: "Chapter 3", ...form() },
      later,
    );
    expect(await tally(study2)).toEqual({ minutesRecorded: 510, completedAt: later, credited: false });
    expect(await overall()).toBe(480);
    const evening = new Date(NOW.getTime() + 7_200_000);
    await logStudy(amara, { milestoneId: study2, minutes: 30, happenedOn: TODAY, ...form() }, evening);
    expect(await tally(study2)).toMatchObject({ minutesRecorded: 540, completedAt: later });
    expect(await overall()).toBe(480);
    const facts = { action: "study.logged", subjectId: amara.enrolmentId };
    expect(await db.auditEntry.count({ where: facts })).toBe(3);
    expect(
      JSON.stringify(await db.auditEntry.findMany({ where: facts, select: { after: true } })),
    ).not.toContain("Chapter");
  });

  test("the same form twice, one after the other or at once, makes one record", async () => {
    const same = form();
    await log(45, same);
    await log(45, same);
    const again = form();
    await Promise.all([1, 2, 3, 4, 5].map(() => log(45, again)));
    expect(await records(study2)).toHaveLength(2);
    expect(await tally(study2)).toMatchObject({ minutesRecorded: 90 });
  });

  test("a form's key used for something else is refused", async () => {
    const same = form();
    await log(45, same);
    await expect(log(45, { ...same, milestoneId: study1 })).rejects.toThrow(WrongState);
  });

  test("many at once are all counted", async () => {
    await Promise.all(Array.from({ length: 20 }, () => log(25)));
    expect(await tally(study2)).toMatchObject({ minutesRecorded: 500 });
    expect((await tally(study2)).completedAt).not.toBeNull();
  });

  test.each([
    ["4 minutes", { minutes: 4 }, "minutes"],
    ["721 minutes", { minutes: 721 }, "minutes"],
    ["part of a minute", { minutes: 30.5 }, "minutes"],
    ["tomorrow", { happenedOn: "2026-11-24" }, "happenedOn"],
    ["before the programme", { happenedOn: "2026-04-30" }, "happenedOn"],
  ])("%s is refused", async (_, wrong, field) => {
    const refused = await log(30, wrong).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FieldProblem);
    expect(refused).toMatchObject({ field });
    expect(await records(study2)).toEqual([]);
  });

  test("late counts; early, an event, somebody else's and nonsense do not", async () => {
    await log(480, { milestoneId: study1, happenedOn: "2026-05-01" });
    expect((await tally(study1)).completedAt).toEqual(NOW);
    await expect(log(30, { milestoneId: study3 })).rejects.toThrow("opens on 1 May 2027");
    await expect(log(30, { milestoneId: group1 })).rejects.toThrow(WrongState);
    for (const id of [randomUUID(), "x", { not: "" } as unknown as string]) {
      await expect(log(30, { milestoneId: id })).rejects.toThrow(NotFound);
    }
    await expect(
      logStudy(ruth, { milestoneId: study2, minutes: 30, happenedOn: TODAY, ...form() }, NOW),
    ).rejects.toThrow(NotFound);
  });

  test("only the active record; what is recorded stays", async () => {
    await log(60);
    const { enrolmentId } = amara;
    await changeStatus(
      ruth,
      { enrolmentId, toState: "deferred", reasonCode: "career-break", effectiveOn: TODAY },
      NOW,
    );
    await expect(log(60)).rejects.toThrow("Your place is deferred");
    await expect(markDone(amara, { milestoneId: task1, ...form() }, NOW)).rejects.toThrow(WrongState);
    expect(await tally(study2)).toMatchObject({ minutesRecorded: 60 });
    expect((await participantOverview(amara, NOW))?.next).toBeNull();
  });
});

describe("marking as done", () => {
  test("counts in full, once, and can be taken back", async () => {
    const same = form();
    await markDone(amara, { milestoneId: task1, ...same }, NOW);
    await markDone(amara, { milestoneId: task1, ...same }, NOW);
    expect(await tally(task1)).toEqual({ minutesRecorded: 60, completedAt: NOW, credited: false });
    await expect(markDone(amara, { milestoneId: task1, ...form() }, NOW)).rejects.toThrow("already done");
    const recordId = await first(task1);
    const take = { recordId, happenedOn: TODAY, ...form() };
    await expect(correctRecord(amara, { ...take, minutes: 30 }, NOW)).rejects.toThrow(FieldProblem);
    await correctRecord(amara, { ...take, minutes: 0 }, NOW);
    expect(await tally(task1)).toEqual({ minutesRecorded: 0, completedAt: null, credited: false });
    await markDone(amara, { milestoneId: task1, ...form() }, NOW);
    expect(await records(task1)).toHaveLength(3);
  });

  test("twice at once makes one record", async () => {
    const ends = await Promise.allSettled(
      [1, 2, 3].map(() => markDone(amara, { milestoneId: task1, ...form() }, NOW)),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await records(task1)).toHaveLength(1);
  });

  test("not an event, a check-in, study, or what has not opened", async () => {
    for (const milestone of [group1, checkIn1, study2]) {
      await expect(markDone(amara, { milestoneId: milestone, ...form() }, NOW)).rejects.toThrow(WrongState);
    }
    const task3 = await milestoneId(cohortId, 23);
    await expect(markDone(amara, { milestoneId: task3, ...form() }, NOW)).rejects.toThrow(
      "opens on 1 June 2027",
    );
  });
});

describe("correcting", () => {
  test("a new record takes the old one's place, which stays to be seen", async () => {
    await log(480);
    const recordId = await first(study2);
    await correctRecord(
      amara,
      { recordId, minutes: 120, happenedOn: "2026-11-20", note: "Typed 480 for 120", ...form() },
      NOW,
    );
    expect(await tally(study2)).toMatchObject({ minutesRecorded: 120, completedAt: null });
    const detail = await milestoneDetail(amara, study2, NOW);
    expect(detail?.records.map(({ minutes, live, correctable }) => [minutes, live, correctable])).toEqual([
      [120, true, true],
      [480, false, false],
    ]);
    expect(
      await db.auditEntry.findFirst({ where: { action: "record.corrected", subjectId: amara.enrolmentId } }),
    ).toMatchObject({
      before: { minutes: 480 },
      after: { minutes: 120 },
    });
  });

  test("of two corrections at once, one wins and the other is told", async () => {
    await log(100);
    const recordId = await first(study2);
    const ends = await Promise.allSettled(
      [50, 60].map((minutes) =>
        correctRecord(amara, { recordId, minutes, happenedOn: TODAY, ...form() }, NOW),
      ),
    );
    const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(StaleVersion);
    expect([50, 60]).toContain((await tally(study2)).minutesRecorded);
  });

  test("only one's own, and only what one recorded oneself", async () => {
    const entry = { enrolmentId: amara.enrolmentId, milestoneId: study2, minutes: 60, happenedOn: TODAY };
    await enterRecords(ruth, { cohortId, entries: [entry] }, NOW);
    const correction = { recordId: await first(study2), minutes: 5, happenedOn: TODAY, ...form() };
    await expect(correctRecord(amara, correction, NOW)).rejects.toThrow(NotFound);
    await log(30, { milestoneId: study1 });
    const mine = { ...correction, recordId: await first(study1) };
    await expect(correctRecord(everyone[0] ?? ruth, mine, NOW)).rejects.toThrow(NotFound);
    await expect(correctRecord(ruth, mine, NOW)).rejects.toThrow(NotFound);
  });
});

describe("what staff enter", () => {
  const entries = (minutes: number, more: object = {}) => [
    { enrolmentId: amara.enrolmentId, milestoneId: checkIn1, minutes, happenedOn: "2026-09-14", ...more },
  ];

  test("completes once the minutes are reached; a credit completes and says so", async () => {
    await enterRecords(ruth, { cohortId, entries: entries(30), ...form() }, NOW);
    expect(await tally(checkIn1)).toMatchObject({ minutesRecorded: 30, completedAt: null });
    await enterRecords(ruth, { cohortId, entries: entries(30) }, NOW);
    expect(await tally(checkIn1)).toMatchObject({ completedAt: NOW, credited: false });
    const credit = [
      { enrolmentId: amara.enrolmentId, milestoneId: group1, minutes: 60, happenedOn: TODAY, credit: true },
    ];
    await enterRecords(ruth, { cohortId, entries: credit }, NOW);
    expect(await tally(group1)).toEqual({ minutesRecorded: 60, completedAt: NOW, credited: true });
    const mine = (await participantOverview(amara, NOW))?.milestones.find(({ id }) => id === group1);
    expect(mine?.state).toBe("credited");
  });

  test("the same form twice enters once; by others, or for another cohort, nothing", async () => {
    const same = { cohortId, entries: entries(30), ...form() };
    await enterRecords(ruth, same, NOW);
    await enterRecords(ruth, same, NOW);
    expect(await records(checkIn1)).toHaveLength(1);
    for (const who of [owen, amara]) await expect(enterRecords(who, same, NOW)).rejects.toThrow(NotFound);
    await expect(
      enterRecords(ruth, { cohortId, entries: entries(30, { milestoneId: randomUUID() }) }, NOW),
    ).rejects.toThrow(NotFound);
    for (const wrong of [{ minutes: 0 }, { minutes: 61 }, { happenedOn: "2026-11-24" }]) {
      await expect(enterRecords(ruth, { cohortId, entries: entries(30, wrong) }, NOW)).rejects.toThrow(
        FieldProblem,
      );
    }
    expect(await records(checkIn1)).toHaveLength(1);
  });
});
