import { runChild } from "./children";
import { databaseExists, dropDatabase, rowsOf } from "./databases";
import { demoStart, startDemoClock } from "./demo-clock";
import { applyMigrations } from "./migrations";
import { elapsed, PlainError, say } from "./say";

/** The embedded server's database. */
export const demoName = "portal";

/** The row of table Setting that the seed writes last. */
const seededKey = "demo.seeded";

/**
 * Brings the demo's database up to date and fills it the first time. A database whose seeding
 * was interrupted is made afresh: half a demo would be taken for a whole one.
 */
export async function prepareDemo(
  databaseUrl: string,
  env: Record<string, string>,
  seedOptions: string[] = [],
): Promise<void> {
  const there = await databaseExists(databaseUrl);
  const seeded = there && (await isSeeded(databaseUrl));
  if (there && !seeded) {
    say("The demo's data was not finished last time: making it afresh");
    await dropDatabase(databaseUrl);
  }
  const { edited } = await applyMigrations(databaseUrl);
  if (edited.length > 0) {
    throw new PlainError(
      `The demo's database was made by an earlier form of migration ${edited[0]}: remove the .data folder to begin again.`,
    );
  }
  if (seeded) return;
  await seedDemo(databaseUrl, env, seedOptions);
  startDemoClock();
}

/** Empties the demo's database and fills it again. */
export async function renewDemo(
  databaseUrl: string,
  env: Record<string, string>,
  seedOptions: string[],
): Promise<void> {
  await dropDatabase(databaseUrl);
  await prepareDemo(databaseUrl, env, seedOptions);
}

/** Runs the project's seed on a migrated database; `options` go to prisma/seed.ts. */
export async function seedDemo(
  databaseUrl: string,
  env: Record<string, string>,
  options: string[] = [],
): Promise<void> {
  const began = Date.now();
  say("Filling the demo with its people and programme (half a minute or so)");
  const { code } = await runChild("prisma/seed.ts", options, {
    // Prisma reads relations side by side inside a transaction, at which the driver warns (prisma/orm, 29979): nothing
    // that somebody who starts the portal could do anything about.
    nodeOptions: ["--disable-warning=DeprecationWarning", "--conditions=react-server", "--import", "tsx"],
    env: { ...env, DATABASE_URL: databaseUrl, PORTAL_NOW: demoStart },
    pulse: (seconds) => say(`  … still filling (${seconds} s)`),
  });
  if (code !== 0) throw new PlainError("The demo could not be filled: the reason is above.");
  if (!(await isSeeded(databaseUrl))) {
    throw new PlainError(`The seed ended without its mark (Setting "${seededKey}").`);
  }
  say(`Demo filled (${elapsed(began)})`);
}

async function isSeeded(databaseUrl: string): Promise<boolean> {
  try {
    const rows = await rowsOf(databaseUrl, 'SELECT 1 FROM "Setting" WHERE key = $1', [seededKey]);
    return rows.length > 0;
  } catch (error) {
    // No such table: the migrations have not run to their end either.
    if ((error as { code?: string }).code === "42P01") return false;
    throw error;
  }
}
