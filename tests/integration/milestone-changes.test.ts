import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { archiveCohort } from "@/lib/cohorts/archive";
import { db } from "@/lib/db";
import { queueEmail } from "@/lib/email/queue";
import { enterFor } from "@/lib/engagement/enter-for";
import { logStudy } from "@/lib/engagement/log-study";
import { participantForStaff } from "@/lib/engagement/participant";
import { writeRecords } from "@/lib/engagement/record";
import { recount } from "@/lib/engagement/recount";
import { NO_RECORD } from "@/lib/engagement/schema-entries";
import { holdTallies } from "@/lib/engagement/tally";
import { changeStatus } from "@/lib/enrolments/change-status";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { confirmPlan } from "@/lib/milestone-changes/confirm";
import { planOf, planPreview } from "@/lib/milestone-changes/preview";
import { comparison, takeOver } from "@/lib/milestone-changes/take-over";
import { tellMovedDates } from "@/lib/milestone-changes/tell-dates";
import { saveTemplateTable } from "@/lib/route-map/edit-template";
import { planMilestones, plannedItems } from "@/lib/route-map/plan";
import { milestonesOf, template } from "@/lib/route-map/queries";
import { restoreTemplate, saveTemplate } from "@/lib/route-map/save-template";
import type { TableRow } from "@/lib/route-map/schema-table";
import { templateToEdit, templateVersion } from "@/lib/route-map/template-queries";
import { cohortManager, otherManager, participants } from "@/prisma/seed/cast";
import { npqel } from "@/prisma/seed/npqel";
import { meeting } from "../support/at-once";
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
let admin: Actor;
let ruth: Actor;
let owen: Actor;
let programmeId: string;
let cohortId: string;
let empty: string;
let people: (Actor & { enrolmentId: string })[];

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  empty = await startCohort(admin, programmeId, { slug: "old", name: "Old", startMonth: "2020-05" });
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", empty);
  people = await enrolled(admin, cohortId, participants.slice(0, 3));
});

const first = () => people[0] as Actor & { enrolmentId: string };
const version = async () => (await db.cohort.findUniqueOrThrow({ where: { id: cohortId } })).routeMapVersion;

