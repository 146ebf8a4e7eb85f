import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { GO_ALONG } from "@/app/staff/goes-along";
import type { Actor } from "@/lib/auth/actor";
import { dayInLondon, londonTime } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { enterRecords } from "@/lib/engagement/enter-records";
import { excuse } from "@/lib/engagement/excuse";
import { logStudy } from "@/lib/engagement/log-study";
import { participantForStaff } from "@/lib/engagement/participant";
import { participantOverview } from "@/lib/engagement/queries";
import { writeRecords } from "@/lib/engagement/record";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { saveInstructions } from "@/lib/events/instruct";
import { myEvent } from "@/lib/events/my-event";
import { scheduleEvent } from "@/lib/events/schedule";
import { changeMentor } from "@/lib/mentoring/change-mentor";
import { withdrawLink } from "@/lib/mentoring/resend";
import { makePeerGroup } from "@/lib/peer-groups/groups";
import { joinPeerGroup } from "@/lib/peer-groups/members";
import { changeStanding } from "@/lib/status-changes/change";
import { standingOf } from "@/lib/status-changes/queries";
import { CHANGES, LEADS_TO } from "@/lib/status-changes/schema";
import { transferParticipant } from "@/lib/status-changes/transfer";
import { transferEffect, transferElsewhere, transferTargets } from "@/lib/status-changes/transfer-queries";
import { kindWords } from "@/lib/status-changes/words";
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
const TODAY = dayInLondon(NOW);
const message = "Take the time that you need.\n\nWrite to us when you would like to come back.";
let admin: Actor;
let ruth: Actor;
let owen: Actor;
let cohortId: string;
let later: string;
let tiny: string;
let people: (Actor & { enrolmentId: string })[];

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const spring2027 = { slug: "spring-2027", name: "Spring 2027", startMonth: "2027-05" };
  later = await startCohort(admin, programmeId, spring2027);
  const small = { slug: "tiny", name: "Tiny", startMonth: "2028-05", capacity: 1, fundedPlaces: 0 };
  tiny = await startCohort(admin, programmeId, small);
  await withRole(admin, cohortManager, "cohort_manager", cohortId);
  await withRole(admin, cohortManager, "cohort_manager", later);
  ruth = await withRole(admin, cohortManager, "cohort_manager", tiny);
  owen = await withRole(admin, otherManager, "cohort_manager", later);
  people = await enrolled(admin, cohortId, participants.slice(0, 9));
});

const person = (index: number) => {
  const found = people[index];
  if (!found) throw new Error("nobody there");
  return found;
};
const base = { fromState: "active", effectiveOn: TODAY, message } as const;
const stateOf = async (id: string) => (await db.enrolment.findUniqueOrThrow({ where: { id } })).state;
const told = (email: string) =>
  db.outboxMessage.findMany({ where: { toAddress: email, template: { startsWith: "status-" } } });

test("each change leads to a state, and has kind words", () => {
  expect(CHANGES.map((change) => LEADS_TO[change])).toHaveLength(5);
  for (const change of CHANGES) {
    const words = kindWords(change, {
      programme: "NPQEL",
      cohortName: "Spring 2026",
      toCohortName: "Spring 2027",
    });
    expect(words).toContain("NPQEL");
    expect(words.split("\n\n").length).toBeGreaterThan(1);
  }
});

