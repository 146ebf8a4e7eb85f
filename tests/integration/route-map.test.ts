import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { publishCohort } from "@/lib/cohorts/publish";
import { cohortById } from "@/lib/cohorts/queries";
import { db } from "@/lib/db";
import { FieldProblem, NotAllowed, NotFound } from "@/lib/errors";
import { datedItems } from "@/lib/route-map/dated";
import { milestonesOf, publicRouteMap, template } from "@/lib/route-map/queries";
import { rollForward } from "@/lib/route-map/roll-forward";
import { saveTemplate } from "@/lib/route-map/save-template";
import { cohortManager, facilitators } from "@/prisma/seed/cast";
import { npqel } from "@/prisma/seed/npqel";
import {
  actor,
  administrator,
  npqelSaved,
  SET_UP,
  SPRING_2026,
  startCohort,
  withRole,
} from "../support/cohort";
import { freshDatabase } from "../support/database";
import { springOf2025 } from "../support/published-route-map";

const NOW = new Date("2026-11-23T09:00:00Z");
const facts = { applicationsOpen: null, applicationsClose: null, capacity: 24, fundedPlaces: 8 };
let admin: Actor;
let programmeId: string;

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  programmeId = await npqelSaved(admin);
});

test("without a cohort, the template stands in, dated from this month", async () => {
  const map = await publicRouteMap("npqel", undefined, NOW);
  expect([map?.cohort, map?.startsOn, map?.items.length]).toEqual([null, "2026-11-01", 34]);
});

describe("starting a cohort", () => {
  test("gives it the milestones of the template, dated, with nothing to warn of", async () => {
    const { cohortId, warnings } = await rollForward(
      admin,
      { programmeId, ...npqel.spring2025, ...facts },
      SET_UP,
    );
    expect(warnings).toEqual([]);
    const items = (await milestonesOf(cohortId)).map(({ id: _id, ...item }) => ({ ...item, note: null }));
    expect(items).toEqual(springOf2025("corrected"));
    expect(await db.auditEntry.count({ where: { action: "cohort.started", subjectId: cohortId } })).toBe(1);
    expect((await publicRouteMap("npqel", undefined, NOW))?.cohort).toBeNull();
    await publishCohort(admin, { cohortId, version: 1 }, SET_UP);
  });

  test("says what the checker finds, and starts it all the same", async () => {
    const odd = npqel.routeMap.map((item) =>
      item.number === 7 ? { ...item, opensMonth: 16, closesMonth: 16 } : item,
    );
    await saveTemplate(admin, programmeId, odd, SET_UP);
    const part = { slug: "odd", name: "Odd", startMonth: "2029-05" };
    const { cohortId, warnings } = await rollForward(admin, { programmeId, ...part, ...facts }, SET_UP);
    expect(warnings.map(({ number, code }) => [number, code])).toEqual([[7, "after_next_module_began"]]);
    expect(await db.milestone.count({ where: { cohortId } })).toBe(34);
    await publishCohort(admin, { cohortId, version: 1 }, SET_UP);
    await saveTemplate(admin, programmeId, npqel.routeMap, SET_UP);
  });

  test("a slug twice, a window the wrong way round, a programme that is not there: nothing is half made", async () => {
    const before = await db.cohort.count();
    const again = { programmeId, ...npqel.spring2025, ...facts };
    await expect(rollForward(admin, again, SET_UP)).rejects.toThrow(FieldProblem);
    const wrong = {
      ...again,
      slug: "wrong",
      applicationsOpen: "2025-03-01",
      applicationsClose: "2025-02-01",
    };
    await expect(rollForward(admin, wrong, SET_UP)).rejects.toThrow(FieldProblem);
    await expect(rollForward(admin, { ...again, programmeId: "x" }, SET_UP)).rejects.toThrow(NotFound);
    expect(await db.cohort.count()).toBe(before);
  });

  test("a manager of the programme does too, and manages what they started; nobody else", async () => {
    const running = await startCohort(admin, programmeId, SPRING_2026);
    const ruth = await withRole(admin, cohortManager, "cohort_manager", running);
    const input = { programmeId, ...npqel.spring2025, ...facts, slug: "mine" };
    const { cohortId } = await rollForward(ruth, input, NOW);
    const held = { userId: ruth.userId, role: "cohort_manager", cohortId, endedAt: null } as const;
    expect(await db.roleAssignment.count({ where: held })).toBe(1);
    expect(await cohortById(await actor(cohortManager), cohortId)).toMatchObject({ state: "draft" });
    await expect(saveTemplate(ruth, programmeId, npqel.routeMap, NOW)).rejects.toThrow(NotAllowed);
    const priya = await withRole(admin, facilitators[0], "facilitator");
    await expect(rollForward(priya, { ...input, slug: "other" }, NOW)).rejects.toThrow(NotAllowed);
    await expect(
      rollForward(ruth, { ...input, slug: "far", fromCohortId: priya.userId }, NOW),
    ).rejects.toThrow(NotFound);
  });

  test("from an earlier cohort: its milestones as they are, moved; the same form twice makes one", async () => {
    const from = await db.cohort.findFirstOrThrow({ where: { slug: "spring-2026" } });
    await db.milestone.update({
      where: { cohortId_number: { cohortId: from.id, number: 5 } },
      data: {
        title: "Our own title",
        closesOn: new Date("2026-10-17"),
        note: "Printed as June 2027, a year late.",
      },
    });
    const id = randomUUID();
    const input = {
      id,
      programmeId,
      fromCohortId: from.id,
      ...facts,
      slug: "autumn-2027",
      name: "Autumn 2027",
      startMonth: "2027-10",
    };
    const twice = await Promise.all([rollForward(admin, input, NOW), rollForward(admin, input, NOW)]);
    expect(twice.map(({ cohortId }) => cohortId)).toEqual([id, id]);
    expect(await db.cohort.count({ where: { slug: "autumn-2027" } })).toBe(1);
    const items = await milestonesOf(id);
    expect(items).toHaveLength(34);
    // A note that names a year speaks of the other cohort's dates.
    expect(items[4]).toMatchObject({ title: "Our own title", closesOn: "2028-03-17", note: null });
    expect(items[1]).toMatchObject({ note: "Manchester or Oxford." });
  });
});