/** Ends the connections that wait for somebody's lock; answers how many. */
async function cutOff(): Promise<number> {
  const ended = await db.$queryRaw<unknown[]>`
    SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return ended.length;
}

/** The table as it stands, with what is typed into it by number; and new rows. */
async function rows(
  typed: Record<number, Partial<TableRow>>,
  added: Partial<TableRow>[] = [],
): Promise<TableRow[]> {
  const items = await plannedItems(db, cohortId);
  const blank = {
    key: null,
    remove: false,
    title: "",
    mode: null,
    opens: null,
    closes: null,
    minutes: null,
    counts: false,
  };
  const words = { note: null, description: null, place: null, placeUrl: null, module: null, kind: null };
  return [
    ...items.map(({ id, number, opensOn, closesOn, ...item }) => ({
      ...words,
      ...item,
      at: String(number),
      key: id,
      remove: false,
      opens: opensOn,
      closes: closesOn,
      description: item.description ?? null,
      place: item.place ?? null,
      placeUrl: item.placeUrl ?? null,
      ...typed[number],
    })),
    ...added.map((row, index) => ({ ...words, ...blank, at: `n${index}`, ...row })),
  ];
}
const plan = async (
  typed: Record<number, Partial<TableRow>>,
  added: Partial<TableRow>[] = [],
  who = ruth,
  at?: number,
) => planMilestones(who, { cohortId, version: at ?? (await version()), rows: await rows(typed, added) }, NOW);
const confirm = async (who = ruth, tell?: "yes") =>
  confirmPlan(
    who,
    { cohortId, planId: (await planOf(who, cohortId))?.id ?? randomUUID(), ...(tell ? { tell } : {}) },
    NOW,
  );

describe("changing a cohort's milestones", () => {
  test("first shows what it means, and changes nothing", async () => {
    const study = await milestoneId(cohortId, 4);
    const log = { milestoneId: study, minutes: 480, happenedOn: "2026-06-18", formKey: randomUUID() };
    await logStudy(first(), log, new Date("2026-06-18T18:00:00Z"));
    await plan({ 4: { minutes: 600, closes: "2026-10-15" }, 3: { title: "Our audit" } });
    const preview = await planPreview(ruth, cohortId, NOW);
    expect(preview?.changes.changed.map(({ item, fields }) => [item.number, fields.length])).toEqual([
      [3, 1],
      [4, 2],
    ]);
    expect(preview?.effect).toMatchObject({ people: 3, overduePeople: 1, overdueItems: 1 });
    expect(preview?.effect.moves.map(({ enrolmentId }) => enrolmentId)).toContain(first().enrolmentId);
    expect(await milestonesOf(cohortId)).toContainEqual(expect.objectContaining({ number: 4, minutes: 480 }));
    expect(await planPreview(owen, cohortId, NOW)).toBeNull();
    expect(await planPreview(admin, cohortId, NOW)).toBeNull();
  });

  test("in a fixed number of queries, however many take part", async () => {
    const asked = () => statementsOf(() => planPreview(ruth, cohortId, NOW));
    const few = await asked();
    const others = participants.slice(3, 12);
    const more = await enrolled(admin, cohortId, others);
    expect(await asked()).toBe(few);
    const away = { toState: "withdrawn", reasonCode: "other", effectiveOn: "2026-11-20" } as const;
    for (const { enrolmentId } of more) await changeStatus(ruth, { ...away, enrolmentId }, NOW);
  });

  test("then does it all at once: figures as they were shown, tallies right, before and after written down", async () => {
    const preview = await planPreview(ruth, cohortId, NOW);
    await confirm(ruth, "yes");
    const person = await participantForStaff(ruth, cohortId, first().enrolmentId, NOW);
    const shown = preview?.effect.moves.find(({ enrolmentId }) => enrolmentId === first().enrolmentId);
    expect(person?.engagement.toDate.percent).toBe(shown?.to);
    expect(person?.milestones.find(({ number }) => number === 4)?.tally.completed).toBe(false);
    expect(await recount(admin, cohortId, NOW)).toBe(0);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "milestones.changed" } });
    expect([entry.before, entry.after]).toMatchObject([
      { changed: [{ number: 3 }, { number: 4, minutes: 480, closesOn: "2026-10-31" }] },
      {
        changed: [
          { number: 3, title: "Our audit" },
          { number: 4, minutes: 600, closesOn: "2026-10-15" },
        ],
      },
    ]);
    const letters = await db.outboxMessage.findMany({ where: { template: "route-map-dates" } });
    expect(letters).toHaveLength(3);
    expect(letters[0]?.text).toContain("15 October 2026");
    await expect(confirm()).rejects.toThrow(StaleVersion);
  });

  describe("tells of moved dates", () => {
    const news = () => db.movedDates.findFirstOrThrow({ orderBy: { id: "desc" } });
    const keysOf = async () =>
      (
        await db.outboxMessage.findMany({
          where: { dedupeKey: { endsWith: `:${(await news()).baseVersion}` }, template: "route-map-dates" },
          select: { dedupeKey: true },
        })
      ).map(({ dedupeKey }) => dedupeKey);
    /** A change of dates that is confirmed while no letter can be written, so that all of them wait. */
    const moved = async (closes: string) => {
      await plan({ 4: { minutes: 600, closes } });
      await db.$executeRaw`ALTER TABLE "OutboxMessage" ADD CONSTRAINT nothing CHECK (false) NOT VALID`;
      await confirm(ruth, "yes").finally(
        () => db.$executeRaw`ALTER TABLE "OutboxMessage" DROP CONSTRAINT nothing`,
      );
      expect(await news()).toMatchObject({ told: 0, finishedAt: null });
    };

    test("and the milestones are changed though no letter can be written yet; then once, by however many", async () => {
      await moved("2026-10-16");
      expect(await milestonesOf(cohortId)).toContainEqual(
        expect.objectContaining({ number: 4, closesOn: "2026-10-16" }),
      );
      const tries = Array.from({ length: 4 }, () => tellMovedDates(NOW, { batch: 1 }));
      const queued = (await Promise.all(tries)).reduce((sum, count) => sum + count, 0);
      // Of those who find all of it in others' hands, some may have left before the last batch.
      expect(queued + (await tellMovedDates(NOW, { batch: 1 }))).toBe(3);
      expect(new Set(await keysOf()).size).toBe(3);
      expect(await news()).toMatchObject({ told: 3, finishedAt: NOW });
      expect(await tellMovedDates(NOW)).toBe(0);
      expect(await db.auditEntry.count({ where: { action: "milestones.told" } })).toBe(2);
    });

    test("each once, when it is cut off in the middle of a batch", async () => {
      await moved("2026-10-17");
      expect(await tellMovedDates(NOW, { batch: 1, batches: 1 })).toBe(1);
      // Somebody holds what the next letter would write; the connection that waits for them is cut.
      const [, next] = (
        await db.enrolment.findMany({
          where: { cohortId, state: "active" },
          orderBy: { id: "asc" },
          select: { id: true },
        })
      ).map(({ id }) => id);
      const { baseVersion } = await news();
      await db.$transaction(async (tx) => {
        const message = { template: "held", subject: "", text: "", html: "" };
        const dedupeKey = `route-map-dates:${next}:${baseVersion}`;
        await queueEmail(tx, "nobody@example.org", message, { dedupeKey, at: NOW });
        const cut = tellMovedDates(NOW, { batch: 2 }).catch((error: unknown) => error);
        await expect.poll(cutOff, { timeout: 8_000, interval: 20 }).toBe(1);
        expect(await cut).toBeInstanceOf(Error);
        await tx.outboxMessage.deleteMany({ where: { dedupeKey } });
      });
      expect(await news()).toMatchObject({ told: 1, finishedAt: null });
      expect(await keysOf()).toHaveLength(1);
      expect(await tellMovedDates(NOW, { batch: 2 })).toBe(2);
      expect(new Set(await keysOf()).size).toBe(3);
    });

    test("nobody who has joined since, nobody who has left, and not without being asked to", async () => {
      await moved("2026-10-18");
      const away = { enrolmentId: first().enrolmentId, effectiveOn: "2026-11-20" };
      await changeStatus(ruth, { ...away, toState: "deferred", reasonCode: "other" }, NOW);
      await db.enrolment.update({
        where: { id: people[1]?.enrolmentId ?? "" },
        data: { enrolledAt: new Date(NOW.getTime() + 1) },
      });
      expect(await tellMovedDates(NOW)).toBe(1);
      await moved("2026-10-19");
      const ended = (accessEndedAt: Date | null) =>
        db.user.update({ where: { id: people[2]?.userId ?? "" }, data: { accessEndedAt } });
      await ended(NOW);
      expect(await tellMovedDates(NOW)).toBe(0);
      await ended(null);
      await changeStatus(ruth, { ...away, toState: "active" }, NOW);
      const before = await db.movedDates.count();
      await plan({ 4: { minutes: 600, closes: "2026-10-15" } });
      await confirm();
      expect(await db.movedDates.count()).toBe(before);
    });
  });

  test("adds for everybody, and removes where nothing is recorded", async () => {
    const visit = {
      title: "Visit",
      kind: "face_to_face_event",
      opens: "2026-12-01",
      closes: "2026-12-31",
      minutes: 60,
      counts: true,
    } as const;
    await plan({ 9: { remove: true } }, [visit]);
    const preview = await planPreview(ruth, cohortId, NOW);
    expect(preview?.changes.added.map(({ number }) => number)).toEqual([35]);
    expect(preview?.changes.removed.map(({ number }) => number)).toEqual([9]);
    await confirm();
    const there = await milestonesOf(cohortId);
    expect([there.some(({ number }) => number === 9), there.at(-1)?.title]).toEqual([false, "Visit"]);
    expect(await db.enrolmentMilestone.count({ where: { milestoneId: there.at(-1)?.id } })).toBe(12);
    await expect(plan({ 4: { remove: true } })).rejects.toThrow(FieldProblem);
    // Recorded between the preview and the confirmation.
    await plan({ 11: { remove: true } });
    const log = {
      milestoneId: await milestoneId(cohortId, 11),
      minutes: 30,
      happenedOn: "2026-11-01",
      formKey: randomUUID(),
    };
    await logStudy(first(), log, NOW);
    await expect(confirm()).rejects.toThrow("cannot be removed");
  });

  test("by two: the second is told, and what they typed is still there", async () => {
    await plan({ 6: { title: "Ruth’s title" } });
    await plan({ 8: { title: "Miles’s title" } }, [], admin);
    await confirm(admin);
    expect((await planPreview(ruth, cohortId, NOW))?.stale).toBe(true);
    await expect(confirm()).rejects.toThrow(StaleVersion);
    await expect(plan({}, [], ruth, 1)).rejects.toThrow(StaleVersion);
    const kept = await planOf(ruth, cohortId);
    expect(kept?.items.find(({ number }) => number === 6)?.title).toBe("Ruth’s title");
    // Two who confirm at once: one gets it.
    await plan({ 6: { title: "Ruth’s title" } });
    await plan({ 6: { title: "Miles’s title" } }, [], admin);
    const both = await Promise.allSettled([confirm(ruth), confirm(admin)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("by nobody else, not with another cohort's milestones, not when nothing differs", async () => {
    await expect(plan({}, [], owen)).rejects.toThrow(NotFound);
    await expect(confirm(owen)).rejects.toThrow(NotFound);
    const foreign = await milestoneId(empty, 4);
    await expect(plan({ 6: { key: foreign } })).rejects.toThrow(NotFound);
    await plan({});
    await expect(confirm()).rejects.toThrow("nothing to confirm");
  });
});

describe("the template", () => {
  const table = async (typed: Record<number, Partial<TableRow>>, version: number, why = "Shorter study") => {
    const items = await template(programmeId);
    const all = items.map(
      ({ opensMonth, closesMonth, ...item }): TableRow => ({
        ...item,
        description: null,
        place: null,
        placeUrl: null,
        at: String(item.number),
        key: String(item.number),
        remove: false,
        opens: opensMonth === null ? null : String(opensMonth),
        closes: closesMonth === null ? null : String(closesMonth),
        ...typed[item.number],
      }),
    );
    return { programmeId, version, why, rows: all };
  };

  test("keeps every version: who, when, why; the second of two is told", async () => {
    const { latest } = (await templateToEdit(admin, "npqel")) ?? {};
    expect(latest).toBe(1);
    await expect(saveTemplateTable(ruth, await table({}, 1), NOW)).rejects.toThrow(NotFound);
    await expect(saveTemplateTable(admin, await table({}, 1, ""), NOW)).rejects.toThrow(FieldProblem);
    await saveTemplateTable(admin, await table({ 4: { minutes: 420, title: "Study" } }, 1), NOW);
    await expect(saveTemplateTable(admin, await table({}, 1), NOW)).rejects.toThrow(StaleVersion);
    const edited = await templateToEdit(ruth, "npqel");
    expect(edited).toMatchObject({ latest: 2, mayEdit: false });
    expect(edited?.versions[0]).toMatchObject({ number: 2, note: "Shorter study", by: admin.name });
    expect((await templateVersion(programmeId, 1))?.find(({ number }) => number === 4)?.minutes).toBe(480);
    expect(await db.auditEntry.count({ where: { action: "route_map_template.saved" } })).toBe(2);
  });

  test("is compared with a cohort, and chosen differences are taken over through the preview", async () => {
    const { differences } = (await comparison(ruth, cohortId)) ?? {};
    const numbers = differences?.changed.map(({ item }) => item.number);
    expect(numbers).toEqual(expect.arrayContaining([3, 4, 6]));
    expect(differences?.added.map(({ number }) => number)).toEqual([9]);
    expect(differences?.removed.map(({ number }) => number)).toEqual([35]);
    expect(await comparison(owen, cohortId)).toBeNull();
    await expect(takeOver(ruth, { cohortId, version: 1, take: [4] }, NOW)).rejects.toThrow(StaleVersion);
    const now = await version();
    await expect(takeOver(ruth, { cohortId, version: now, take: [] }, NOW)).rejects.toThrow(FieldProblem);
    await expect(takeOver(owen, { cohortId, version: now, take: [4] }, NOW)).rejects.toThrow(NotFound);
    await takeOver(ruth, { cohortId, version: now, take: [4, 9] }, NOW);
    const { changes } = (await planPreview(ruth, cohortId, NOW)) ?? {};
    expect(changes?.changed.map(({ item }) => item.number)).toEqual([4]);
    expect(changes?.added.map(({ number }) => number)).toEqual([9]);
    await confirm();
    const left = (await comparison(ruth, cohortId))?.differences;
    expect(left?.changed.some(({ item }) => item.number === 4)).toBe(false);
    // The study of 480 minutes is done again: the template asks for 420.
    const person = await participantForStaff(ruth, cohortId, first().enrolmentId, NOW);
    expect(person?.milestones.find(({ number }) => number === 4)?.tally.completed).toBe(true);
  });

  test("counts again what is recorded by the minutes of before while they change", async () => {
    const second = people[1] as Actor & { enrolmentId: string };
    const pair = { enrolmentId: second.enrolmentId, milestoneId: await milestoneId(cohortId, 4) };
    const kept = { completes: false, source: "self_recorded", recordedById: second.userId } as const;
    await plan({ 4: { minutes: 600 } });
    const [confirmed] = await meeting(
      async (tx) => {
        await holdTallies(tx, [pair]);
        await writeRecords(tx, [{ ...pair, ...kept, minutes: 420, happenedOn: "2026-11-20" }], NOW);
      },
      [() => confirm()],
    );
    expect(confirmed).toBeUndefined();
    expect(await recount(admin, cohortId, NOW)).toBe(0);
  });

  test("whoever records while the minutes change records by those that are asked then", async () => {
    const pair = { enrolmentId: first().enrolmentId, milestoneId: await milestoneId(cohortId, 31) };
    const asked = async () =>
      (await db.milestone.findUniqueOrThrow({ where: { id: pair.milestoneId } })).minutes;
    expect(await asked()).toBe(360);
    const entry = {
      replaces: NO_RECORD,
      minutes: 360,
      happenedOn: "2026-11-20",
      reason: "All six sessions.",
    };
    const ends = await meeting(
      async (tx) => {
        await tx.milestone.update({ where: { id: pair.milestoneId }, data: { minutes: 420 } });
        await holdTallies(tx, [pair]);
      },
      [() => enterFor(ruth, { cohortId, ...pair }, { ...entry, formKey: randomUUID() }, NOW)],
    );
    expect(ends).toEqual([undefined]);
    const where = { enrolmentId_milestoneId: pair };
    expect(await db.enrolmentMilestone.findUniqueOrThrow({ where })).toMatchObject({
      minutesRecorded: 360,
      completedAt: null,
    });
    await db.milestone.update({ where: { id: pair.milestoneId }, data: { minutes: 360 } });
    expect(await recount(admin, cohortId, NOW)).toBe(1);
  });

  test("goes back to an earlier version as a new one, also where an archived cohort was made from it", async () => {
    await archiveCohort(owen, { cohortId: empty, version: 2 }, NOW);
    await saveTemplate(admin, programmeId, npqel.routeMap.slice(0, 10), NOW);
    await restoreTemplate(admin, { programmeId, number: 1, version: 3 }, NOW);
    expect(await template(programmeId)).toEqual(
      npqel.routeMap.map((item) => expect.objectContaining({ number: item.number, minutes: item.minutes })),
    );
    await expect(restoreTemplate(ruth, { programmeId, number: 1, version: 4 }, NOW)).rejects.toThrow(
      NotFound,
    );
    // The number comes bound to the form, where anything can be put in its place.
    for (const number of [99, 0, -1, 1.5, 2 ** 31, 1e21, Number.NaN, "1", { not: 0 }, null])
      await expect(
        restoreTemplate(admin, { programmeId, number: number as number, version: 4 }, NOW),
      ).rejects.toThrow(NotFound);
    await expect(restoreTemplate(admin, { programmeId, number: 1, version: 1 }, NOW)).rejects.toThrow(
      StaleVersion,
    );
    const archived = { cohortId: empty, version: 1, rows: [] };
    await expect(planMilestones(owen, archived, NOW)).rejects.toThrow(WrongState);
  });
});
