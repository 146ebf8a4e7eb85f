import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db, inTransaction } from "@/lib/db";
import { changeStatus } from "@/lib/enrolments/change-status";
import { enrol } from "@/lib/enrolments/enrol";
import { hasEnrolment } from "@/lib/enrolments/queries";
import { ENROLMENT_STATES } from "@/lib/enrolments/schema";
import { canMove } from "@/lib/enrolments/states";
import { FieldProblem, NotFound, WrongState } from "@/lib/errors";
import { makePeerGroup } from "@/lib/peer-groups/groups";
import { joinPeerGroup } from "@/lib/peer-groups/members";
import { cohortManager, facilitators, otherManager, participants } from "@/prisma/seed/cast";
import {
  actor,
  administrator,
  ENROLLED,
  enrolled,
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
let other: string;
let people: (Actor & { enrolmentId: string })[];

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  other = await startCohort(admin, programmeId, {
    slug: "spring-2027",
    name: "Spring 2027",
    startMonth: "2027-05",
  });
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", other);
  people = await enrolled(admin, cohortId, participants.slice(0, 6));
});

const person = (index: number) => {
  const found = people[index];
  if (!found) throw new Error("nobody there");
  return found;
};
const stateOf = async (id: string) => (await db.enrolment.findUniqueOrThrow({ where: { id } })).state;

describe("enrolling", () => {
  const input = (who: Actor, into: string) => ({
    applicationId: null,
    userId: who.userId,
    cohortId: into,
    fundedPlace: true,
    fullName: who.name,
    workplace: "Long Reach Trust",
    jobTitle: "Headteacher",
    trn: null,
  });

  test("makes the enrolment, its change of state and a row for every milestone", async () => {
    const who = await actor({ name: "Femi Adeyemi", email: "femi.adeyemi@example.org" });
    expect(await hasEnrolment(who.userId)).toBe(false);
    const id = await inTransaction((tx) => enrol(tx, input(who, other), who, ENROLLED));
    expect(await hasEnrolment(who.userId)).toBe(true);
    expect(
      await db.enrolmentMilestone.count({ where: { enrolmentId: id, minutesRecorded: 0, required: true } }),
    ).toBe(34);
    expect(await db.enrolmentStatusChange.findMany({ where: { enrolmentId: id } })).toMatchObject([
      { fromState: null, toState: "active", byId: who.userId, at: ENROLLED },
    ]);
    expect(await db.auditEntry.count({ where: { action: "enrolment.made", subjectId: id } })).toBe(1);
  });

  test("a second time in one cohort is refused, and leaves nothing", async () => {
    const who = person(0);
    const before = await db.enrolmentMilestone.count();
    await expect(inTransaction((tx) => enrol(tx, input(who, cohortId), who, NOW))).rejects.toThrow(
      WrongState,
    );
    expect(await db.enrolmentMilestone.count()).toBe(before);
  });

  test("twice at once makes one", async () => {
    const who = await actor({ name: "Jonas Keller", email: "jonas.keller@example.org" });
    const both = [1, 2].map(() => inTransaction((tx) => enrol(tx, input(who, other), who, NOW)));
    const ends = await Promise.allSettled(both);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.enrolment.count({ where: { userId: who.userId } })).toBe(1);
  });

  test("many at once come back in the order they were given", async () => {
    const rows = await db.enrolment.findMany({ where: { cohortId }, select: { id: true, userId: true } });
    for (const { enrolmentId, userId } of people) {
      expect(rows).toContainEqual({ id: enrolmentId, userId });
    }
  });
});

