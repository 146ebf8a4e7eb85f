import { randomUUID } from "node:crypto";
import { withSession } from "./databases";
import { type Migration, projectSchema, readMigrations, type SchemaFolder } from "./migration-files";
import { openHistory, readHistory, withMigrationLock } from "./migration-history";
import { runMigration } from "./migration-run";
import { elapsed, say } from "./say";
import { sqlFromDatabaseToSchema } from "./schema-engine";
import { startScratchPostgres } from "./scratch-postgres";

/** Which migrations, and where to report. */
export interface MigrationOptions {
  folder?: SchemaFolder;
  onProgress?: (line: string) => void;
}

/** What `applyMigrations` did. */
export interface MigrationOutcome {
  applied: string[];
  /** Applied earlier, and their files have changed since: the database may differ from them. */
  edited: string[];
}

/**
 * Brings a database up to date, as `prisma migrate deploy` does and with the same records, so
 * that either can follow the other. Two that start together take turns. Each migration is one
 * transaction with its record: an interruption leaves it wholly applied or not at all. It waits
 * only a few seconds for a lock on a busy table, lets go and tries again, rather than making
 * everybody queue behind it.
 *
 * @throws PlainError in one line when a migration fails; nothing of that one has happened.
 */
export async function applyMigrations(
  databaseUrl: string,
  { folder = projectSchema, onProgress = say }: MigrationOptions = {},
): Promise<MigrationOutcome> {
  const migrations = readMigrations(folder);
  return withMigrationLock(databaseUrl, onProgress, async (session) => {
    const history = await openHistory(session);
    const pending = pendingOf(migrations, history);
    for (const migration of pending) {
      const began = Date.now();
      await runMigration(session, migration, onProgress);
      onProgress(`Migration ${migration.name} applied (${elapsed(began)})`);
    }
    return { applied: pending.map(({ name }) => name), edited: editedOf(migrations, history) };
  });
}

/** The names of the migrations that this database has not had yet, in their order. */
export async function pendingMigrations(
  databaseUrl: string,
  { folder = projectSchema }: MigrationOptions = {},
): Promise<string[]> {
  const history = await withSession(databaseUrl, readHistory);
  return pendingOf(readMigrations(folder), history ?? new Map()).map(({ name }) => name);
}

/**
 * The SQL that would bring this database to prisma/schema.prisma; empty when they agree.
 * Hand-written checks, triggers and partial indexes count neither way.
 */
export async function driftOf(
  databaseUrl: string,
  { folder = projectSchema }: MigrationOptions = {},
): Promise<string> {
  return sqlFromDatabaseToSchema(databaseUrl, folder.schema);
}

/**
 * The SQL by which prisma/schema.prisma is ahead of what the migrations make; empty when it is
 * not. The migrations are played on a scratch server, so no database of anybody's is touched.
 */
export async function diffSinceMigrations({
  folder = projectSchema,
  onProgress = say,
}: MigrationOptions = {}): Promise<string> {
  const server = await startScratchPostgres("diff");
  try {
    const url = server.url(`diff_${randomUUID().slice(0, 8)}`);
    await applyMigrations(url, { folder, onProgress });
    return await driftOf(url, { folder });
  } finally {
    await server.stop();
  }
}

function pendingOf(migrations: Migration[], history: Map<string, string>): Migration[] {
  return migrations.filter(({ name }) => !history.has(name));
}

function editedOf(migrations: Migration[], history: Map<string, string>): string[] {
  return migrations
    .filter(({ name, checksum }) => (history.get(name) ?? checksum) !== checksum)
    .map(({ name }) => name);
}
