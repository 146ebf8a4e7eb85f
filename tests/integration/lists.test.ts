import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { LISTS, listNamed } from "@/app/staff/lists/lists";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { cohortAlerts } from "@/lib/engagement/cohort-alerts";
import { heatMap } from "@/lib/engagement/heat-map";
import { recordContact } from "@/lib/engagement/record-contact";
import { engagementQuestion, STATE_WORDS } from "@/lib/engagement/schema";
import { takeRegister } from "@/lib/engagement/take-register";
import { enquiryQueue } from "@/lib/enquiries/queue";
import { enquiryFilters } from "@/lib/enquiries/schema";
import { NotFound } from "@/lib/errors";
import { choosePlace } from "@/lib/events/choose-place";
import { scheduleEvent } from "@/lib/events/schedule";
import { npqel } from "@/prisma/seed/npqel";
import { groupWith, milestoneId, springWithStaff } from "../support/cohort";
import { freshDatabase } from "../support/database";
import { csvOf } from "../support/lists";

const NOW = new Date("2026-11-23T09:00:00Z");
let who: Record<"admin" | "ruth" | "owen" | "priya" | "tom" | "amara", Actor>;
let people: (Actor & { enrolmentId: string })[];
let cohortId: string;
let peerGroupId: string;
let eventId: string;
/** Residential 1 in Oxford, by choice, with room for one. */
let chosenId: string;

beforeAll(async () => {
  await freshDatabase();
  const spring = await springWithStaff(4);
  ({ people, cohortId } = spring);
  const { admin, ruth, owen, priya, tom } = spring;
  who = { admin, ruth, owen, priya, tom, amara: people[0] as Actor };
  const inGroup = people.slice(0, 3);
  const enrolmentIds = inGroup.map(({ enrolmentId }) => enrolmentId);
  const northfield = { cohortId, name: "=Northfield", facilitatorId: priya.userId };
  peerGroupId = await groupWith(ruth, northfield, inGroup, NOW);
  const times = { startsAt: londonTime("2026-11-19", "16:00"), endsAt: londonTime("2026-11-19", "18:00") };
  const session = { cohortId, milestoneId: await milestoneId(cohortId, 12), place: "Online", peerGroupId };
  eventId = await scheduleEvent(ruth, { ...session, ...times }, NOW);
  const milestone = await db.milestone.findFirstOrThrow({ where: { cohortId, kind: "residential" } });
  chosenId = await scheduleEvent(
    ruth,
    {
      ...{
        cohortId,
        milestoneId: milestone.id,
        place: "Oxford",
        byChoice: true,
        capacity: 1,
        choiceUntil: "2027-01-10",
      },
      ...{ startsAt: londonTime("2027-02-03", "10:00"), endsAt: londonTime("2027-02-04", "16:00") },
    },
    NOW,
  );
  for (const person of people.slice(0, 2))
    await choosePlace(person, { eventId: chosenId, wait: true, access: "", dietary: "" }, NOW);
  const marks = enrolmentIds.map((enrolmentId, index) => ({
    enrolmentId,
    attended: index !== 1,
    ...(index === 2 ? { minutes: 45 } : {}),
  }));
  await takeRegister(priya, { eventId, marks }, NOW);
  const [, ben] = marks.map((mark) => ({ ...mark, attended: true }));
  if (ben) await takeRegister(ruth, { eventId, marks: [ben], reason: "He was late" }, NOW);
});

