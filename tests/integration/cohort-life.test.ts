import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { startApplication } from "@/lib/applications/start";
import type { Actor } from "@/lib/auth/actor";
import { archiveCohort, restoreCohort } from "@/lib/cohorts/archive";
import { changeCohort } from "@/lib/cohorts/change-cohort";
import { holdPlace } from "@/lib/cohorts/places";
import { publishCohort } from "@/lib/cohorts/publish";
import { cohortById, cohortsFor, openCohorts, publicCohorts } from "@/lib/cohorts/queries";
import { cohortForm, newCohortForm } from "@/lib/cohorts/schema-forms";
import { allows, COHORT_STATES, MOVES, type Move } from "@/lib/cohorts/states";
import { db, inTransaction } from "@/lib/db";
import { changeStatus } from "@/lib/enrolments/change-status";
import { lockedEnrolment, moveEnrolment } from "@/lib/enrolments/move";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { makePeerGroup } from "@/lib/peer-groups/groups";
import { rollForward } from "@/lib/route-map/roll-forward";
import { standingOf } from "@/lib/status-changes/queries";
import { cohortManager, otherManager, participants } from "@/prisma/seed/cast";
import { meeting } from "../support/at-once";
import { actor, administrator, enrolled, npqelSaved, SET_UP, withRole } from "../support/cohort";
import { freshDatabase } from "../support/database";

const NOW = new Date("2026-11-23T09:00:00Z");
const details = {
  slug: "autumn-2027",
  name: "Autumn 2027",
  applicationsOpen: "2026-11-01",
  applicationsClose: "2026-12-31",
  capacity: 10,
  fundedPlaces: 4,
  offerDays: 14,
};
let admin: Actor;
let ruth: Actor;
let owen: Actor;
let programmeId: string;
let cohortId: string;

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  programmeId = await npqelSaved(admin);
  const start = (part: object) =>
    rollForward(admin, { programmeId, startMonth: "2027-10", ...details, ...part }, SET_UP);
  cohortId = (await start({})).cohortId;
  const elsewhere = (await start({ slug: "elsewhere" })).cohortId;
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", elsewhere);
});

const version = async () => (await cohortById(admin, cohortId))?.version ?? 0;
const audited = (action: string) => db.auditEntry.count({ where: { action, subjectId: cohortId } });

test("what may be done in which state", () => {
  const table = (Object.keys(MOVES) as Move[]).map((move) =>
    [move, ...COHORT_STATES.filter((state) => allows(move, state))].join(" "),
  );
  expect(table).toEqual([
    "change draft published",
    "publish draft",
    "archive draft published",
    "restore archived",
  ]);
});

describe("a draft", () => {
  test("is nobody's but its staff's: not public, and nobody can apply", async () => {
    const amara = await actor(participants[0] ?? cohortManager);
    expect(await publicCohorts(programmeId)).toEqual([]);
    expect(await openCohorts(NOW)).toEqual([]);
    await expect(startApplication(amara, { cohortId }, NOW)).rejects.toThrow(NotFound);
    expect((await cohortsFor(ruth, NOW)).map(({ state }) => state)).toEqual(["draft"]);
  });

  test("is published once, by those who manage it, from the page as it is", async () => {
    await expect(publishCohort(owen, { cohortId, version: 1 }, NOW)).rejects.toThrow(NotFound);
    await expect(publishCohort(ruth, { cohortId, version: 7 }, NOW)).rejects.toThrow(StaleVersion);
    const both = await Promise.allSettled(
      [ruth, admin].map((who) => publishCohort(who, { cohortId, version: 1 }, NOW)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await audited("cohort.published")).toBe(1);
    expect((await openCohorts(NOW)).map(({ id }) => id)).toEqual([cohortId]);
  });
});

describe("changing it", () => {
  const save = async (part: Partial<typeof details>, who = ruth, at?: number) =>
    changeCohort(who, { ...details, ...part, cohortId, version: at ?? (await version()) }, NOW);

  test("is written down with what was before", async () => {
    await save({ capacity: 12, offerDays: 10 });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "cohort.changed" } });
    expect([entry.before, entry.after]).toMatchObject([{ capacity: 10 }, { capacity: 12, offerDays: 10 }]);
  });

  test("never takes the places below what is held or taken, whoever clicks when", async () => {
    for (const funded of [true, true, false]) await inTransaction((tx) => holdPlace(tx, cohortId, funded));
    await expect(save({ capacity: 2, fundedPlaces: 2 })).rejects.toThrow("3 places are held or taken");
    await expect(save({ fundedPlaces: 1 })).rejects.toThrow("2 funded places are held or taken");
    const now = await version();
    await Promise.allSettled([
      save({ capacity: 4 }, ruth, now),
      ...[1, 2, 3, 4].map(() => inTransaction((tx) => holdPlace(tx, cohortId, false))),
    ]);
    const row = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    expect(row.placesTaken).toBeLessThanOrEqual(row.capacity);
  });

  test("by two: the second is told; a name taken, days the wrong way round, a short name that is public", async () => {
    const before = await version();
    const both = await Promise.allSettled([
      save({ capacity: 50 }, ruth, before),
      save({ capacity: 60 }, admin, before),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(save({}, owen)).rejects.toThrow(NotFound);
    await expect(save({ slug: "renamed", capacity: 50 })).rejects.toThrow("stays once the cohort is public");
    await expect(save({ capacity: 50, applicationsClose: "2026-10-01" })).rejects.toThrow(FieldProblem);
  });

  test("the forms take whole numbers and whole days", () => {
    const form = { version: "1", ...details, capacity: "10", fundedPlaces: "4", offerDays: "14" };
    expect(cohortForm.safeParse(form).success).toBe(true);
    const bad = { capacity: "ten", fundedPlaces: "99", offerDays: "0", applicationsOpen: "2027-02-30" };
    for (const [field, value] of Object.entries(bad)) {
      const { error } = cohortForm.safeParse({ ...form, [field]: value });
      expect(error?.issues.map(({ path }) => path[0])).toContain(field);
    }
    const made = { formKey: randomUUID(), source: "npqel", startMonth: "2028-13", ...form };
    expect(newCohortForm.safeParse(made).error?.issues[0]?.path).toEqual(["startMonth"]);
  });
});

