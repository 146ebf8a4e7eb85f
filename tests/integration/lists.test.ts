import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { LISTS, listNamed } from "@/app/staff/lists/lists";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { takeRegister } from "@/lib/engagement/take-register";
import { enquiryQueue } from "@/lib/enquiries/queue";
import { enquiryFilters } from "@/lib/enquiries/schema";
import { NotFound } from "@/lib/errors";
import { scheduleEvent } from "@/lib/events/schedule";
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
import { csvOf } from "../support/lists";

const NOW = new Date("2026-11-23T09:00:00Z");
let who: Record<"admin" | "ruth" | "owen" | "priya" | "tom" | "amara", Actor>;
let people: (Actor & { enrolmentId: string })[];
let cohortId: string;
let eventId: string;

beforeAll(async () => {
  await freshDatabase();
  const admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const later = { slug: "spring-2027", name: "Spring 2027", startMonth: "2027-05" };
  const other = await startCohort(admin, programmeId, later);
  const ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  const owen = await withRole(admin, otherManager, "cohort_manager", other);
  const priya = await withRole(admin, facilitators[0], "facilitator");
  const tom = await withRole(admin, facilitators[1], "facilitator");
  people = await enrolled(admin, cohortId, participants.slice(0, 4));
  who = { admin, ruth, owen, priya, tom, amara: people[0] as Actor };
  const peerGroupId = await makePeerGroup(
    ruth,
    { cohortId, name: "=Northfield", facilitatorId: priya.userId },
    NOW,
  );
  const enrolmentIds = people.slice(0, 3).map(({ enrolmentId }) => enrolmentId);
  await joinPeerGroup(ruth, { peerGroupId, enrolmentIds }, NOW);
  const times = { startsAt: londonTime("2026-11-19", "16:00"), endsAt: londonTime("2026-11-19", "18:00") };
  const session = { cohortId, milestoneId: await milestoneId(cohortId, 12), place: "Online", peerGroupId };
  eventId = await scheduleEvent(ruth, { ...session, ...times }, NOW);
  const marks = enrolmentIds.map((enrolmentId, index) => ({
    enrolmentId,
    attended: index !== 1,
    ...(index === 2 ? { minutes: 45 } : {}),
  }));
  await takeRegister(priya, { eventId, marks }, NOW);
  const [, ben] = marks.map((mark) => ({ ...mark, attended: true }));
  if (ben) await takeRegister(ruth, { eventId, marks: [ben], reason: "He was late" }, NOW);
});

/** Rows of the file, without its headings; cells here have no line breaks. */
async function rows(name: string, actor: Actor, query: Record<string, string> = {}): Promise<string[]> {
  const list = LISTS[name];
  if (!list) throw new Error(name);
  return (await csvOf(list, actor, query, NOW, { name })).trimEnd().split("\r\n").slice(1);
}

test("a list is asked for by its name and a format, and by nothing else", () => {
  expect(listNamed("events.csv")).toMatchObject({ name: "events", format: "csv" });
  for (const none of [
    "events",
    "events.pdf",
    "nothing.csv",
    "constructor.csv",
    "__proto__.xlsx",
    "../events.csv",
  ])
    expect(listNamed(none)).toBeUndefined();
});

describe("who may take out what", () => {
  test.each([
    ["attendance", "cohort", ["admin", "ruth"]],
    ["groups", "cohort", ["admin", "ruth"]],
    ["mentors", "cohort", ["admin", "ruth"]],
    ["events", "cohort", ["admin", "ruth"]],
    ["enquiries", "", ["admin", "ruth", "owen"]],
    ["webinars", "", ["admin", "ruth", "owen"]],
    ["people", "", ["admin"]],
    ["corrections", "", ["admin", "ruth", "owen", "priya", "tom"]],
    ["alternatives", "", ["admin", "ruth", "owen", "priya", "tom"]],
  ] as const)("%s", async (name, of, allowed) => {
    const may: string[] = [];
    for (const [key, actor] of Object.entries(who)) {
      const taken = rows(name, actor, of ? { cohort: cohortId } : {});
      if (
        await taken.then(
          () => true,
          (error) => !(error instanceof NotFound),
        )
      )
        may.push(key);
    }
    expect(may.sort()).toEqual([...allowed].sort());
  });

  test("a cohort that is none, and while somebody else's pages are looked at", async () => {
    for (const cohort of ["", "x", "0199a000-0000-7000-8000-000000000001"])
      await expect(rows("attendance", who.ruth, { cohort })).rejects.toThrow(NotFound);
    const viewing = {
      ...{ id: "v", until: NOW, by: { userId: who.admin.userId, name: "" } },
      seen: { userId: who.amara.userId, name: "" },
    };
    await expect(rows("people", { ...who.admin, viewing })).rejects.toThrow(NotFound);
  });
});

