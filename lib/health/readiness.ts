import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "../db";
import { errorFacts, log } from "../log";
import { shippedMigrations } from "./migrations";

/** Whether this server can answer for real, with a plain reason when it cannot. No detail of the set-up. */
export type Readiness = { ready: true } | { ready: false; reason: string };

/** How long the database may take to answer, in milliseconds. */
const PATIENCE = 2_000;

/**
 * Asks the database for the migrations it has finished, and compares them with those this build was made for.
 * A database that is ahead is fine: the old build runs on the new schema (checklist, 51).
 */
export async function readiness(): Promise<Readiness> {
  const patience = new AbortController();
  try {
    return await Promise.race([
      compareMigrations(),
      pause<Readiness>(
        PATIENCE,
        { ready: false, reason: "The database does not answer." },
        { signal: patience.signal },
      ),
    ]);
  } catch (error) {
    log.warn({ error: errorFacts(error) }, "Not ready: the database cannot be used");
    return { ready: false, reason: "The database cannot be reached." };
  } finally {
    patience.abort();
  }
}

type MigrationRow = { migration_name: string };

async function compareMigrations(): Promise<Readiness> {
  const shipped = await shippedMigrations();
  if (shipped.length === 0)
    return { ready: false, reason: "The portal's list of migrations cannot be read." };
  const [table] = await db.$queryRaw<{ present: boolean; zone: string }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present, current_setting('TimeZone') AS zone`;
  // Asked for on every connection (lib/db.ts); without it times would be kept an hour off in summer, unnoticed.
  if (table?.zone !== "UTC")
    return {
      ready: false,
      reason: "The database's sessions do not run in UTC: does a pooler drop their settings?",
    };
  const rows = table?.present
    ? await db.$queryRaw<MigrationRow[]>`
        SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
    : [];
  const finished = new Set(rows.map((row) => row.migration_name));
  const missing = shipped.filter((name) => !finished.has(name)).length;
  if (missing === 0) return { ready: true };
  return {
    ready: false,
    reason: `The database lacks ${missing} of the ${shipped.length} migrations of this version.`,
  };
}
