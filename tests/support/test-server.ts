import type { TestProject } from "vitest/node";
import { applyMigrations } from "../../scripts/lib/migrations";
import { startScratchPostgres } from "../../scripts/lib/scratch-postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the test server's database "postgres". */
    testServer: string;
  }
}

/** The migrated, empty database that every test file's own is copied from. */
export const TEMPLATE = "portal_template";

/** Runs once before the integration tests: a PostgreSQL of their own, migrated once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startScratchPostgres("vitest");
  try {
    await applyMigrations(server.url(TEMPLATE), { onProgress: () => {} });
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("testServer", server.url("postgres"));
  return () => server.stop();
}
