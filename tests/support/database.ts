import { inject } from "vitest";
import { connect, disconnect } from "@/lib/db";
import { env } from "@/lib/env";
import { copyDatabase, dropDatabase, rowsOf, urlWithDatabase } from "../../scripts/lib/databases";
import { TEMPLATE } from "./test-server";

/** A database of a test file's own. */
export type TestDatabase = {
  url: string;
  /** Closes the portal's pool and removes the database. Optional: the server goes at the end of the run. */
  dispose(): Promise<void>;
};

/** A worker runs one file after another; most files share its process, a few have one of their own (vitest.config.ts). */
const worker = `test_${process.env.VITEST_POOL_ID ?? "0"}_`;
let made = 0;
let current: string | undefined;

/**
 * Gives this test file an empty, migrated database and points the portal's `db` and DATABASE_URL at it; the one that
 * this process had before is removed. Call it in `beforeAll`; it takes some tens of milliseconds.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject("testServer");
  if (made === 0) await removeEarlier(server);
  made += 1;
  const name = `${worker}${process.pid}_${made}`;
  await copyDatabase(server, TEMPLATE, name);
  const url = urlWithDatabase(server, name);
  await pointAt(url);
  if (current) await dropDatabase(current);
  current = url;
  return {
    url,
    dispose: async () => {
      await disconnect();
      await dropDatabase(url);
    },
  };
}

/** The environment has been read by the file before, so what was read and the pool are replaced as well. */
async function pointAt(url: string): Promise<void> {
  process.env.DATABASE_URL = url;
  Object.assign(env(), { DATABASE_URL: url });
  await disconnect();
  (globalThis as { portalDb?: unknown }).portalDb = connect(url, 8);
}

/** Removes what the files before this one left: their processes are gone. */
async function removeEarlier(server: string): Promise<void> {
  const left = await rowsOf<{ datname: string }>(
    server,
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1) AND NOT starts_with(datname, $2)",
    [worker, `${worker}${process.pid}_`],
  );
  for (const { datname } of left) await dropDatabase(urlWithDatabase(server, datname));
}
