import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { databaseName, ensureDatabase, shownUrl, withSession } from "./databases";
import { PlainError } from "./say";

/** The key that Prisma's own command takes, so that it and this one take turns too. */
const lockKey = 72707369;

const connectLimit = 30_000;
const lockLimit = 5 * 60_000;

/** What is recorded as applied: the migration's name and the checksum it had then. */
export type History = Map<string, string>;

/**
 * Runs `work` in a session that alone may migrate this database. A server that is still
 * starting is waited for, and a database that does not exist yet is made.
 */
export async function withMigrationLock<T>(
  databaseUrl: string,
  onProgress: (line: string) => void,
  work: (session: Client) => Promise<T>,
): Promise<T> {
  await reach(databaseUrl, onProgress);
  return withSession(databaseUrl, async (session) => {
    const asked = Date.now();
    for (let said = false; !(await tryLock(session)); ) {
      if (Date.now() - asked > lockLimit) {
        throw new PlainError(
          "Another process has been migrating this database for five minutes: look at it, then try again.",
        );
      }
      if (!said && Date.now() - asked > 1000) {
        onProgress("Waiting for another process that is migrating this database");
        said = true;
      }
      await pause(200);
    }
    // The end of the session lets the lock go.
    return work(session);
  });
}

async function tryLock(session: Client): Promise<boolean> {
  const { rows } = await session.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [
    lockKey,
  ]);
  return rows[0]?.taken === true;
}

async function reach(databaseUrl: string, onProgress: (line: string) => void): Promise<void> {
  const began = Date.now();
  for (let said = false; ; ) {
    try {
      return await withSession(databaseUrl, async () => {});
    } catch (error) {
      const { code = "", message } = error as { code?: string; message: string };
      if (code === "3D000") {
        await make(databaseUrl);
        continue;
      }
      // Nobody listens yet, or the server says that it is starting or stopping.
      const passing = ["ECONNREFUSED", "ECONNRESET", "EAI_AGAIN", "57P03"].includes(code);
      if (!passing || Date.now() - began > connectLimit) {
        throw new PlainError(
          `The database at ${shownUrl(databaseUrl)} cannot be reached: ${message || code}`,
        );
      }
      if (!said) onProgress(`Waiting for the database at ${shownUrl(databaseUrl)}`);
      said = true;
      await pause(500);
    }
  }
}

async function make(databaseUrl: string): Promise<void> {
  try {
    await ensureDatabase(databaseUrl);
  } catch (error) {
    throw new PlainError(
      `There is no database ${databaseName(databaseUrl)} and it cannot be made: ${(error as Error).message}`,
    );
  }
}

/** Reads what has been applied; null where nothing has ever been recorded. */
export async function readHistory(session: Client): Promise<History | null> {
  const { rows: tables } = await session.query(
    "SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL",
  );
  if (tables.length === 0) return null;
  const { rows } = await session.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at",
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/**
 * Reads what has been applied, making Prisma's table of records first where there is none.
 * @throws PlainError when the database holds tables of something else, or an unfinished
 * migration of Prisma's command.
 */
export async function openHistory(session: Client): Promise<History> {
  const history = await readHistory(session);
  if (history) {
    await refuseUnfinished(session);
    return history;
  }
  const { rows } = await session.query<{ name: string }>(
    "SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') LIMIT 1",
  );
  if (rows[0]) {
    throw new PlainError(
      `The database is not empty (it has a table ${rows[0].name}) and no migration of the portal is recorded in it: nothing was changed.`,
    );
  }
  await session.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`);
  return new Map();
}

async function refuseUnfinished(session: Client): Promise<void> {
  const { rows } = await session.query<{ migration_name: string }>(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL",
  );
  if (!rows[0]) return;
  throw new PlainError(
    `Migration ${rows[0].migration_name} was begun by another tool and not finished: put right what it left, then mark it with "prisma migrate resolve".`,
  );
}
