import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeStatus } from "@/lib/enrolments/change-status";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { changeMentor } from "@/lib/mentoring/change-mentor";
import { adoptPlan } from "@/lib/peer-groups/adopt";
import { changePeerGroup, makePeerGroup, removePeerGroup } from "@/lib/peer-groups/groups";
import { moveParticipant } from "@/lib/peer-groups/members";
import { moveOptions } from "@/lib/peer-groups/move-options";
import { previewPlan } from "@/lib/peer-groups/plan";
import { springWithStaff } from "../support/cohort";
import { freshDatabase } from "../support/database";

const NOW = new Date("2026-04-27T09:00:00Z");
const PLAN = { size: 8, who: "everybody" } as const;

let admin: Actor;
/** Ruth manages Spring 2026, Owen the cohort after it. */
let ruth: Actor;
let owen: Actor;
let priya: Actor;
let tom: Actor;
let cohortId: string;
let people: (Actor & { enrolmentId: string })[];

beforeAll(async () => {
  await freshDatabase();
  ({ admin, ruth, owen, priya, tom, people, cohortId } = await springWithStaff(24));
  // The fourth is the mentor of the first.
  const mentor = { name: "Dilys Probert", email: at(3).email, jobTitle: "Executive headteacher" };
  await changeMentor(ruth, { enrolmentId: at(0).enrolmentId, seen: "", ...mentor }, NOW);
});

const at = (index: number) => people[index] ?? (admin as never);
const groupOf = async (index: number) =>
  (await db.enrolment.findUniqueOrThrow({ where: { id: at(index).enrolmentId } })).peerGroupId;
const letters = (email: string) =>
  db.outboxMessage.findMany({
    where: { toAddress: email, template: { startsWith: "peer-group" } },
    orderBy: { id: "asc" },
  });
const audits = (subjectId: string, action: string) =>
  db.auditEntry.findMany({ where: { subjectId, action } });
/** What the page offers for a move to that group, or to none. */
const offer = async (index: number, group: string | null) => {
  const shown = await moveOptions(db, cohortId, at(index).enrolmentId);
  return (group ? shown?.options.find(({ id }) => id === group)?.value : shown?.out) ?? "";
};