describe("archiving", () => {
  const step = async () => ({ cohortId, version: await version() });

  test("waits until nobody is active, no application waits and none can come", async () => {
    const [person] = await enrolled(admin, cohortId, participants.slice(0, 1));
    await expect(archiveCohort(ruth, await step(), NOW)).rejects.toThrow("One participant is still active");
    const enrolmentId = person?.enrolmentId ?? "";
    const away = {
      enrolmentId,
      toState: "withdrawn",
      reasonCode: "other",
      effectiveOn: "2026-11-20",
    } as const;
    await changeStatus(ruth, away, NOW);
    await expect(archiveCohort(ruth, await step(), NOW)).rejects.toThrow("People can still apply");
    const row = await cohortById(ruth, cohortId);
    const closed = { ...details, capacity: row?.capacity ?? 0, applicationsClose: "2026-11-22" };
    await changeCohort(ruth, { ...closed, ...(await step()) }, NOW);
    await expect(archiveCohort(owen, await step(), NOW)).rejects.toThrow(NotFound);

    // Of somebody who comes back at that very moment and the archiving, one waits and then sees the other.
    const back = { toState: "active", effectiveOn: "2026-11-20" } as const;
    const seen = await step();
    const [archived] = await meeting(
      async (tx) => moveEnrolment(tx, ruth, await lockedEnrolment(tx, enrolmentId), back, NOW),
      [() => archiveCohort(ruth, seen, NOW)],
    );
    expect(archived).toMatchObject({ message: expect.stringContaining("One participant is still active") });
    await changeStatus(ruth, away, NOW);
    const [deferred] = await enrolled(admin, cohortId, participants.slice(2, 3));
    const defer = { toState: "deferred", reasonCode: "parental-leave", effectiveOn: "2026-11-20" } as const;
    await changeStatus(ruth, { enrolmentId: deferred?.enrolmentId ?? "", ...defer }, NOW);

    await archiveCohort(ruth, await step(), NOW);
    expect(await audited("cohort.archived")).toBe(1);
    await expect(archiveCohort(ruth, await step(), NOW)).rejects.toThrow(WrongState);
  });

  test("makes it read only for every verb, and takes it out of lists and public pages", async () => {
    const { id } = await db.enrolment.findFirstOrThrow({ where: { cohortId, state: "withdrawn" } });
    const back = { enrolmentId: id, toState: "active", effectiveOn: "2026-11-23" } as const;
    await expect(changeStatus(ruth, back, NOW)).rejects.toThrow("This cohort is archived");
    const group = { cohortId, name: "Late", facilitatorId: null };
    await expect(makePeerGroup(ruth, group, NOW)).rejects.toThrow("This cohort is archived");
    await expect(enrolled(admin, cohortId, participants.slice(1, 2))).rejects.toThrow("archived");
    await expect(changeCohort(ruth, { ...details, ...(await step()) }, NOW)).rejects.toThrow(WrongState);
    expect(await publicCohorts(programmeId)).toEqual([]);
    expect(await cohortsFor(ruth, NOW)).toEqual([]);
    expect(await cohortsFor(ruth, NOW, { archived: true })).toHaveLength(1);
  });

  test("lets those go who are still in it: withdrawn or into another cohort, not back", async () => {
    const { id: enrolmentId } = await db.enrolment.findFirstOrThrow({
      where: { cohortId, state: "deferred" },
    });
    const found = await standingOf(ruth, cohortId, enrolmentId, NOW);
    expect(found?.standing.allowed).toEqual(["withdrawal", "transfer"]);
    const back = { enrolmentId, toState: "active", effectiveOn: "2026-11-23" } as const;
    await expect(changeStatus(ruth, back, NOW)).rejects.toThrow("This cohort is archived");
    await changeStatus(ruth, { ...back, toState: "withdrawn", reasonCode: "other" }, NOW);
  });

  test("can be taken back", async () => {
    await restoreCohort(ruth, await step(), NOW);
    await expect(restoreCohort(ruth, await step(), NOW)).rejects.toThrow(WrongState);
    expect(await publicCohorts(programmeId)).toHaveLength(1);
    expect(await audited("cohort.restored")).toBe(1);
  });
});