describe("the template", () => {
  test("comes back as it was saved; cohorts keep what they have when it changes", async () => {
    expect(await template(programmeId)).toEqual(npqel.routeMap);
    const milestones = await db.milestone.count();
    await saveTemplate(admin, programmeId, npqel.routeMap.slice(0, 10), NOW);
    expect(await template(programmeId)).toHaveLength(10);
    expect(await db.milestone.count()).toBe(milestones);
    await saveTemplate(admin, programmeId, npqel.routeMap, NOW);
  });
});

describe("the public route map", () => {
  test("of the cohort one asks for, with the others to choose from", async () => {
    const map = await publicRouteMap("npqel", "spring-2025", NOW);
    expect(map?.cohort?.name).toBe("Spring 2025");
    expect(map?.startsOn).toBe("2025-05-01");
    expect(map?.items.map(({ id: _id, ...item }) => item)).toEqual(datedItems(npqel.routeMap, "2025-05-01"));
    expect(map?.cohorts.map(({ slug }) => slug)).toEqual(["odd", "spring-2026", "spring-2025"]);
  });

  test("of the cohort that the next step is about, when one does not ask", async () => {
    expect((await publicRouteMap("npqel", undefined, new Date("2026-01-10T12:00:00Z")))?.cohort?.slug).toBe(
      "spring-2026",
    );
  });

  test("is not there for what there is not", async () => {
    expect(await publicRouteMap("npqel", "autumn-1999", NOW)).toBeNull();
    expect(await publicRouteMap("npqsl", undefined, NOW)).toBeNull();
    expect(await publicRouteMap("a\u0000", "b\u0000", NOW)).toBeNull();
  });
});
