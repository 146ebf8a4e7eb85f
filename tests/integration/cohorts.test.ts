import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { holdPlace, releasePlace } from "@/lib/cohorts/places";
import { cohortById, cohortSituation, cohortsFor, openCohorts } from "@/lib/cohorts/queries";
import { db, inTransaction } from "@/lib/db";
import { prospectus, publishedProgrammes } from "@/lib/programmes/queries";
import { saveProgramme } from "@/lib/programmes/save-programme";
import { cohortManager, otherManager, participants } from "@/prisma/seed/cast";
import { npqel } from "@/prisma/seed/npqel";
import {
  actor,
  administrator,
  enrolled,
  npqelSaved,
  SET_UP,
  SPRING_2026,
  startCohort,
  withRole,
} from "../support/cohort";
import { freshDatabase } from "../support/database";

const NOW = new Date("2026-11-23T09:00:00Z");
let admin: Actor;
let ruth: Actor;
let programmeId: string;
let running: string;
let open: string;

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  programmeId = await npqelSaved(admin);
  running = await startCohort(admin, programmeId, SPRING_2026);
  open = await startCohort(admin, programmeId, {
    slug: "spring-2027",
    name: "Spring 2027",
    startMonth: "2027-05",
  });
  ruth = await withRole(admin, cohortManager, "cohort_manager", running);
  await enrolled(admin, running, participants.slice(0, 3));
});

describe("the prospectus", () => {
  test("comes back as it was saved, in its order", async () => {
    const found = await prospectus("npqel", NOW);
    const { slug, position, sections, areas, hours, voices } = npqel.programme;
    expect(found).toMatchObject({
      slug,
      sections,
      areas,
      hours,
      voices,
      feeWithVatPence: 491_880,
      vatPence: 81_980,
    });
    expect(position).toBe(1);
    expect((await publishedProgrammes(NOW)).map((each) => each.slug)).toEqual(["npqel"]);
  });

  test("is not there before it is published, nor under a slug that cannot be", async () => {
    expect(await prospectus("npqel", new Date(SET_UP.getTime() - 1))).toBeNull();
    for (const slug of ["npqsl", "NPQEL", "a\u0000b", "'; --"])
      expect(await prospectus(slug, NOW)).toBeNull();
  });

  test("saved again, the lists take the place of the old, and the cohorts stay", async () => {
    expect(await saveProgramme(admin, npqel.programme, NOW)).toBe(programmeId);
    expect(await db.programmeSection.count()).toBe(11);
    expect(await db.cohort.count()).toBe(2);
    expect(await db.auditEntry.count({ where: { action: "programme.saved" } })).toBe(2);
  });

  test("only an administrator saves it", async () => {
    await expect(saveProgramme(ruth, npqel.programme, NOW)).rejects.toThrow("Only an administrator");
  });
});

describe("places", () => {
  const cohortOf = (id: string) =>
    db.cohort.findUniqueOrThrow({ where: { id }, select: { placesTaken: true, fundedTaken: true } });

  test("a hundred at once at five places take exactly five", async () => {
    const cohortId = await startCohort(admin, programmeId, {
      slug: "small",
      name: "Small",
      startMonth: "2028-05",
      capacity: 5,
      fundedPlaces: 0,
    });
    const held = await Promise.all(
      Array.from({ length: 100 }, () => inTransaction((tx) => holdPlace(tx, cohortId, false))),
    );
    expect(held.filter(Boolean)).toHaveLength(5);
    expect(await cohortOf(cohortId)).toEqual({ placesTaken: 5, fundedTaken: 0 });
  });

  test("funded places run out on their own, and come back when they are given back", async () => {
    const cohortId = await startCohort(admin, programmeId, {
      slug: "funded",
      name: "Funded",
      startMonth: "2028-05",
      capacity: 4,
      fundedPlaces: 2,
    });
    const hold = (funded: boolean) => inTransaction((tx) => holdPlace(tx, cohortId, funded));
    const held = await Promise.all([true, true, true, true].map(hold));
    expect(held.filter(Boolean)).toHaveLength(2);
    expect([await hold(false), await hold(false), await hold(false)]).toEqual([true, true, false]);
    await inTransaction((tx) => releasePlace(tx, cohortId, true));
    expect(await cohortOf(cohortId)).toEqual({ placesTaken: 3, fundedTaken: 1 });
    expect(await hold(true)).toBe(true);
  });

  test("what was not held cannot be given back", async () => {
    await expect(inTransaction((tx) => releasePlace(tx, open, false))).rejects.toThrow("no place was held");
    await expect(inTransaction((tx) => holdPlace(tx, "not-an-id", false))).resolves.toBe(false);
  });
});

describe("what a visitor is told", () => {
  test("which cohort is open, and until when", async () => {
    const situation = await cohortSituation(programmeId, NOW);
    expect(situation).toMatchObject({
      state: "open",
      closesOn: "2027-03-26",
      cohort: { slug: "spring-2027" },
    });
    expect((await openCohorts(NOW)).map(({ slug, programme }) => [slug, programme.shortName])).toEqual([
      ["spring-2027", "NPQEL"],
    ]);
  });

  test("the last day ends at midnight in London", async () => {
    const open = async (at: string) =>
      (await openCohorts(new Date(at))).some(({ slug }) => slug === "spring-2026");
    expect(await open("2026-03-26T23:59:59Z")).toBe(true);
    expect(await open("2026-03-27T00:00:00Z")).toBe(false);
    expect(await open("2025-08-31T22:59:59Z")).toBe(false);
    expect(await open("2025-08-31T23:00:00Z")).toBe(true);
  });
});

describe("what staff see", () => {
  test("an administrator all cohorts, a manager their own, others none", async () => {
    const slugs = async (who: Actor) => (await cohortsFor(who, NOW)).map(({ slug }) => slug);
    expect(await slugs(admin)).toContain("spring-2027");
    expect(await slugs(ruth)).toEqual(["spring-2026"]);
    expect(await slugs(await actor(participants[0] ?? otherManager))).toEqual([]);
  });

  test("with their counts, every state there", async () => {
    const [row] = await cohortsFor(ruth, NOW);
    expect(row?.participants).toEqual({
      active: 3,
      deferred: 0,
      withdrawn: 0,
      completed: 0,
      transferred: 0,
    });
    expect(row?.applications.submitted).toBe(0);
    expect(Object.keys(row?.applications ?? {})).toHaveLength(10);
  });

  test("out of scope is not there", async () => {
    const owen = await withRole(admin, otherManager, "cohort_manager", open);
    expect((await cohortById(ruth, running))?.slug).toBe("spring-2026");
    expect(await cohortById(owen, running)).toBeNull();
    expect((await cohortById(owen, open))?.name).toBe("Spring 2027");
    expect(await cohortById(admin, "not-an-id")).toBeNull();
  });
});
