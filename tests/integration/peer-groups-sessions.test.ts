import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { changeStatus } from "@/lib/enrolments/change-status";
import { attendance } from "@/lib/enrolments/expected";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { myEvents } from "@/lib/events/my-events";
import { scheduleEvent } from "@/lib/events/schedule";
import { comeAfterAll, sayCannotCome } from "@/lib/peer-groups/apology";
import { groupsOfCohort } from "@/lib/peer-groups/cohort-queries";
import { makePeerGroup } from "@/lib/peer-groups/groups";
import { joinPeerGroup, moveParticipant } from "@/lib/peer-groups/members";
import { moveOptions } from "@/lib/peer-groups/move-options";
import { noteOf } from "@/lib/peer-groups/note-query";
import { changeNote, writeNote } from "@/lib/peer-groups/notes";
import { myGroup } from "@/lib/peer-groups/own";
import { releaseVisits } from "@/lib/peer-groups/release-visits";
import { sessionOf } from "@/lib/peer-groups/session-query";
import { shareWithGroup } from "@/lib/peer-groups/sharing";
import { groupForStaff, groupsForStaff } from "@/lib/peer-groups/staff-queries";
import { giveUpVisit, visitSession } from "@/lib/peer-groups/visit";
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
import { statementsOf } from "../support/statements";

const NOW = new Date("2026-11-23T09:00:00Z");
const AFTER = new Date("2026-12-03T16:30:00Z");

let admin: Actor;
/** Ruth manages Spring 2026; Owen no cohort of these. */
let ruth: Actor;
let owen: Actor;
/** Priya facilitates Northfold and Westbrook, Tom Eastgate. */
let priya: Actor;
let tom: Actor;
let cohortId: string;
/** Eight in Northfold, eight in Eastgate, six in Westbrook; two in none. */
let people: (Actor & { enrolmentId: string })[];
const groups: Record<string, string> = {};
/** The second session of each group: Northfold on 3 December, Eastgate on 8 December, Westbrook on 10 December. */
const sessions: Record<string, string> = {};

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  const later = { slug: "spring-2027", name: "Spring 2027", startMonth: "2027-05" };
  owen = await withRole(admin, otherManager, "cohort_manager", await startCohort(admin, programmeId, later));
  priya = await withRole(admin, facilitators[0], "facilitator");
  tom = await withRole(admin, facilitators[1], "facilitator");
  people = await enrolled(admin, cohortId, participants);
  const milestone = await milestoneId(cohortId, 12);
  const plans = [
    ["Northfold", priya, 0, 8, "2026-12-03"],
    ["Eastgate", tom, 8, 16, "2026-12-08"],
    ["Westbrook", priya, 16, 22, "2026-12-10"],
  ] as const;
  for (const [name, facilitator, from, to, day] of plans) {
    const peerGroupId = await makePeerGroup(ruth, { cohortId, name, facilitatorId: facilitator.userId }, NOW);
    const enrolmentIds = people.slice(from, to).map(({ enrolmentId }) => enrolmentId);
    await joinPeerGroup(ruth, { peerGroupId, enrolmentIds }, NOW);
    groups[name] = peerGroupId;
    const times = { startsAt: londonTime(day, "16:00"), endsAt: londonTime(day, "18:00") };
    sessions[name] = await scheduleEvent(
      ruth,
      {
        cohortId,
        milestoneId: milestone,
        place: "Online",
        peerGroupId,
        facilitatorId: facilitator.userId,
        ...times,
      },
      NOW,
    );
  }
});

const at = (index: number) => people[index] ?? (admin as never);
const northfold = () => sessions.Northfold ?? "";
const eastgate = () => sessions.Eastgate ?? "";
const westbrook = () => sessions.Westbrook ?? "";
const sorry = (index: number, note = "") => sayCannotCome(at(index), { eventId: northfold(), note }, NOW);
const visit = (index: number, sessionId: string) =>
  visitSession(at(index), { eventId: northfold(), sessionId }, NOW);
const taken = async (id: string) => (await db.event.findUniqueOrThrow({ where: { id } })).placesTaken;
const expected = async (id: string) => (await attendance(db, id)).expected;
const news = async (email: string) =>
  (
    await db.outboxMessage.findMany({
      where: { toAddress: email, template: "peer-session-news" },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    })
  ).map(({ subject }) => subject);
