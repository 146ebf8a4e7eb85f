import { beforeAll, describe, expect, test } from "vitest";
import { auditLogList } from "@/lib/audit-log/export";
import { auditPage } from "@/lib/audit-log/queries";
import { actionInWords, auditFilters, changesOf } from "@/lib/audit-log/schema";
import { db } from "@/lib/db";
import { NotFound, TooMany } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  applicant,
  type Candidate,
  candidateIn,
  MONDAY,
} from "../support/admissions";
import { freshDatabase } from "../support/database";
import { csvOf } from "../support/lists";
import { statementsOf } from "../support/statements";

let world: Admissions;
let offered: Candidate;

const view = (typed: Record<string, string> = {}) => auditFilters.parse(typed);

beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
  offered = await candidateIn("offered", world);
  for (let each = 0; each < 20; each++) await candidateIn("submitted", world);
});

describe("the audit log", () => {
  test("shows an administrator everything, a page at a time, the newest first", async () => {
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page = await auditPage(world.admin, view(before ? { before } : {}));
      expect(page.rows.length).toBeLessThanOrEqual(50);
      seen.push(...page.rows.map(({ id }) => id));
      before = page.older;
    } while (before);
    const all = await db.auditEntry.findMany({ select: { id: true }, orderBy: { id: "desc" } });
    expect(seen).toEqual(all.map(({ id }) => String(id)));
  });

  test("offers every kind of thing and every action that there is, once and in order", async () => {
    const { kinds, actions } = await auditPage(world.admin, view());
    const there = async (column: string) =>
      (
        await db.$queryRawUnsafe<{ value: string }[]>(
          `SELECT DISTINCT "${column}" AS value FROM "AuditEntry" ORDER BY 1`,
        )
      ).map(({ value }) => value);
    expect(kinds).toEqual(await there("subjectType"));
    expect(actions).toEqual(await there("action"));
    expect(actions.length).toBeGreaterThan(5);
  });

  test("says who, what, and from what to what", async () => {
    const { rows } = await auditPage(world.admin, view({ subject: offered.id }));
    const offer = rows.find(({ action }) => action === "application.offered");
    expect(offer).toMatchObject({
      who: { email: world.ruth.email },
      href: `/staff/applications/${offered.id}`,
    });
    expect(offer?.changes).toContainEqual({ name: "state", from: "under_review", to: "offered" });
    expect(new Set(rows.map(({ subjectId }) => subjectId))).toEqual(new Set([offered.id]));
  });

  test("filters by kind, person, cohort and days; a day ends at midnight in London", async () => {
    const one = async (typed: Record<string, string>) => (await auditPage(world.admin, view(typed))).rows;
    expect(new Set((await one({ kind: "cohort" })).map(({ kind }) => kind))).toEqual(new Set(["cohort"]));
    const ruths = await one({ who: "ruth.cal" });
    expect(ruths.length).toBeGreaterThan(0);
    expect(ruths.every(({ who }) => who?.email === world.ruth.email)).toBe(true);
    expect(await one({ who: "50%" })).toEqual([]);
    const late = new Date("2026-07-01T22:59:59Z");
    const next = new Date("2026-07-01T23:00:00Z");
    for (const at of [late, next])
      await db.auditEntry.create({
        data: { at, action: "test.made", subjectType: "test", subjectId: at.toISOString() },
      });
    const day = await one({ kind: "test", from: "2026-07-01", to: "2026-07-01" });
    expect(day.map(({ subjectId }) => subjectId)).toEqual([late.toISOString()]);
    expect(day[0]?.who).toBeNull();
  });

  test("finds what was done to somebody by name, and one action; things are called by their names", async () => {
    const one = async (typed: Record<string, string>) => (await auditPage(world.admin, view(typed))).rows;
    const [offer, ...none] = await one({ subject: offered.id, action: "application.offered" });
    expect(none).toEqual([]);
    const { fullName } = await db.application.findUniqueOrThrow({ where: { id: offered.id } });
    expect(offer?.subjectName).toContain(fullName);
    const about = await one({ about: fullName.toUpperCase() });
    expect(about.length).toBeGreaterThan(0);
    expect(about.every(({ subjectName }) => subjectName?.includes(fullName))).toBe(true);
    expect(await one({ about: "50%" })).toEqual([]);
  });

  test("shows a manager their own cohorts and nothing else, and nobody else anything", async () => {
    const { rows, cohorts } = await auditPage(world.ruth, view());
    expect(rows.length).toBeGreaterThan(0);
    expect(cohorts.map(({ id }) => id)).toEqual([world.cohortId]);
    const ids = rows.map(({ id }) => BigInt(id));
    const others = await db.auditEntry.count({
      where: { id: { in: ids }, OR: [{ cohortId: null }, { cohortId: { not: world.cohortId } }] },
    });
    expect(others).toBe(0);
    const theirs = await auditPage(world.owen, view({ cohort: world.cohortId }));
    expect(theirs.rows).toEqual([]);
    for (const who of [world.priya, await applicant()])
      await expect(auditPage(who, view())).rejects.toBeInstanceOf(NotFound);
  });

  test("goes out as a file to administrators only, and says so itself", async () => {
    const asked = { kind: "application", who: "some" };
    await csvOf(auditLogList, world.admin, asked, MONDAY, { name: "audit-log" });
    const file = await csvOf(auditLogList, world.admin, { kind: "application" }, MONDAY, {
      name: "audit-log",
    });
    const lines = file.trim().split("\r\n");
    expect(lines).toHaveLength(1 + (await db.auditEntry.count({ where: { subjectType: "application" } })));
    const { rows } = await auditPage(world.admin, view());
    expect(rows[0]).toMatchObject({ action: "audit_log.exported", who: { email: world.admin.email } });
    // What was searched for may be a name: only that something was.
    expect(rows[1]?.changes).toContainEqual({ name: "searched", from: null, to: "yes" });
    expect(JSON.stringify(rows[1])).not.toContain(asked.who);
    for (const who of [world.ruth, world.priya])
      await expect(csvOf(auditLogList, who, {}, MONDAY)).rejects.toBeInstanceOf(NotFound);
  });

  test("goes out sixty times an hour and no more", async () => {
    const tries = Array.from({ length: 70 }, () =>
      csvOf(auditLogList, world.admin, { subject: offered.id }, new Date(MONDAY.getTime() + 2 * 60 * 60_000)),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(60);
    expect(results.find((each) => each.status === "rejected")?.reason).toBeInstanceOf(TooMany);
  });

  test("asks the same number of questions for a page of one and of fifty", async () => {
    const few = await statementsOf(() => auditPage(world.admin, view({ subject: offered.id })));
    const many = await statementsOf(() => auditPage(world.admin, view()));
    expect(many).toBe(few);
  });
});

