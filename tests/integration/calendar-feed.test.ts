import ICAL from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { icsCalendar, icsTag } from "@/lib/calendar/ics";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { changeStatus } from "@/lib/enrolments/change-status";
import { feedAt, myFeed, replaceFeed, startFeed, stopFeed } from "@/lib/events/calendar-feed";
import { participants } from "@/prisma/seed/cast";
import { sendAudit } from "../support/audits";
import {
  administrator,
  enrolled,
  milestoneId,
  npqelSaved,
  SPRING_2026,
  startCohort,
} from "../support/cohort";
import { freshDatabase } from "../support/database";
import { statementsOf } from "../support/statements";

const AT = new Date("2026-11-23T09:00:00Z");
let admin: Actor;
let amara: Actor & { enrolmentId: string };
let ben: Actor & { enrolmentId: string };
let cohortId: string;

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const people = await enrolled(admin, cohortId, participants.slice(0, 2));
  [amara, ben] = people as [typeof amara, typeof ben];
  const group = await db.peerGroup.create({ data: { cohortId, name: "Eastgate" } });
  const other = await db.peerGroup.create({ data: { cohortId, name: "Westbrook" } });
  await db.enrolment.update({ where: { id: amara.enrolmentId }, data: { peerGroupId: group.id } });
  const events: [string, number, string, string, string, string | null][] = [
    ["Induction", 1, "2026-05-11", "16:00", "Online", null],
    ["Before the clocks go back", 8, "2026-10-24", "23:30", "Online", group.id],
    ["After the clocks went back", 8, "2026-10-25", "16:00", "Online", group.id],
    ["Before the clocks go forward", 8, "2027-03-27", "16:00", "Oxford, St John’s; room 2", null],
    ["After the clocks went forward", 8, "2027-03-28", "16:00", "Online", null],
    ["Of another group", 8, "2026-12-03", "16:00", "Online", other.id],
  ];
  for (const [title, number, day, time, place, peerGroupId] of events) {
    const startsAt = londonTime(day, time);
    const endsAt = new Date(startsAt.getTime() + 2 * 60 * 60_000);
    const milestone = await milestoneId(cohortId, number);
    await db.event.create({
      data: { cohortId, milestoneId: milestone, title, place, startsAt, endsAt, peerGroupId },
    });
  }
});

const tokenOf = async (actor: Actor) =>
  /\/calendar\/([A-Za-z0-9_-]{43})\.ics$/.exec((await myFeed(actor)) ?? "")?.[1] ?? "";
/** The calendar as a program reads it that knows nothing of the portal. */
async function read(token: string) {
  const events = await feedAt(token, AT);
  if (!events) return null;
  const calendar = new ICAL.Component(ICAL.parse(icsCalendar("My NPQ", events)));
  return calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
}
const titled = (events: ICAL.Event[] | null, part: string) =>
  events?.find(({ summary }) => summary.includes(part));