describe("balanced groups", () => {
  test("are previewed for those who manage the cohort alone, with what was left unsatisfied", async () => {
    const preview = await previewPlan(ruth, cohortId, PLAN);
    expect(preview).toMatchObject({ people: 24, moved: 24, emptied: [] });
    expect(preview?.report.groups.map(({ name, members }) => [name, members.length])).toEqual([
      ["Group 1", 8],
      ["Group 2", 8],
      ["Group 3", 8],
    ]);
    // Workplaces of three people each for three groups, and a mentor: there is a way.
    expect(preview?.report.unmet).toEqual([]);
    expect(await previewPlan(owen, cohortId, PLAN)).toBeNull();
    expect(await previewPlan(priya, cohortId, PLAN)).toBeNull();
    expect(await previewPlan(ruth, "x", PLAN)).toBeNull();
  });

  test("are adopted once, by those who manage the cohort, and not when people have changed meanwhile", async () => {
    const seen = (await previewPlan(ruth, cohortId, PLAN))?.seen ?? "";
    await expect(adoptPlan(owen, { cohortId, ...PLAN, seen }, NOW)).rejects.toThrow(NotFound);
    await expect(adoptPlan(at(0), { cohortId, ...PLAN, seen }, NOW)).rejects.toThrow(NotFound);
    const change = { enrolmentId: at(23).enrolmentId, effectiveOn: "2026-04-27" };
    await changeStatus(ruth, { ...change, toState: "deferred", reasonCode: "other" }, NOW);
    await expect(adoptPlan(ruth, { cohortId, ...PLAN, seen }, NOW)).rejects.toThrow(WrongState);
    expect(await db.peerGroup.count()).toBe(0);
    const fresh = (await previewPlan(ruth, cohortId, PLAN))?.seen ?? "";
    const twice = await Promise.allSettled([
      adoptPlan(ruth, { cohortId, ...PLAN, seen: fresh }, NOW),
      adoptPlan(admin, { cohortId, ...PLAN, seen: fresh }, NOW),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.peerGroup.count({ where: { cohortId } })).toBe(3);
    expect(await db.enrolment.count({ where: { cohortId, peerGroupId: { not: null } } })).toBe(23);
    expect(await audits(cohortId, "peer_group.plan_adopted")).toHaveLength(1);
    expect(await audits(at(0).enrolmentId, "peer_group.moved")).toHaveLength(1);
    expect(await letters(at(0).email)).toMatchObject([{ template: "peer-group-moved" }]);
    expect(await letters(at(23).email)).toEqual([]);
    expect(await groupOf(0)).not.toBe(await groupOf(3));
    const again = (await previewPlan(ruth, cohortId, PLAN))?.seen ?? "";
    await expect(adoptPlan(ruth, { cohortId, ...PLAN, seen: again }, NOW)).rejects.toThrow(
      "nothing to adopt",
    );
  });

  test("take in those without a group, and leave the others where they are", async () => {
    const change = { enrolmentId: at(23).enrolmentId, effectiveOn: "2026-04-27" };
    await changeStatus(ruth, { ...change, toState: "active" }, NOW);
    const before = await Promise.all(people.slice(0, 23).map((_, index) => groupOf(index)));
    const question = { ...PLAN, who: "new" } as const;
    const preview = await previewPlan(ruth, cohortId, question);
    expect(preview).toMatchObject({ people: 24, moved: 1 });
    await adoptPlan(ruth, { cohortId, ...question, seen: preview?.seen ?? "" }, NOW);
    expect(await Promise.all(people.slice(0, 23).map((_, index) => groupOf(index)))).toEqual(before);
    expect(await groupOf(23)).not.toBeNull();
  });
});

describe("groups by hand", () => {
  test("are made once, renamed, given a facilitator, removed; everybody else finds none", async () => {
    const formKey = randomUUID();
    const input = { formKey, cohortId, name: "Northfold", facilitatorId: priya.userId };
    const [one, other] = await Promise.all([
      makePeerGroup(ruth, input, NOW),
      makePeerGroup(ruth, input, NOW),
    ]);
    expect([one, other]).toEqual([formKey, formKey]);
    expect(await audits(one, "peer_group.made")).toHaveLength(1);
    expect((await letters(priya.email)).map(({ subject }) => subject)).toEqual(["You facilitate Northfold"]);
    await expect(makePeerGroup(ruth, { ...input, formKey: randomUUID() }, NOW)).rejects.toThrow(FieldProblem);
    await expect(makePeerGroup(owen, { ...input, formKey: randomUUID() }, NOW)).rejects.toThrow(NotFound);
    await expect(
      makePeerGroup(ruth, { cohortId, name: "X", facilitatorId: ruth.userId }, NOW),
    ).rejects.toThrow(FieldProblem);

    const change = { groupId: one, version: 1, name: "Northfold and Vale", facilitatorId: tom.userId };
    for (const who of [owen, priya, at(0)])
      await expect(changePeerGroup(who, change, NOW)).rejects.toThrow(NotFound);
    const both = await Promise.allSettled([
      changePeerGroup(ruth, change, NOW),
      changePeerGroup(admin, { ...change, name: "Northfold and Moor" }, NOW),
    ]);
    const refused = both.filter((each) => each.status === "rejected");
    expect(refused.map(({ reason }) => reason.constructor)).toEqual([StaleVersion]);
    expect((await letters(tom.email)).map(({ subject }) => subject)).toHaveLength(1);
    expect((await letters(priya.email)).at(-1)?.subject).toMatch(/^You no longer facilitate Northfold and/);

    await expect(removePeerGroup(owen, { groupId: one, version: 2 }, NOW)).rejects.toThrow(NotFound);
    await expect(removePeerGroup(ruth, { groupId: one, version: 1 }, NOW)).rejects.toThrow(StaleVersion);
    await removePeerGroup(ruth, { groupId: one, version: 2 }, NOW);
    expect(await audits(one, "peer_group.removed")).toHaveLength(1);
    const used = await db.peerGroup.findFirstOrThrow({ where: { name: "Group 1" } });
    await expect(removePeerGroup(ruth, { groupId: used.id, version: used.version }, NOW)).rejects.toThrow(
      "This group has members",
    );
  });

  test("a move says first what it breaks, tells those concerned, and one of two at once is told", async () => {
    const target = (await groupOf(3)) ?? "";
    await db.peerGroup.update({ where: { id: target }, data: { facilitatorId: priya.userId } });
    const shown = await moveOptions(db, cohortId, at(0).enrolmentId);
    expect(shown?.options.find(({ id }) => id === target)?.warnings).toContain(
      "Dilys Probert is the line manager or mentor of Amara Okafor",
    );
    const move = { cohortId, enrolmentId: at(0).enrolmentId, to: await offer(0, target) };
    for (const who of [owen, priya, at(0)])
      await expect(moveParticipant(who, move, NOW)).rejects.toThrow(NotFound);
    const elsewhere = move.to.replace(target, randomUUID());
    await expect(moveParticipant(ruth, { ...move, to: elsewhere }, NOW)).rejects.toThrow(NotFound);
    const here = await offer(0, await groupOf(0));
    await expect(moveParticipant(ruth, { ...move, to: here }, NOW)).rejects.toThrow(WrongState);
    const before = [(await letters(priya.email)).length, (await letters(at(0).email)).length];
    const both = await Promise.allSettled([
      moveParticipant(ruth, move, NOW),
      moveParticipant(admin, { ...move, to: await offer(0, null) }, NOW),
    ]);
    const refused = both.filter((each) => each.status === "rejected");
    expect(refused.map(({ reason }) => reason.constructor)).toEqual([StaleVersion]);
    const next = (await groupOf(0)) ? null : target;
    await moveParticipant(ruth, { ...move, to: await offer(0, next) }, NOW);
    expect(await audits(at(0).enrolmentId, "peer_group.moved")).toHaveLength(3);
    const after = [(await letters(priya.email)).length, (await letters(at(0).email)).length];
    expect(after[1]).toBe((before[1] ?? 0) + 2);
    expect(after[0]).toBeGreaterThan(before[0] ?? 0);
  });
});