const audits = (subjectId: string, action: string) => db.auditEntry.count({ where: { subjectId, action } });

describe("I cannot come", () => {
  test("is said in advance, once, by a member taking part; the facilitator is told and nobody waits for them", async () => {
    await Promise.all([sorry(0, "A governors’ meeting."), sorry(0, "A governors’ meeting.")]);
    expect(await db.eventApology.count({ where: { eventId: northfold(), withdrawnAt: null } })).toBe(1);
    expect(await audits(northfold(), "event.apology_said")).toBe(1);
    expect(await news(priya.email)).toEqual(["Amara Okafor cannot come: Peer learning group 2"]);
    expect((await expected(northfold())).has(at(0).enrolmentId)).toBe(false);
    for (const who of [at(8), at(23), ruth, priya]) {
      await expect(sayCannotCome(who, { eventId: northfold(), note: "" }, NOW)).rejects.toThrow(NotFound);
      await expect(comeAfterAll(who, { eventId: northfold() }, NOW)).rejects.toThrow(NotFound);
      await expect(visitSession(who, { eventId: northfold(), sessionId: eastgate() }, NOW)).rejects.toThrow(
        NotFound,
      );
      await expect(giveUpVisit(who, { eventId: northfold() }, NOW)).rejects.toThrow(NotFound);
    }
    const late = sayCannotCome(at(1), { eventId: northfold(), note: "" }, AFTER);
    await expect(late).rejects.toThrow(WrongState);
    await expect(sayCannotCome(at(1), { eventId: "x", note: "" }, NOW)).rejects.toThrow(NotFound);
  });

  test("the same session of another group is offered while it has room, and its facilitator told", async () => {
    const page = await sessionOf(at(0), northfold(), NOW);
    expect(page).toMatchObject({ sorry: true, joining: null, ahead: true });
    expect(page?.others.map(({ groupName, placesLeft }) => [groupName, placesLeft])).toEqual([
      ["Eastgate", 2],
      ["Westbrook", 4],
    ]);
    // Whoever comes to their own has nothing to choose.
    expect(await sessionOf(at(1), northfold(), NOW)).toMatchObject({ sorry: false, others: [] });
    await expect(visit(1, eastgate())).rejects.toThrow("Say first");
    await expect(visit(0, northfold())).rejects.toThrow(NotFound);
    await expect(visit(0, randomUUID())).rejects.toThrow(NotFound);
    await Promise.all([visit(0, eastgate()), visit(0, eastgate())]);
    expect(await taken(eastgate())).toBe(1);
    expect((await expected(eastgate())).has(at(0).enrolmentId)).toBe(true);
    expect(await news(tom.email)).toEqual(["Amara Okafor comes as a guest: Peer learning group 2"]);
    expect((await myEvents(at(0), NOW)).map(({ id }) => id)).toEqual([eastgate()]);
    const instead = (await myGroup(at(0), NOW))?.sessions[0]?.instead;
    expect(instead).toMatchObject({ groupName: "Eastgate" });
  });

  test("of many after the last place one gets it, and nobody loses the place they had", async () => {
    for (const index of [1, 2, 3, 4, 5]) await sorry(index);
    await visit(1, westbrook());
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map((index) => visit(index, eastgate())));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of outcomes)
      if (each.status === "rejected") expect(each.reason.message).toMatch(/^Somebody else has just taken/);
    expect(await taken(eastgate())).toBe(2);
    expect((await expected(eastgate())).size).toBe(10);
    // The first of them has either the new place or the old one, never both.
    const held = await db.eventPlace.findMany({ where: { enrolmentId: at(1).enrolmentId, state: "held" } });
    expect(held).toHaveLength(1);
    expect(await taken(westbrook())).toBe(held[0]?.eventId === westbrook() ? 1 : 0);
  });

  test("two visits of one person at once make one place", async () => {
    for (const index of [1, 2, 3, 4, 5])
      await giveUpVisit(at(index), { eventId: northfold() }, NOW).catch(() => {});
    await Promise.allSettled([visit(2, eastgate()), visit(2, westbrook())]);
    const held = { enrolmentId: at(2).enrolmentId, state: "held" as const };
    expect(await db.eventPlace.count({ where: held })).toBe(1);
    expect((await taken(eastgate())) + (await taken(westbrook()))).toBe(2);
  });

  test("a change of mind until it begins gives the other place back, and both facilitators are told", async () => {
    await expect(comeAfterAll(at(0), { eventId: northfold() }, AFTER)).rejects.toThrow(WrongState);
    await comeAfterAll(at(0), { eventId: northfold() }, NOW);
    await expect(comeAfterAll(at(0), { eventId: northfold() }, NOW)).rejects.toThrow(WrongState);
    await expect(giveUpVisit(at(0), { eventId: northfold() }, NOW)).rejects.toThrow(WrongState);
    expect((await expected(northfold())).has(at(0).enrolmentId)).toBe(true);
    expect((await expected(eastgate())).has(at(0).enrolmentId)).toBe(false);
    expect(await news(priya.email)).toContain("Amara Okafor comes after all: Peer learning group 2");
    expect(await news(tom.email)).toContain("Amara Okafor no longer comes as a guest: Peer learning group 2");
    expect(await audits(northfold(), "event.apology_withdrawn")).toBe(1);
  });

  test("a visit can still be arranged when one’s own session is over; after a move one starts afresh", async () => {
    const own = { eventId: northfold(), sessionId: westbrook() };
    await visitSession(at(3), own, AFTER);
    const shown = await moveOptions(db, cohortId, at(3).enrolmentId);
    const to = shown?.options.find(({ name }) => name === "Eastgate")?.value ?? "";
    const before = await taken(westbrook());
    await moveParticipant(ruth, { cohortId, enrolmentId: at(3).enrolmentId, to }, NOW);
    expect(await taken(westbrook())).toBe(before - 1);
    expect(
      await db.eventApology.count({ where: { enrolmentId: at(3).enrolmentId, withdrawnAt: null } }),
    ).toBe(0);
    expect(await sessionOf(at(3), northfold(), NOW)).toBeNull();
  });

  test("a guest who is deferred gives the place back by themselves, and its facilitator is told", async () => {
    await sorry(6);
    await visit(6, westbrook());
    const { enrolmentId } = at(6);
    const before = [await taken(westbrook()), await releaseVisits(NOW)];
    expect(before).toEqual([expect.any(Number), 0]);
    const away = { enrolmentId, reasonCode: "other", effectiveOn: "2026-11-23" } as const;
    await changeStatus(ruth, { ...away, toState: "deferred" }, NOW);
    const outcomes = await Promise.all([releaseVisits(NOW), releaseVisits(NOW)]);
    expect(outcomes.toSorted()).toEqual([0, 1]);
    expect(await taken(westbrook())).toBe((before[0] ?? 0) - 1);
    expect(await news(priya.email)).toContain(
      "Gareth Lowe no longer comes as a guest: Peer learning group 2",
    );
    const entry = { subjectId: westbrook(), action: "event.guest_place_given_up", actorId: null };
    expect(await db.auditEntry.count({ where: entry })).toBe(1);
  });
});