// Sixty an hour are plenty for somebody at work, and not for this.
beforeEach(() => db.rateCount.deleteMany());

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
  const managersOfIt = ["admin", "ruth"];
  const managers: string[] = [...managersOfIt, "owen"];
  const staff = [...managers, "priya", "tom"];
  /** List → what it is asked for, and who may have it. The ones of the journeys' matrix that need no more than this. */
  const RIGHTS: Record<string, [query: () => Record<string, string>, allowed: string[]]> = {
    ...Object.fromEntries(
      [
        ...["alerts", "attendance", "audit-averages", "contacts", "equality", "evaluations", "events"],
        ...["groups", "heat-map", "impact-reports", "mentors", "milestones", "needs", "nudges"],
        ...["registration-lists", "seats"],
      ].map((name) => [name, [() => ({ cohort: cohortId }), managersOfIt]]),
    ),
    ...Object.fromEntries(
      ["bulk-acts", "cohorts", "enquiries", "funding-entries", "webinars"].map((name) => [
        name,
        [() => ({}), managers],
      ]),
    ),
    ...Object.fromEntries(
      ["alternative-options", "letter-templates", "template", "versions"].map((name) => [
        name,
        [() => ({ programme: "npqel" }), managers],
      ]),
    ),
    ...Object.fromEntries(
      ["alternatives", "corrections", "staff-groups"].map((name) => [name, [() => ({}), staff]]),
    ),
    participants: [() => ({ cohort: cohortId }), [...managersOfIt, "priya"]],
    "audit-log": [() => ({}), ["admin"]],
    attendees: [() => ({ event: eventId }), managersOfIt],
    "event-needs": [() => ({ event: eventId }), [...managersOfIt, "priya"]],
    "group-attendance": [() => ({ group: peerGroupId }), [...managersOfIt, "priya"]],
    people: [() => ({}), ["admin"]],
    places: [() => ({ event: chosenId }), managersOfIt],
  };
  /** Asked for by something that is not here: the journeys' matrix has it from the demo. */
  const ELSEWHERE = ["applications", "bulk-result", "registrations", "webinar-registrations"];

  test("every list is in one of the two tables", () => {
    expect([...Object.keys(RIGHTS), ...ELSEWHERE].sort()).toEqual(Object.keys(LISTS).sort());
  });

  test.each(Object.keys(RIGHTS))("%s", async (name) => {
    const [query, allowed] = RIGHTS[name] ?? [() => ({}), []];
    const may: string[] = [];
    for (const [key, actor] of Object.entries(who))
      if (await LISTS[name]?.(actor, query(), NOW)) may.push(key);
    expect(may.sort()).toEqual([...allowed].sort());
  });

  test("what there is none of, and while somebody else's pages are looked at", async () => {
    for (const none of ["", "x", "\0", "0199a000-0000-7000-8000-000000000001"])
      for (const [name, [query]] of Object.entries(RIGHTS))
        for (const key of Object.keys(query()))
          expect(await LISTS[name]?.(who.ruth, { [key]: none }, NOW), `${name}?${key}=${none}`).toBeNull();
    const viewing = {
      ...{ id: "v", until: NOW, by: { userId: who.admin.userId, name: "" } },
      seen: { userId: who.amara.userId, name: "" },
    };
    for (const [name, [query]] of Object.entries(RIGHTS))
      await expect(rows(name, { ...who.admin, viewing }, query()), name).rejects.toThrow(NotFound);
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

  test("participants: all of them for who manages the cohort, their groups' for a facilitator", async () => {
    const names = async (actor: Actor, more: Record<string, string> = {}) =>
      (await rows("participants", actor, { cohort: cohortId, ...more })).map((line) => line.split(",")[0]);
    const all = await names(who.ruth);
    const theirs = await names(who.priya);
    const group = await db.enrolment.findMany({ where: { peerGroupId }, select: { fullName: true } });
    expect(theirs.sort()).toEqual(group.map(({ fullName }) => fullName).sort());
    expect(theirs.length).toBeLessThan(all.length);
    // Neither a search nor a filter reaches past them.
    expect(await names(who.priya, { q: "Dilys" })).toEqual([]);
    expect(await names(who.priya, { group: "none" })).toEqual([]);
  });

  test("events by the page's filter, of a cohort and of whoever runs them", async () => {
    expect(await rows("events", who.ruth, { cohort: cohortId })).toHaveLength(2);
    expect(await rows("events", who.ruth, { cohort: cohortId, show: "to_take" })).toEqual([]);
    expect(await rows("events", who.ruth, { cohort: cohortId, show: "coming" })).toHaveLength(1);
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

describe("what stands on a page stands in its file, in its order", () => {
  test("early alerts: the most urgent first, with the last contact", async () => {
    const [, ben] = people;
    const contact = {
      ...{
        how: "phone" as const,
        happenedOn: "2026-11-20",
        said: "+44 is how he began",
        outcome: "@home again",
      },
      ...{ nextOn: null, supersedesId: "", formKey: randomUUID() },
    };
    await recordContact(who.ruth, cohortId, ben?.enrolmentId ?? "", contact, NOW);
    const page = await cohortAlerts(who.ruth, cohortId, { show: "any", page: 1 }, NOW);
    expect(page?.total).toBeGreaterThan(1);
    const all = await rows("alerts", who.ruth, { cohort: cohortId });
    expect(all.map((line) => line.split(",")[0])).toEqual(page?.rows.map(({ fullName }) => fullName));
    expect(all.find((line) => line.startsWith("Ben Lister"))).toMatch(
      /Ruth Calder,by phone,2026-11-20,'@home again,$/,
    );
    expect(await rows("alerts", who.ruth, { cohort: cohortId, show: "unreachable" })).toHaveLength(
      page?.counts.unreachable ?? -1,
    );
    const [log, ...more] = await rows("contacts", who.ruth, { cohort: cohortId });
    expect(more).toEqual([]);
    expect(log).toMatch(
      /^Ben Lister,.*,2026-11-20,Ruth Calder,by phone,'\+44 is how he began,'@home again,,2026-11-23 09:00,$/,
    );
    const participant = people[0]?.enrolmentId ?? "";
    expect(await rows("contacts", who.ruth, { cohort: cohortId, participant })).toEqual([]);
  });

  test("the heat map: a column for each milestone that counts, by the page's filters and order", async () => {
    const asked = { cohort: cohortId, sort: "name", dir: "desc", group: peerGroupId };
    const list = LISTS["heat-map"];
    if (!list) throw new Error("There is none");
    const [headings = "", ...all] = (await csvOf(list, who.ruth, asked, NOW)).trimEnd().split("\r\n");
    const map = await heatMap(who.ruth, cohortId, engagementQuestion.parse(asked), NOW);
    expect(headings.match(/"[^"]*"|[^,]+/g)).toHaveLength(5 + (map?.columns.length ?? 0));
    expect(all.map((line) => line.split(",")[0])).toEqual(map?.rows.map(({ fullName }) => fullName));
    expect(all[0]).toContain(`,${STATE_WORDS[map?.rows[0]?.states[0] ?? "upcoming"]},`);
  });

  test("a group's attendance, and places that are chosen with who waits", async () => {
    const marks = await rows("group-attendance", who.priya, { group: peerGroupId });
    expect(marks.map((line) => line.split(",").at(-1))).toEqual(["present", "present", "part of it"]);
    const places = await rows("places", who.ruth, { event: chosenId });
    expect(places[0]).toMatch(/^has a place,,Amara Okafor/);
    expect(places[1]).toMatch(/^waiting,1,Ben Lister/);
    expect(places.slice(2).map((line) => line.split(",")[0])).toEqual(Array(3).fill("has not chosen"));
  });

  test("milestones and their template, item by item", async () => {
    const template = await rows("template", who.ruth, { programme: "npqel" });
    const dated = await rows("milestones", who.ruth, { cohort: cohortId });
    expect(dated).toHaveLength(npqel.routeMap.length);
    expect(template).toHaveLength(npqel.routeMap.length);
  });
});