describe("deferral, withdrawal and return", () => {
  const deferral = { ...base, change: "deferral", reasonCode: "parental-leave" } as const;

  test("are facts with a reason and a day, told in the words that were seen, and written down", async () => {
    const { enrolmentId, email } = person(0);
    await changeStanding(ruth, { ...deferral, cohortId, enrolmentId, effectiveOn: "2026-11-02" }, NOW);
    const back = { ...base, fromState: "deferred", change: "return" } as const;
    await changeStanding(ruth, { ...back, cohortId, enrolmentId }, NOW);
    expect(await stateOf(enrolmentId)).toBe("active");
    const letters = await told(email);
    expect(letters.map(({ template }) => template).toSorted()).toEqual(["status-deferral", "status-return"]);
    expect(letters[0]?.text).toContain("Take the time that you need.");
    const { standing } = (await standingOf(ruth, cohortId, enrolmentId, NOW)) ?? {};
    expect(standing?.history.map(({ to, reason, effectiveOn }) => [to, reason, effectiveOn])).toEqual([
      ["active", null, TODAY],
      ["deferred", "Parental leave", "2026-11-02"],
      ["active", null, "2026-04-20"],
    ]);
    const audit = { subjectId: enrolmentId, action: { in: ["enrolment.deferred", "enrolment.active"] } };
    expect(await db.auditEntry.count({ where: audit })).toBe(2);
  });

  test("by nobody else, not from another state than was seen, not without DfE's reason", async () => {
    const { enrolmentId } = person(1);
    const input = { ...deferral, cohortId, enrolmentId };
    for (const who of [owen, person(1), person(2)])
      await expect(changeStanding(who, input, NOW)).rejects.toThrow(NotFound);
    await expect(changeStanding(ruth, { ...input, cohortId: later }, NOW)).rejects.toThrow(NotFound);
    const seen = { ...input, fromState: "deferred" } as const;
    await expect(changeStanding(ruth, seen, NOW)).rejects.toThrow(StaleVersion);
    for (const reasonCode of [undefined, "change-in-career"])
      await expect(changeStanding(ruth, { ...input, reasonCode }, NOW)).rejects.toThrow(FieldProblem);
    expect(await told(person(1).email)).toEqual([]);
  });

  test("two at once make one change and one e-mail", async () => {
    const { enrolmentId, email } = person(2);
    const twice = [ruth, admin].map((who) =>
      changeStanding(who, { ...deferral, cohortId, enrolmentId }, NOW),
    );
    const ends = await Promise.allSettled(twice);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await told(email)).toHaveLength(1);
  });

  test("the page shows what is open and stays recorded, in a fixed number of queries", async () => {
    const { standing } = (await standingOf(ruth, cohortId, person(1).enrolmentId, NOW)) ?? {};
    expect(standing?.allowed).toEqual(["deferral", "withdrawal", "transfer", "completion"]);
    expect(standing?.open.length).toBeGreaterThan(3);
    expect(standing?.done).toBe(0);
    expect(await standingOf(owen, cohortId, person(1).enrolmentId, NOW)).toBeNull();
    expect(await standingOf(ruth, later, person(1).enrolmentId, NOW)).toBeNull();
  });
});

describe("completion", () => {
  const completion = { ...base, change: "completion" } as const;

  test("waits for engagement and the assessment, or for a reason, which is kept", async () => {
    const { enrolmentId } = person(3);
    const input = { ...completion, cohortId, enrolmentId };
    await expect(changeStanding(ruth, input, NOW)).rejects.toThrow("Engagement is 0%");
    await changeStanding(ruth, { ...input, override: "Passed before the portal was here." }, NOW);
    expect(await stateOf(enrolmentId)).toBe("completed");
    const kept = await db.enrolmentStatusChange.findFirstOrThrow({
      where: { enrolmentId, toState: "completed" },
    });
    expect(kept.override).toBe("Passed before the portal was here.");
    await expect(changeStanding(ruth, { ...input, fromState: "completed" }, NOW)).rejects.toThrow(WrongState);
  });

  test("needs no reason once all is there, and keeps none", async () => {
    const { enrolmentId } = person(4);
    const items = await db.milestone.findMany({ where: { cohortId } });
    const done = items.filter(({ counts, kind }) => counts || kind === "summative_assessment");
    const fact = {
      completes: true,
      source: "staff_entry",
      happenedOn: TODAY,
      recordedById: ruth.userId,
    } as const;
    const records = done.map(({ id, minutes }) => ({
      ...fact,
      enrolmentId,
      milestoneId: id,
      minutes: minutes ?? 0,
    }));
    await inTransaction((tx) => writeRecords(tx, records, NOW));
    await changeStanding(ruth, { ...completion, cohortId, enrolmentId, override: "not needed" }, NOW);
    const kept = await db.enrolmentStatusChange.findFirstOrThrow({
      where: { enrolmentId, toState: "completed" },
    });
    expect(kept.override).toBeNull();
  });
});

