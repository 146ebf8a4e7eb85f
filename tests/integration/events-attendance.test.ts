import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { registerFor } from "@/lib/engagement/queries";
import { takeRegister } from "@/lib/engagement/take-register";
import { FieldProblem, NotFound, StaleVersion, TooMany, WrongState } from "@/lib/errors";
import { enterAttendance, readAttendance } from "@/lib/events/attendance/import";
import { scheduleEvent } from "@/lib/events/schedule";
import { sayCannotCome } from "@/lib/peer-groups/apology";
import { administrator, groupWith, milestoneId, springWithStaff, withRole } from "../support/cohort";
import { freshDatabase } from "../support/database";

const NOW = new Date("2026-11-23T09:00:00Z");
let [ruth, owen, priya, tom] = [] as unknown as [Actor, Actor, Actor, Actor];
/** Amara, Ben, Chidi and Dilys, of Northfield. */
let people: (Actor & { enrolmentId: string })[];
let cohortId: string;
let groupId: string;

beforeAll(async () => {
  await freshDatabase();
  ({ ruth, owen, priya, tom, people, cohortId } = await springWithStaff(4));
  const northfield = { cohortId, name: "Northfield", facilitatorId: priya.userId };
  groupId = await groupWith(ruth, northfield, people, NOW);
});

async function session(day: string): Promise<string> {
  const times = { startsAt: londonTime(day, "16:00"), endsAt: londonTime(day, "18:00") };
  const event = {
    cohortId,
    milestoneId: await milestoneId(cohortId, 12),
    place: "Online",
    peerGroupId: groupId,
  };
  return scheduleEvent(ruth, { ...event, ...times }, NOW);
}

/** A report of Teams of that day, as it is downloaded. */
function teams(day: string, ...rows: [name: string, from: string, to: string, email?: string][]) {
  const lines = [
    ["2. Participants"],
    ["Name", "First Join", "Last Leave", "In-Meeting Duration", "Email"],
    ...rows.map(([name, from, to, email = ""]) => [name, `${day} ${from}`, `${day} ${to}`, "", email]),
  ];
  const text = `\uFEFF${lines.map((cells) => cells.join("\t")).join("\r\n")}`;
  return {
    name: "Peer learning group 2 - Attendance report.csv",
    bytes: new Uint8Array(Buffer.from(text, "utf16le")),
  };
}
const who = (index: number) => people[index] as Actor & { enrolmentId: string };
const id = (index: number) => who(index).enrolmentId;
const marks = async (eventId: string) =>
  (await registerFor(priya, eventId, NOW))?.rows.map(({ mark, minutes }) => [mark, minutes]);

const DAY = "2026-11-19";
const FILE = () =>
  teams(
    DAY,
    ["Somebody Else Entirely", "16:00", "18:00", who(0).email],
    ["LISTER, Ben (Guest)", "16:10", "17:10"],
    ["Chidi", "16:00", "18:00"],
    ["Read.ai Notetaker", "16:00", "18:00"],
  );

test("a report is read and nothing written; what staff confirm goes in at once, and the same again changes nothing", async () => {
  const eventId = await session(DAY);
  const report = await readAttendance(priya, { eventId, share: 90, file: FILE() }, NOW);
  expect(report).toMatchObject({
    matched: [
      { enrolmentId: id(0), by: "e-mail", minutes: 120, now: "", next: "present" },
      { enrolmentId: id(1), by: "name", minutes: 60, now: "", next: "there for 1 h" },
    ],
    unsure: [{ as: "Chidi", minutes: 120, candidates: [{ enrolmentId: id(2) }] }],
    nobody: [{ as: "Read.ai Notetaker" }],
    wrong: [],
  });
  expect(report.missing.map(({ enrolmentId }) => enrolmentId)).toEqual([id(2), id(3)]);
  expect(await db.engagementRecord.count({ where: { eventId } })).toBe(0);

  const there = new Map([
    [id(0), 120],
    [id(1), 60],
    [id(2), 120],
  ]);
  const input = { eventId, version: report.version, share: 90, absent: true, there, reason: "" };
  expect(await enterAttendance(priya, input, NOW)).toMatchObject({ recorded: 4 });
  expect(await marks(eventId)).toEqual([
    ["present", 120],
    ["part", 60],
    ["present", 120],
    ["absent", 0],
  ]);

  const again = await readAttendance(priya, { eventId, share: 90, file: FILE() }, NOW);
  expect(again.matched.every(({ now, next }) => now === next)).toBe(true);
  expect(again.missing).toEqual([]);
  const second = await enterAttendance(priya, { ...input, version: again.version }, NOW);
  expect(second).toMatchObject({ recorded: 0, unchanged: 3 });
  expect(await db.engagementRecord.count({ where: { eventId } })).toBe(4);
  expect(await db.auditEntry.count({ where: { subjectId: eventId, action: "register.taken" } })).toBe(1);
});