describe("a participant's calendar", () => {
  test("is made once, however often one clicks, and holds the right hours across both clock changes", async () => {
    expect(await myFeed(amara)).toBeNull();
    await Promise.all(Array.from({ length: 6 }, () => startFeed(amara, AT)));
    expect(await db.calendarFeed.count({ where: { userId: amara.userId } })).toBe(1);
    const events = await read(await tokenOf(amara));
    const utc = (part: string) => titled(events, part)?.startDate.toJSDate().toISOString();
    expect(utc("Induction")).toBe("2026-05-11T15:00:00.000Z");
    expect(utc("Before the clocks go back")).toBe("2026-10-24T22:30:00.000Z");
    expect(titled(events, "Before the clocks go back")?.endDate.toJSDate().toISOString()).toBe(
      "2026-10-25T00:30:00.000Z",
    );
    expect(utc("After the clocks went back")).toBe("2026-10-25T16:00:00.000Z");
    expect(utc("Before the clocks go forward")).toBe("2027-03-27T16:00:00.000Z");
    expect(utc("After the clocks went forward")).toBe("2027-03-28T15:00:00.000Z");
    expect(titled(events, "Before the clocks go forward")?.location).toBe("Oxford, St John’s; room 2");
    expect(titled(events, "Of another group")).toBeUndefined();
    expect(new Set(events?.map(({ uid }) => uid)).size).toBe(events?.length);
  });

  test("holds the windows of what is still to do, as days, and lets go of what is done", async () => {
    const before = await read(await tokenOf(amara));
    const audit = titled(before, "Learning audit, module 1");
    expect(audit?.startDate.isDate).toBe(true);
    const milestone = await db.milestone.findFirstOrThrow({
      where: { cohortId, kind: "learning_audit", module: 1 },
    });
    expect(audit?.startDate.toString()).toBe(milestone.opensOn?.toISOString().slice(0, 10));
    // The end that is written is the first day that no longer belongs to it.
    const lastDay = audit?.endDate.clone();
    lastDay?.adjust(-1, 0, 0, 0);
    expect(lastDay?.toString()).toBe(milestone.closesOn?.toISOString().slice(0, 10));
    // An event with a date stands in for its window, and a gate is nothing that one does.
    expect(before?.filter(({ summary }) => summary.includes("Induction"))).toHaveLength(1);
    expect(titled(before, "threshold")).toBeUndefined();
    await sendAudit(amara, milestone.id, AT);
    expect(titled(await read(await tokenOf(amara)), "Learning audit, module 1")).toBeUndefined();
  });

  test("keeps its names when something changes, and says that it is newer", async () => {
    const token = await tokenOf(amara);
    const file = async (at = AT) => icsCalendar("My NPQ", (await feedAt(token, at)) ?? []);
    const before = await read(token);
    const tag = icsTag(await file());
    // Written an hour later, it says the same.
    expect(icsTag(await file(new Date(AT.getTime() + 3_600_000)))).toBe(tag);
    const meeting = titled(before, "After the clocks went forward");
    const assessment = titled(before, "Final summative assessment");
    const day = londonTime("2027-03-29", "16:00");
    await db.event.updateMany({
      where: { title: "After the clocks went forward" },
      data: { startsAt: day, endsAt: new Date(day.getTime() + 3_600_000), version: { increment: 1 } },
    });
    await db.milestone.updateMany({
      where: { cohortId, kind: "summative_assessment" },
      data: { closesOn: new Date("2028-02-07") },
    });
    await db.cohort.update({ where: { id: cohortId }, data: { routeMapVersion: { increment: 1 } } });
    expect(icsTag(await file())).not.toBe(tag);
    const after = await read(token);
    for (const [was, title] of [
      [meeting, "After the clocks went forward"],
      [assessment, "Final summative assessment"],
    ] as const) {
      const is = titled(after, title);
      expect(is?.uid).toBe(was?.uid);
      expect(is?.sequence).toBeGreaterThan(was?.sequence ?? Number.POSITIVE_INFINITY);
    }
    // Nobody's telephone rings by it: reminders are for the person to choose.
    expect(await file()).not.toContain("VALARM");
  });

  test("is one's own: another person has another address, or none", async () => {
    expect(await myFeed(ben)).toBeNull();
    await startFeed(ben, AT);
    expect(await tokenOf(ben)).not.toBe(await tokenOf(amara));
    expect(titled(await read(await tokenOf(ben)), "After the clocks went back")).toBeUndefined();
  });

  test("ends when it is ended, replaced, or the person's access or place ends", async () => {
    const old = await tokenOf(ben);
    await replaceFeed(ben, AT);
    const next = await tokenOf(ben);
    expect(next).not.toBe(old);
    expect(await feedAt(old, AT)).toBeNull();
    expect((await feedAt(next, AT))?.length).toBeGreaterThan(5);
    await changeStatus(
      admin,
      {
        enrolmentId: ben.enrolmentId,
        toState: "deferred",
        reasonCode: "career-break",
        effectiveOn: "2026-11-23",
      },
      AT,
    );
    expect(await feedAt(next, AT)).toEqual([]);
    await db.user.update({ where: { id: ben.userId }, data: { accessEndedAt: AT } });
    expect(await feedAt(next, AT)).toBeNull();
    await stopFeed(amara, AT);
    expect(await myFeed(amara)).toBeNull();
    await stopFeed(amara, AT);
    const audit = await db.auditEntry.groupBy({
      by: ["action"],
      where: { subjectType: "calendar_feed" },
      _count: true,
    });
    expect(Object.fromEntries(audit.map(({ action, _count }) => [action, _count]))).toEqual({
      "calendar_feed.made": 3,
      "calendar_feed.ended": 2,
    });
  });

  test("takes one statement, whoever asks", async () => {
    const token = await tokenOf(await startFeed(amara, AT).then(() => amara));
    const found: unknown[] = [];
    expect(await statementsOf(async () => found.push(await feedAt(token, AT)))).toBe(1);
    expect(found).toEqual([expect.arrayContaining([expect.objectContaining({ stampedAt: AT })])]);
  });

  test.each(["", "x", "../../etc", "a".repeat(43), `${"a".repeat(42)}'`])(
    "knows no address %j",
    async (token) => {
      expect(await feedAt(token, AT)).toBeNull();
    },
  );
});