describe("a change of state", () => {
  test("the legal ones, and no others", () => {
    const legal = ENROLMENT_STATES.flatMap((from) =>
      ENROLMENT_STATES.filter((to) => canMove(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(legal).toEqual([
      "active → deferred",
      "active → withdrawn",
      "active → completed",
      "active → transferred",
      "deferred → active",
      "deferred → withdrawn",
      "deferred → transferred",
      "withdrawn → active",
      "withdrawn → transferred",
    ]);
  });

  test("deferred with a reason, resumed without, withdrawn with one", async () => {
    const { enrolmentId } = person(1);
    const move = (
      toState: "deferred" | "active" | "withdrawn",
      reasonCode?: "parental-leave" | "change-in-career",
    ) => changeStatus(ruth, { enrolmentId, toState, reasonCode, effectiveOn: TODAY }, NOW);
    await expect(move("deferred")).rejects.toThrow(FieldProblem);
    await expect(move("deferred", "change-in-career")).rejects.toThrow(FieldProblem);
    await move("deferred", "parental-leave");
    await expect(move("deferred", "parental-leave")).rejects.toThrow(WrongState);
    await move("active");
    await move("withdrawn", "change-in-career");
    expect(await stateOf(enrolmentId)).toBe("withdrawn");
    const changes = await db.enrolmentStatusChange.findMany({
      where: { enrolmentId },
      orderBy: { id: "asc" },
    });
    expect(changes.map(({ toState, reasonCode }) => [toState, reasonCode])).toEqual([
      ["active", null],
      ["deferred", "parental-leave"],
      ["active", null],
      ["withdrawn", "change-in-career"],
    ]);
    expect(
      await db.auditEntry.count({ where: { subjectId: enrolmentId, action: { startsWith: "enrolment." } } }),
    ).toBe(3);
  });

  test("from today or an earlier day, not before the last change", async () => {
    const { enrolmentId } = person(5);
    const away = (effectiveOn: string) =>
      changeStatus(ruth, { enrolmentId, toState: "deferred", reasonCode: "other", effectiveOn }, NOW);
    await expect(away("2026-11-24")).rejects.toThrow("today or an earlier day");
    await expect(away("2026-04-19")).rejects.toThrow("20 April 2026 or a later day");
    await away("2026-10-01");
    await changeStatus(ruth, { enrolmentId, toState: "active", effectiveOn: TODAY }, NOW);
  });

  test("two at once make one", async () => {
    const { enrolmentId } = person(2);
    const twice = ["bereavement", "career-break"] as const;
    const ends = await Promise.allSettled(
      twice.map((reasonCode) =>
        changeStatus(ruth, { enrolmentId, toState: "deferred", reasonCode, effectiveOn: TODAY }, NOW),
      ),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.enrolmentStatusChange.count({ where: { enrolmentId, toState: "deferred" } })).toBe(1);
  });

  test("not by the participant, nor another cohort's manager", async () => {
    const { enrolmentId } = person(3);
    const input = { enrolmentId, toState: "withdrawn", reasonCode: "other", effectiveOn: TODAY } as const;
    for (const who of [owen, person(3), person(4)])
      await expect(changeStatus(who, input, NOW)).rejects.toThrow(NotFound);
    expect(await stateOf(input.enrolmentId)).toBe("active");
  });
});

describe("groups and mentors", () => {
  test("a group is made once by name, with a facilitator who is one; only its cohort's people join", async () => {
    const priya = await withRole(admin, facilitators[0], "facilitator");
    const group = { cohortId, name: "Northfield", facilitatorId: priya.userId };
    const peerGroupId = await makePeerGroup(ruth, group, NOW);
    await expect(makePeerGroup(ruth, group, NOW)).rejects.toThrow(FieldProblem);
    await expect(
      makePeerGroup(ruth, { ...group, name: "Two", facilitatorId: ruth.userId }, NOW),
    ).rejects.toThrow(FieldProblem);
    await expect(makePeerGroup(owen, { ...group, name: "Three" }, NOW)).rejects.toThrow(NotFound);
    await joinPeerGroup(
      ruth,
      { peerGroupId, enrolmentIds: people.slice(0, 4).map((each) => each.enrolmentId) },
      NOW,
    );
    const stranger = await db.enrolment.findFirstOrThrow({ where: { cohortId: other } });
    await expect(joinPeerGroup(ruth, { peerGroupId, enrolmentIds: [stranger.id] }, NOW)).rejects.toThrow(
      NotFound,
    );
    expect(await db.enrolment.findUnique({ where: { id: person(0).enrolmentId } })).toMatchObject({
      peerGroupId,
    });
  });
});