describe("sharing", () => {
  const none = { sharesEmail: false, phone: "", about: "" };

  test("is off until said, seen by the own group alone, and refused from a stale page", async () => {
    const peer = async (viewer: Actor) =>
      (await myGroup(viewer, NOW))?.members.find(({ enrolmentId }) => enrolmentId === at(8).enrolmentId);
    expect(await peer(at(9))).toMatchObject({ email: null, phone: null, about: null });
    const { enrolmentId } = at(8);
    await shareWithGroup(
      at(8),
      { ...none, enrolmentId, version: 0, sharesEmail: true, about: "Curriculum." },
      NOW,
    );
    expect(await peer(at(9))).toMatchObject({ email: at(8).email, phone: null, about: "Curriculum." });
    expect(await peer(at(0))).toBeUndefined();
    // Staff who look at a member's pages are none of those whom it is shared with.
    const by = { userId: ruth.userId, name: ruth.name };
    const seen = { userId: at(9).userId, name: at(9).name };
    const looking = { ...at(9), viewing: { id: randomUUID(), by, seen, until: AFTER } };
    expect(await peer(looking)).toMatchObject({ email: null, phone: null, about: null });
    await expect(shareWithGroup(at(8), { ...none, enrolmentId, version: 0 }, NOW)).rejects.toThrow(
      StaleVersion,
    );
    await expect(shareWithGroup(at(9), { ...none, enrolmentId, version: 1 }, NOW)).rejects.toThrow(NotFound);
    const both = await Promise.allSettled([
      shareWithGroup(at(8), { ...none, enrolmentId, version: 1, phone: "01632 960 008" }, NOW),
      shareWithGroup(at(8), { ...none, enrolmentId, version: 1 }, NOW),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await peer(at(9)))?.email).toBeNull();
    const [entry] = await db.auditEntry.findMany({
      where: { action: "peer_group.sharing_changed" },
      take: 1,
    });
    expect(entry).toMatchObject({
      subjectId: enrolmentId,
      after: { sharesEmail: true, phone: false, about: true },
    });
  });
});

