import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { rowsOf } from "../../scripts/lib/databases";
import {
  DatabaseInUse,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "../../scripts/lib/embedded-postgres";
import { inRoot } from "../../scripts/lib/paths";
import { runningServer } from "../../scripts/lib/postgres-process";

let home: string;
let dataDir: string;
let server: EmbeddedPostgres | undefined;
let said: string[] = [];

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "portal-postgres-"));
  dataDir = join(home, "postgres");
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  said = [];
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function start(): Promise<EmbeddedPostgres> {
  server = await startEmbeddedPostgres({ dataDir, onProgress: (line) => said.push(line) });
  return server;
}
const postmaster = () => Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]);
const answers = (url: string) => rowsOf(url, "SHOW timezone").then((rows) => rows[0]?.TimeZone);

test("a new server listens on this machine only, in UTC, with a password", async () => {
  const { url, port } = await start();
  expect(await answers(url("postgres"))).toBe("UTC");
  await expect(rowsOf(`postgresql://portal:guess@127.0.0.1:${port}/postgres`, "SELECT 1")).rejects.toThrow(
    /password/,
  );
  expect(await rowsOf(url("postgres"), "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect(await rowsOf(url("postgres"), "SELECT lower('ÉÜ') AS lower")).toEqual([{ lower: "éü" }]);
});

test("a killed server comes back on its port with its data, however busy it was", async () => {
  const { url } = await start();
  await rowsOf(url("postgres"), "CREATE TABLE kept (id INT)");
  // A child in the midst of work outlives its postmaster for a moment and holds the shared memory.
  const busy = rowsOf(url("postgres"), "SELECT pg_sleep(2)").catch(() => []);
  await pause(200);
  process.kill(postmaster(), "SIGKILL");
  await expect
    .poll(() => answers(url("postgres")).catch((error: Error) => error.message), { timeout: 20_000 })
    .toBe("UTC");
  expect(await rowsOf(url("postgres"), "SELECT * FROM kept")).toEqual([]);
  expect(said).toContain("PostgreSQL ended unexpectedly; starting it again");
  await busy;
});

test("a second start on the same data is refused by name", async () => {
  await start();
  await expect(startEmbeddedPostgres({ dataDir, onProgress: () => {} })).rejects.toThrow(DatabaseInUse);
});

test("a pid file that names somebody else does not stop the start", async () => {
  await (await start()).stop();
  // This very process: alive, and no PostgreSQL.
  writeFileSync(
    join(dataDir, "postmaster.pid"),
    `${process.pid}\n${dataDir}\n0\n1\n\n127.0.0.1\n0 0\nready\n`,
  );
  expect(runningServer(dataDir)).toBeNull();
  expect(await answers((await start()).url("postgres"))).toBe("UTC");
});

test("a server whose keeper was killed is found and replaced at the next start", async () => {
  const script = join(home, "keeper.mts");
  writeFileSync(
    script,
    `import { startEmbeddedPostgres } from ${JSON.stringify(inRoot("scripts/lib/embedded-postgres"))};
await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, onProgress: () => {} });
console.log("up");
`,
  );
  const keeper = spawn(process.execPath, ["--import", "tsx", script], {
    cwd: inRoot(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => keeper.stdout.once("data", resolve));
  const orphan = postmaster();
  keeper.kill("SIGKILL");
  await new Promise((resolve) => keeper.once("exit", resolve));
  expect(runningServer(dataDir)?.process.pid).toBe(orphan);
  const { url } = await start();
  expect(said[0]).toBe("Stopping the database server that an earlier run left behind");
  expect(await answers(url("postgres"))).toBe("UTC");
  expect(postmaster()).not.toBe(orphan);
});