test("it corrects marks that stand with the reason that is given, and not a register that changed since it was read", async () => {
  const eventId = await session("2026-11-18");
  const file = teams("2026-11-18", ["Ben Lister", "15:00", "19:00"]);
  const report = await readAttendance(ruth, { eventId, share: 90, file }, NOW);
  await takeRegister(priya, { eventId, marks: [{ enrolmentId: id(1), attended: false }] }, NOW);
  const input = {
    eventId,
    version: report.version,
    share: 90,
    absent: false,
    there: new Map([[id(1), 120]]),
    reason: "",
  };
  const why = "Entered from the meeting’s report: Ben had joined by phone.";
  await expect(enterAttendance(ruth, { ...input, reason: why }, NOW)).rejects.toThrow(StaleVersion);
  expect(await marks(eventId)).toContainEqual(["absent", 0]);
  const fresh = await readAttendance(ruth, { eventId, share: 90, file }, NOW);
  expect(fresh.matched).toMatchObject([{ now: "absent", next: "present" }]);
  expect(fresh.marked).toBe(true);
  // Nothing stands in for a reason that nobody gives.
  await expect(enterAttendance(ruth, { ...input, version: fresh.version }, NOW)).rejects.toThrow(
    new FieldProblem("reason", "Enter why the register is corrected"),
  );
  expect(await marks(eventId)).toContainEqual(["absent", 0]);
  await enterAttendance(ruth, { ...input, version: fresh.version, reason: why }, NOW);
  const record = await db.engagementRecord.findFirst({ where: { eventId, supersededBy: null } });
  expect(record).toMatchObject({ minutes: 120, note: why });
});

test("nobody enters themselves; who has said that they cannot come is missing with that word", async () => {
  const eventId = await session("2026-11-17");
  const early = londonTime("2026-11-16", "09:00");
  await sayCannotCome(who(3), { eventId, note: "Inspectors are in." }, early);
  // Somebody who takes part and manages the cohort besides.
  const both = await withRole(await administrator(), who(0), "cohort_manager", cohortId);
  const file = teams(
    "2026-11-17",
    ["Amara Okafor", "16:00", "18:00", who(0).email],
    ["Ben Lister", "16:00", "18:00"],
  );
  const report = await readAttendance(both, { eventId, share: 90, file }, NOW);
  expect(report.matched.map(({ fullName }) => fullName)).toEqual(["Ben Lister"]);
  expect(report.nobody.map(({ as }) => as)).toEqual(["Amara Okafor (you: somebody else has to mark you)"]);
  expect(report.missing.map(({ enrolmentId, sorry }) => [enrolmentId, sorry])).toEqual([
    [id(2), false],
    [id(3), true],
  ]);
  expect(report.marked).toBe(false);
  const { version } = report;
  const terms = { eventId, version, share: 90, absent: true, reason: "" };
  await expect(enterAttendance(both, { ...terms, there: new Map([[id(0), 120]]) }, NOW)).rejects.toThrow(
    "your own place",
  );
  expect(await marks(eventId)).toEqual([
    [null, null],
    [null, null],
    [null, null],
    [null, null],
  ]);
  await enterAttendance(both, { ...terms, there: new Map([[id(1), 120]]) }, NOW);
  expect(await marks(eventId)).toEqual([
    [null, null],
    ["present", 120],
    ["absent", 0],
    ["absent", 0],
  ]);
});

describe("refused", () => {
  test("to those whose event it is not; people who were not expected; events to come", async () => {
    const eventId = await session("2026-11-17");
    const file = teams("2026-11-17", ["Ben Lister", "16:00", "18:00"]);
    const input = {
      eventId,
      version: "v",
      share: 90,
      absent: false,
      there: new Map([[id(1), 120]]),
      reason: "",
    };
    for (const actor of [owen, tom, who(0)]) {
      await expect(readAttendance(actor, { eventId, share: 90, file }, NOW)).rejects.toThrow(NotFound);
      await expect(enterAttendance(actor, input, NOW)).rejects.toThrow(NotFound);
    }
    const { version = "" } = (await registerFor(priya, eventId, NOW)) ?? {};
    const stranger = { ...input, version, there: new Map([[randomUUID(), 120]]) };
    await expect(enterAttendance(priya, stranger, NOW)).rejects.toThrow(NotFound);
    await expect(enterAttendance(priya, { ...input, version, there: new Map() }, NOW)).rejects.toThrow(
      WrongState,
    );
    const tomorrow = await session("2026-11-24");
    await expect(readAttendance(priya, { eventId: tomorrow, share: 90, file }, NOW)).rejects.toThrow(
      WrongState,
    );
    expect(await db.engagementRecord.count({ where: { eventId } })).toBe(0);
  });

  test("a report of another meeting, no file, and very many files", async () => {
    const eventId = await session("2026-11-16");
    const read = (file: { name: string; bytes: Uint8Array } | null, at = NOW) =>
      readAttendance(ruth, { eventId, share: 90, file }, at);
    await expect(read(teams("2026-11-09", ["Ben Lister", "16:00", "18:00"]))).rejects.toThrow(
      "another meeting",
    );
    await expect(read(null)).rejects.toThrow(FieldProblem);
    const later = new Date(NOW.getTime() + 3 * 60 * 60_000);
    const file = teams("2026-11-16", ["Ben Lister", "16:00", "18:00"]);
    for (let i = 0; i < 60; i++) await read(file, later);
    await expect(read(file, later)).rejects.toThrow(TooMany);
  });
});