describe("shared notes", () => {
  test("are begun once, changed by members and the facilitator, and every version is kept", async () => {
    const formKey = randomUUID();
    const first = {
      groupId: groups.Eastgate ?? "",
      formKey,
      eventId: eastgate(),
      title: "Plan",
      body: "One.",
    };
    const made = await Promise.all([writeNote(at(9), first, NOW), writeNote(at(9), first, NOW)]);
    expect(made).toEqual([formKey, formKey]);
    const note = { noteId: formKey, version: 1, title: "Plan", body: "Two." };
    for (const who of [at(0), at(23), ruth, owen, priya]) {
      await expect(writeNote(who, { ...first, formKey: randomUUID() }, NOW)).rejects.toThrow(NotFound);
      await expect(changeNote(who, note, NOW)).rejects.toThrow(NotFound);
    }
    await expect(
      writeNote(at(9), { ...first, formKey: randomUUID(), eventId: northfold() }, NOW),
    ).rejects.toThrow(FieldProblem);
    const both = await Promise.allSettled([
      changeNote(at(10), note, NOW),
      changeNote(tom, { ...note, body: "Three." }, NOW),
    ]);
    const refused = both.filter((each) => each.status === "rejected");
    expect(refused.map(({ reason }) => reason.constructor)).toEqual([StaleVersion]);
    const page = await noteOf(at(9), formKey, "member");
    expect(page).toMatchObject({ version: 2, canWrite: true, earlier: [{ number: 1, body: "One." }] });
    expect(await audits(formKey, "peer_note.saved")).toBe(2);
    expect(await noteOf(ruth, formKey, "staff")).toMatchObject({ canWrite: false });
    expect(await noteOf(tom, formKey, "staff")).toMatchObject({ canWrite: true });
    for (const who of [at(0), at(23)]) expect(await noteOf(who, formKey, "member")).toBeNull();
    for (const who of [owen, priya, at(9)]) expect(await noteOf(who, formKey, "staff")).toBeNull();
  });

  test("somebody deferred reads their group and writes nothing; somebody withdrawn has none", async () => {
    const change = { enrolmentId: at(10).enrolmentId, effectiveOn: "2026-11-23" };
    await changeStatus(ruth, { ...change, toState: "deferred", reasonCode: "other" }, NOW);
    expect(await myGroup(at(10), NOW)).toMatchObject({ name: "Eastgate", active: false });
    // Nobody expects them while they are away.
    expect(await myEvents(at(10), NOW)).toEqual([]);
    const names = async (viewer: Actor) =>
      (await myGroup(viewer, NOW))?.members.map(({ fullName }) => fullName);
    expect(await names(at(9))).not.toContain("Kwame Asante");
    const note = {
      groupId: groups.Eastgate ?? "",
      formKey: randomUUID(),
      eventId: null,
      title: "T",
      body: "B",
    };
    await expect(writeNote(at(10), note, NOW)).rejects.toThrow(NotFound);
    expect((await groupsOfCohort(ruth, cohortId))?.groups[0]?.apart).toMatchObject([
      { fullName: "Kwame Asante" },
    ]);
    await changeStatus(ruth, { ...change, toState: "withdrawn", reasonCode: "other" }, NOW);
    expect(await myGroup(at(10), NOW)).toBeNull();
    expect(await sessionOf(at(10), eastgate(), NOW)).toBeNull();
  });
});