describe("an entry in words", () => {
  test.each([
    ["application.carried_over", "application: carried over"],
    ["peer_group.made", "peer group: made"],
  ])("%s", (action, words) => {
    expect(actionInWords(action)).toBe(words);
  });

  test("leaves out what did not change, and writes every kind of value", () => {
    expect(
      changesOf({ state: "a", same: 1 }, { state: "b", same: 1, answerBy: null, ids: ["x"], on: true }),
    ).toEqual([
      { name: "state", from: "a", to: "b" },
      { name: "answer by", from: null, to: "nothing" },
      { name: "ids", from: null, to: '["x"]' },
      { name: "on", from: null, to: "yes" },
    ]);
    expect(changesOf(null, "text")).toEqual([]);
    const names = new Map([["7", "Northfold"]]);
    expect(changesOf({ groupId: null }, { groupId: "7", on: "2026-07-24" }, names)).toEqual([
      { name: "group id", from: "nothing", to: "Northfold" },
      { name: "on", from: null, to: "24 July 2026" },
    ]);
  });

  test.each<Record<string, string>>([
    { kind: "x'; DROP" },
    { subject: "a b" },
    { from: "2026-13-01" },
    { before: "-1" },
    { cohort: "no" },
  ])("an address that holds %j is read without it", (typed) => {
    expect(Object.values(view(typed)).filter(Boolean)).toEqual([]);
  });
});