describe("what is in it", () => {
  test("attendance: a part is a part, with its minutes; the mark that stands, and why it is another", async () => {
    const [amara, ben, chidi, ...more] = await rows("attendance", who.ruth, { cohort: cohortId });
    expect(more).toEqual([]);
    const all = [amara, ben, chidi].join("\n");
    expect(all).toContain("Amara Okafor");
    expect(all.match(/,present,120,/g)).toHaveLength(2);
    expect(all).toMatch(/Chidi Mensah.*,part,45,Priya Raman,2026-11-23 09:00,/);
    expect(all).toMatch(/Ben Lister.*,present,120,Ruth Calder,2026-11-23 09:00,He was late/);
    const log = await db.auditEntry.findFirst({
      where: { action: "attendance.exported" },
      orderBy: { id: "desc" },
    });
    expect(log).toMatchObject({ actorId: who.ruth.userId, cohortId, after: { cohort: cohortId, rows: 3 } });
  });

  test("groups, and who is in none; nothing that a spreadsheet would run", async () => {
    const all = await rows("groups", who.ruth, { cohort: cohortId });
    expect(all).toHaveLength(4);
    expect(all[0]).toMatch(/^in no group,,Dilys Probert/);
    expect(all[1]).toMatch(/^'=Northfield,Priya Raman,Amara Okafor/);
  });

  test("events by the page's filter, of a cohort and of whoever runs them", async () => {
    expect(await rows("events", who.ruth, { cohort: cohortId })).toHaveLength(1);
    expect(await rows("events", who.ruth, { cohort: cohortId, show: "to_take" })).toEqual([]);
    expect(await rows("events", who.ruth, { cohort: cohortId, show: "coming" })).toEqual([]);
    expect(await rows("events", who.priya, { show: "all" })).toHaveLength(1);
    expect(await rows("events", who.tom, { show: "all" })).toEqual([]);
    expect(await rows("events", who.amara, { show: "all" })).toEqual([]);
  });

  test("people by role and name", async () => {
    expect((await rows("people", who.admin)).length).toBe(5);
    const [owen, ...more] = await rows("people", who.admin, { q: who.owen.name, role: "everyone" });
    expect(more).toEqual([]);
    expect(owen).toContain("cohort manager of NPQEL Spring 2027");
  });

  test("many enquiries: all of them once, in the page's order, by its filters", async () => {
    await db.enquiry.createMany({
      data: Array.from({ length: 1_203 }, (_, i) => ({
        formKey: randomUUID(),
        reference: `ENQ-${String(i).padStart(6, "0")}`,
        name: i === 7 ? "@SUM(1)" : `Asker ${i}`,
        email: `asker.${i}@example.org`,
        question: i % 2 ? "What does it cost?" : "When does it start?",
        createdAt: new Date(NOW.getTime() - 86_400_000 - i * 60_000),
        dueAt: new Date(NOW.getTime() + ((i * 7_919) % 1_203) * 60_000),
      })),
    });
    const all = await rows("enquiries", who.owen);
    expect(all).toHaveLength(1_203);
    expect(new Set(all.map((line) => line.split(",")[0])).size).toBe(1_203);
    const page = await enquiryQueue(who.owen, enquiryFilters.parse({}), NOW);
    expect(all.slice(0, 50).map((line) => line.split(",")[0])).toEqual(
      page?.rows.map(({ reference }) => reference),
    );
    expect(all.join("\n")).toContain("'@SUM(1)");
    expect(await rows("enquiries", who.owen, { q: "cost" })).toHaveLength(601);
    expect(await rows("enquiries", who.owen, { show: "answered" })).toEqual([]);
  });
});
