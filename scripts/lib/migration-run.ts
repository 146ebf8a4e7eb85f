import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import type { Migration } from "./migration-files";
import { PlainError } from "./say";

/** How long a migration queues for a table, in milliseconds: whoever comes after it waits too. */
const lockTimeout = 5000;
const tries = 10;

/** What passes by itself: a lock that was not free, a deadlock, a serialisation failure. */
const passing = new Set(["55P03", "40P01", "40001"]);

/**
 * Applies one migration and records it as Prisma does.
 * @throws PlainError in one line, with the place in the file when PostgreSQL gives it.
 */
export async function runMigration(
  session: Client,
  migration: Migration,
  onProgress: (line: string) => void,
): Promise<void> {
  // PostgreSQL builds an index CONCURRENTLY only outside a transaction.
  const run = /^\s*(CREATE|DROP|REINDEX)\b[^;]*\bCONCURRENTLY\b/im.test(migration.sql) ? runAlone : runWhole;
  for (let attempt = 1; ; attempt++) {
    try {
      await session.query(`SET lock_timeout = ${lockTimeout}`);
      return await run(session, migration);
    } catch (error) {
      const { code = "" } = error as { code?: string };
      if (!passing.has(code) || attempt === tries) throw described(error, migration);
      onProgress(`Migration ${migration.name} waits for a busy table (attempt ${attempt} of ${tries})`);
      await pause(500 * attempt);
    }
  }
}

async function runWhole(session: Client, migration: Migration): Promise<void> {
  await session.query("BEGIN");
  try {
    await session.query(migration.sql);
    await record(session, migration, true);
    await session.query("COMMIT");
  } catch (error) {
    await session.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

async function runAlone(session: Client, migration: Migration): Promise<void> {
  const id = await record(session, migration, false);
  try {
    await session.query(migration.sql);
    await session.query(
      "UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1",
      [id],
    );
  } catch (error) {
    await session.query("DELETE FROM _prisma_migrations WHERE id = $1", [id]).catch(() => {});
    throw error;
  }
}

async function record(session: Client, migration: Migration, finished: boolean): Promise<string> {
  const id = randomUUID();
  await session.query(
    `INSERT INTO _prisma_migrations (id, migration_name, checksum, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), CASE WHEN $4 THEN clock_timestamp() END, CASE WHEN $4 THEN 1 ELSE 0 END)`,
    [id, migration.name, migration.checksum, finished],
  );
  return id;
}

function described(error: unknown, migration: Migration): PlainError {
  const { message, detail, position } = error as { message: string; detail?: string; position?: string };
  const line = position ? migration.sql.slice(0, Number(position)).split("\n").length : undefined;
  const place = line ? ` at line ${line}` : "";
  return new PlainError(
    `Migration ${migration.name} failed${place}, and nothing of it was kept: ${message}${detail ? ` (${detail})` : ""}`,
  );
}
