import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, db, disconnect } from "@/lib/db";
import { correctRecord } from "@/lib/engagement/correct-record";
import { logStudy } from "@/lib/engagement/log-study";
import { startTimedWork } from "@/lib/jobs/timed-work";
import { participants } from "@/prisma/seed/cast";
import { rowsOf } from "../../scripts/lib/databases";
import { applyMigrations } from "../../scripts/lib/migrations";
import { inRoot } from "../../scripts/lib/paths";
import { admissions, candidateIn, stateOf } from "../support/admissions";
import { enrolled, milestoneId, SPRING_2026, startCohort } from "../support/cohort";
import { freshDatabase } from "../support/database";
import { signedIn } from "../support/signing-in";

/** The servers' own role in the database, with the grants of docs/operating/database-roles.sql and no others. */

const NOW = new Date("2026-11-23T09:00:00Z");
// Roles belong to the whole server, which other test files share.
const role = `portal_app_${process.pid}`;
const grants = readFileSync(inRoot("docs/operating/database-roles.sql"), "utf8").replaceAll(
  "portal_app",
  role,
);
let owner: string;
let own: string;

beforeAll(async () => {
  const made = await freshDatabase();
  owner = made.url;
  await rowsOf(owner, `CREATE ROLE ${role} LOGIN PASSWORD 'for-this-test-only'`);
  for (let twice = 0; twice < 2; twice++) await rowsOf(owner, grants);
  const url = new URL(owner);
  [url.username, url.password] = [role, "for-this-test-only"];
  own = url.toString();
  await disconnect();
  (globalThis as { portalDb?: unknown }).portalDb = connect(own, 8);
});
afterAll(async () => {
  await disconnect();
  await rowsOf(owner, `DROP OWNED BY ${role} CASCADE`);
  await rowsOf(owner, `DROP ROLE ${role}`);
});

const as = (sql: string) => rowsOf(own, sql);

test("is enough for the portal: signing in, admissions, study and corrections", async () => {
  expect(await as("SELECT current_user AS name")).toEqual([{ name: role }]);
  const world = await admissions();
  const accepted = await candidateIn("accepted", world, { fundedPlace: true });
  expect(await stateOf(accepted)).toBe("accepted");
  await signedIn("somebody.new@example.org", NOW);
  const cohortId = await startCohort(world.admin, world.programmeId, SPRING_2026);
  const [amara] = await enrolled(world.admin, cohortId, participants.slice(0, 1));
  if (!amara) throw new Error("nobody was enrolled");
  const study = { milestoneId: await milestoneId(cohortId, 11), minutes: 60, happenedOn: "2026-11-20" };
  await logStudy(amara, { ...study, formKey: randomUUID() }, NOW);
  const { id: recordId } = await db.engagementRecord.findFirstOrThrow({
    where: { enrolmentId: amara.enrolmentId },
  });
  await correctRecord(amara, { recordId, minutes: 30, happenedOn: "2026-11-20", formKey: randomUUID() }, NOW);
  expect(await db.engagementRecord.count({ where: { enrolmentId: amara.enrolmentId } })).toBe(2);
});

test("is enough for the jobs, and for a server that finds nothing to migrate", async () => {
  const jobs = startTimedWork([{ name: "nothing", cron: "0 0 1 1 *", run: async () => 0 }], own);
  await jobs.started;
  await jobs.stop();
  expect(await as("SELECT count(*)::int AS n FROM pgboss.schedule")).toEqual([{ n: 1 }]);
  expect((await applyMigrations(own, { onProgress: () => {} })).applied).toEqual([]);
});

describe("cannot touch what is written once", () => {
  test.each(["AuditEntry", "EngagementRecord"])("%s", async (table) => {
    const [{ n } = { n: 0 }] = await rowsOf<{ n: number }>(
      owner,
      `SELECT count(*)::int AS n FROM "${table}"`,
    );
    expect(n).toBeGreaterThan(0);
    for (const sql of [
      `UPDATE "${table}" SET id = id`,
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}"`,
      `ALTER TABLE "${table}" DISABLE TRIGGER ALL`,
      `DROP TRIGGER "${table}_append_only" ON "${table}"`,
      `DROP TABLE "${table}" CASCADE`,
      `SET session_replication_role = replica`,
      `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
      `DELETE FROM _prisma_migrations`,
      `CREATE TABLE mine (id int)`,
    ])
      await expect(as(sql), sql).rejects.toThrow(/permission denied|must be (the )?owner/);
    expect(await rowsOf(owner, `SELECT count(*)::int AS n FROM "${table}"`)).toEqual([{ n }]);
  });

  test("nor does the owner by mistake", async () => {
    await expect(rowsOf(owner, `DELETE FROM "AuditEntry"`)).rejects.toThrow(/append-only/);
  });
});