describe("what staff see", () => {
  test("a facilitator their own groups, a manager those of their cohort, others none", async () => {
    const names = async (actor: Actor) => {
      const { own, others } = await groupsForStaff(actor, NOW);
      return [own.map(({ name }) => name), others.map(({ name }) => name)];
    };
    expect(await names(tom)).toEqual([["Eastgate"], []]);
    expect(await names(priya)).toEqual([["Northfold", "Westbrook"], []]);
    expect(await names(ruth)).toEqual([[], ["Eastgate", "Northfold", "Westbrook"]]);
    expect(await names(owen)).toEqual([[], []]);
    for (const who of [priya, owen, at(8)])
      expect(await groupForStaff(who, groups.Eastgate ?? "", NOW)).toBeNull();
    const page = await groupForStaff(tom, groups.Eastgate ?? "", NOW);
    const guest = people[2];
    expect(page?.canWrite).toBe(true);
    expect([...(page?.sessions[0]?.guests ?? [])].map(({ groupName }) => groupName)).toEqual(
      (await db.eventPlace.count({
        where: { eventId: eastgate(), enrolmentId: guest?.enrolmentId, state: "held" },
      }))
        ? ["Northfold"]
        : [],
    );
    const northfoldPage = await groupForStaff(priya, groups.Northfold ?? "", NOW);
    expect(northfoldPage?.members.map(({ marks }) => marks[northfold()])).toContain("sorry");
  });

  test("pages take as many queries for many people as for few", async () => {
    const count = async () => [
      await statementsOf(() => myGroup(at(8), NOW)),
      await statementsOf(() => sessionOf(at(4), northfold(), NOW)),
      await statementsOf(() => groupForStaff(ruth, groups.Westbrook ?? "", NOW)),
      await statementsOf(() => groupsForStaff(ruth, NOW)),
      await statementsOf(() => groupsOfCohort(ruth, cohortId)),
    ];
    const before = await count();
    expect(before[0]).toBe(1);
    const more = Array.from({ length: 12 }, (_, index) => ({
      name: `Guest ${index}`,
      email: `guest.${index}@example.org`,
      workplace: "Fairlea Park School",
      jobTitle: "Headteacher",
    }));
    const added = (await enrolled(admin, cohortId, more)).map(({ enrolmentId }) => enrolmentId);
    for (const [at0, name] of ["Eastgate", "Westbrook"].entries())
      await joinPeerGroup(
        ruth,
        { peerGroupId: groups[name] ?? "", enrolmentIds: added.slice(at0 * 6, at0 * 6 + 6) },
        NOW,
      );
    await makePeerGroup(ruth, { cohortId, name: "Later", facilitatorId: null }, NOW);
    expect(await count()).toEqual(before);
  });
});

test("a facilitator with the longest of addresses is told as well", async () => {
  const label = "a".repeat(60);
  const email = `long@${label}.${label}.${label}.example.org`;
  await db.user.update({ where: { id: tom.userId }, data: { email } });
  const member = await db.enrolment.findFirstOrThrow({
    where: { peerGroupId: groups.Eastgate ?? "", state: "active" },
    select: { id: true },
  });
  const who = people.find(({ enrolmentId }) => enrolmentId === member.id) ?? at(8);
  await sayCannotCome(who, { eventId: eastgate(), note: "" }, NOW);
  expect(await news(email)).toHaveLength(1);
  await db.user.update({ where: { id: tom.userId }, data: { email: tom.email } });
});

test("an archived cohort’s groups and notes stay as they are", async () => {
  await db.cohort.update({ where: { id: cohortId }, data: { archivedAt: NOW } });
  const note = {
    groupId: groups.Eastgate ?? "",
    formKey: randomUUID(),
    eventId: null,
    title: "T",
    body: "B",
  };
  await expect(writeNote(tom, note, NOW)).rejects.toThrow("This cohort is archived");
  const group = { cohortId, name: "Too late", facilitatorId: null };
  await expect(makePeerGroup(ruth, group, NOW)).rejects.toThrow("This cohort is archived");
  const shown = await moveOptions(db, cohortId, at(9).enrolmentId);
  const move = { cohortId, enrolmentId: at(9).enrolmentId, to: shown?.out ?? "" };
  await expect(moveParticipant(ruth, move, NOW)).rejects.toThrow("This cohort is archived");
  const guest = await db.eventPlace.findFirstOrThrow({ where: { kind: "guest", state: "held" } });
  await db.enrolment.update({ where: { id: guest.enrolmentId }, data: { state: "withdrawn" } });
  expect(await releaseVisits(NOW)).toBe(0);
});