describe("moving to a later cohort", () => {
  const input = (index: number, toCohortId: string, fromState: "active" | "deferred" = "active") => ({
    ...base,
    fromState,
    cohortId,
    enrolmentId: person(index).enrolmentId,
    toCohortId,
  });

  test("carries over what is done, with source and dates, matched by kind, module and number", async () => {
    const { enrolmentId, userId } = person(5);
    const study = await milestoneId(cohortId, 4);
    const happenedOn = "2026-06-18";
    const log = { milestoneId: study, minutes: 90, happenedOn, formKey: randomUUID() };
    await logStudy(person(5), log, new Date("2026-06-18T18:00:00Z"));
    const credit = { enrolmentId, milestoneId: await milestoneId(cohortId, 2), minutes: 600, happenedOn };
    await enterRecords(ruth, { cohortId, entries: [{ ...credit, credit: true }] }, NOW);
    await changeMentor(
      ruth,
      { enrolmentId, seen: "", name: "Helen Marchbank", email: "helen@example.org", jobTitle: "CEO" },
      NOW,
    );
    const peerGroupId = await makePeerGroup(ruth, { cohortId, name: "Curlew", facilitatorId: null }, NOW);
    await joinPeerGroup(ruth, { peerGroupId, enrolmentIds: [enrolmentId] }, NOW);
    // The study's like in the later cohort is another item there, so it stays behind.
    const moved = await db.milestone.update({
      where: { id: await milestoneId(later, 6) },
      data: { module: 2 },
    });
    expect(moved.number).toBe(6);

    const evaluation = await milestoneId(cohortId, 9);
    const excusal = { granted: "yes", reason: "Away with the module's end." } as const;
    await excuse(ruth, { cohortId, enrolmentId, milestoneId: evaluation }, excusal, NOW);
    const before = await participantForStaff(ruth, cohortId, enrolmentId, NOW);
    if (!before) throw new Error("nobody there");
    const effect = await transferEffect(before, later, NOW);
    expect(effect.carried.map(({ complete }) => complete)).toEqual([true, false]);
    // What they were excused from is asked of them there.
    expect(effect.excused).toHaveLength(1);
    const times = { startsAt: londonTime("2026-12-03", "16:00"), endsAt: londonTime("2026-12-03", "18:00") };
    const session = { cohortId, milestoneId: await milestoneId(cohortId, 2), place: "Online", ...times };
    const eventId = await scheduleEvent(ruth, session, NOW);
    const how = { joiningUrl: "https://meet.example.org/s", instructions: "" };
    await saveInstructions(ruth, { eventId, version: 1, ...how }, NOW);
    expect(await myEvent(person(5), eventId, NOW)).toMatchObject({ expected: true, ...how });
    const id = await transferParticipant(ruth, input(5, later), GO_ALONG, NOW);
    // How one joins what is the earlier cohort's is not theirs to know any more.
    expect(await myEvent(person(5), eventId, NOW)).toMatchObject({ expected: false, joiningUrl: null });

    const after = await participantForStaff(ruth, later, id, NOW);
    expect(after?.engagement).toEqual(effect.engagement);
    const carried = await db.engagementRecord.findMany({
      where: { enrolmentId: id },
      orderBy: { recordedAt: "asc" },
    });
    expect(carried.map(({ minutes, source }) => [minutes, source])).toEqual([
      [90, "self_recorded"],
      [600, "credit"],
    ]);
    expect(carried[0]).toMatchObject({ recordedById: userId, recordedAt: new Date("2026-06-18T18:00:00Z") });
    expect(after?.records.every(({ carriedFrom }) => carriedFrom === "Spring 2026")).toBe(true);
    expect(after).toMatchObject({ mentorName: "Helen Marchbank", groupName: null, state: "active" });

    const old = await participantForStaff(ruth, cohortId, enrolmentId, NOW);
    expect(old).toMatchObject({ state: "transferred", groupName: null, mentorName: null });
    expect(old?.engagement).toEqual(before.engagement);
    const overview = await participantOverview(person(5), NOW);
    expect(overview?.enrolment.cohort.id).toBe(later);
    const standing = await standingOf(ruth, later, id, NOW);
    expect(standing?.standing.before).toMatchObject({ cohortName: "Spring 2026", enrolmentId });
    expect((await told(person(5).email)).map(({ template }) => template)).toEqual(["status-transfer"]);
  });

  test("of two after the last place one gets it, and the other stays as they were", async () => {
    await db.cohort.update({ where: { id: cohortId }, data: { placesTaken: 9 } });
    const ends = await Promise.allSettled(
      [6, 7].map((index) => transferParticipant(ruth, input(index, tiny), GO_ALONG, NOW)),
    );
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const states = await Promise.all([6, 7].map((index) => stateOf(person(index).enrolmentId)));
    expect(states.toSorted()).toEqual(["active", "transferred"]);
    expect(await db.enrolment.count({ where: { cohortId: tiny } })).toBe(1);
    // The cohort had begun: the place there was used, and stays taken.
    expect((await db.cohort.findUniqueOrThrow({ where: { id: cohortId } })).placesTaken).toBe(9);
    const kept = states[0] === "active" ? person(6) : person(7);
    expect(await told(kept.email)).toEqual([]);
  });

  test("only to a later public cohort, by who manages both, and not twice into one", async () => {
    await expect(transferParticipant(owen, input(8, later), GO_ALONG, NOW)).rejects.toThrow(NotFound);
    await expect(transferParticipant(ruth, input(8, randomUUID()), GO_ALONG, NOW)).rejects.toThrow(NotFound);
    await expect(transferParticipant(ruth, input(8, cohortId), GO_ALONG, NOW)).rejects.toThrow(FieldProblem);
    await expect(transferParticipant(ruth, input(8, later, "deferred"), GO_ALONG, NOW)).rejects.toThrow(
      StaleVersion,
    );
    expect((await transferTargets(ruth, cohortId)).map(({ id }) => id)).toEqual([later, tiny]);
    const people = participants.slice(8, 9);
    await enrolled(admin, later, people);
    await expect(transferParticipant(ruth, input(8, later), GO_ALONG, NOW)).rejects.toThrow("already");
    expect(await stateOf(person(8).enrolmentId)).toBe("active");
  });

  test("who manages only one of the cohorts is told whom to ask", async () => {
    const moira = { name: "Moira Keane", email: "moira.keane@example.org" };
    const one = await withRole(admin, moira, "cohort_manager", cohortId);
    expect(await transferTargets(one, cohortId)).toEqual([]);
    const asked = async (who: Actor, from: string) =>
      (await transferElsewhere(who, from)).map(({ name, ask }) => [name, ask]);
    // Ruth manages them all; of the other manager of the later cohort, this one is not a cohort.
    expect(await asked(one, cohortId)).toEqual([
      ["Spring 2027", [ruth.name]],
      ["Tiny", [ruth.name]],
    ]);
    expect(await asked(owen, later)).toEqual([["Tiny", [ruth.name]]]);
    for (const [who, from] of [
      [ruth, cohortId],
      [admin, cohortId],
      [owen, cohortId],
      [person(0), cohortId],
    ] as const)
      expect(await asked(who, from)).toEqual([]);
    await expect(transferParticipant(one, input(8, later), GO_ALONG, NOW)).rejects.toThrow(NotFound);
    // Where nobody manages both, an administrator does.
    await db.roleAssignment.updateMany({
      where: { userId: ruth.userId, cohortId: tiny },
      data: { endedAt: NOW },
    });
    expect((await asked(one, cohortId))[1]).toEqual(["Tiny", [admin.name]]);
    await db.roleAssignment.updateMany({
      where: { userId: ruth.userId, cohortId: tiny },
      data: { endedAt: null },
    });
  });

  test("nobody decides about their own place, whatever they manage", async () => {
    const [own] = await enrolled(admin, cohortId, [
      { ...cohortManager, workplace: "UCL", jobTitle: "Lecturer" },
    ]);
    const enrolmentId = own?.enrolmentId ?? "";
    const completion = {
      ...base,
      cohortId,
      enrolmentId,
      change: "completion",
      override: "Because.",
    } as const;
    await expect(changeStanding(ruth, completion, NOW)).rejects.toThrow("your own place");
    const move = { ...input(5, later), enrolmentId };
    await expect(transferParticipant(ruth, move, GO_ALONG, NOW)).rejects.toThrow("your own place");
    const entry = {
      enrolmentId,
      milestoneId: await milestoneId(cohortId, 2),
      minutes: 60,
      happenedOn: TODAY,
    };
    await expect(enterRecords(ruth, { cohortId, entries: [entry] }, NOW)).rejects.toThrow("your own place");
  });

  test("a mentor whose link staff have taken back stays behind", async () => {
    const [someone] = await enrolled(admin, cohortId, participants.slice(10, 11));
    const enrolmentId = someone?.enrolmentId ?? "";
    const mentor = { name: "Not Them", email: "not.them@example.org", jobTitle: "Chair" };
    await changeMentor(ruth, { enrolmentId, seen: "", ...mentor }, NOW);
    await withdrawLink(ruth, { enrolmentId }, NOW);
    const id = await transferParticipant(ruth, { ...input(5, later), enrolmentId }, GO_ALONG, NOW);
    expect(await db.npqMentor.count({ where: { enrolmentId: id } })).toBe(0);
  });

  test("gives a place back that was not begun", async () => {
    const [early] = await enrolled(admin, later, participants.slice(9, 10));
    const enrolmentId = early?.enrolmentId ?? "";
    await db.cohort.update({ where: { id: tiny }, data: { capacity: 5 } });
    const before = await db.cohort.findUniqueOrThrow({ where: { id: later } });
    await transferParticipant(
      ruth,
      { ...base, cohortId: later, enrolmentId, toCohortId: tiny },
      GO_ALONG,
      NOW,
    );
    const after = await db.cohort.findUniqueOrThrow({ where: { id: later } });
    expect(after.placesTaken).toBe(before.placesTaken - 1);
  });
});
