import { setImmediate as nextTurn } from "node:timers/promises";
import pg from "pg";
import { TestClock } from "pg-boss";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { timedWork } from "@/lib/jobs/registry";
import { startTimedWork, type TimedWorkers } from "@/lib/jobs/timed-work";
import { freshDatabase } from "../support/database";

const MINUTE = 60_000;
const NOON = new Date("2026-11-23T12:00:00Z");

let url: string;
let clock: TestClock;
let servers: TimedWorkers[];

beforeAll(async () => {
  // With a TestClock, pg-boss queues a statement on each new connection before it hands it out, and waits for none;
  // pg means to forbid that one day and says so. Without one, as the portal runs it, it does not.
  const warn = process.emitWarning.bind(process) as (...said: unknown[]) => void;
  vi.spyOn(process, "emitWarning").mockImplementation((...said: unknown[]) => {
    if (!String(said[0]).includes("already executing a query")) warn(...said);
  });
  url = (await freshDatabase()).url;
});
beforeEach(async () => {
  await sql("DROP SCHEMA IF EXISTS pgboss CASCADE");
  clock = new TestClock(NOON);
  servers = [];
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await sql("DROP SCHEMA IF EXISTS pgboss CASCADE");
});

async function sql(text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows;
}

async function server(work: Parameters<typeof startTimedWork>[0]) {
  const started = startTimedWork(work, url, clock);
  servers.push(started);
  await started.started;
  return started;
}

/** Lets so many minutes pass; whatever pg-boss does in them happens in its order. */
async function pass(minutes: number) {
  for (let minute = 0; minute < minutes; minute++) await clock.tick(MINUTE);
}

/** Waits until it is so: for handlers, which the clock does not wait for. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

describe("timed work", { timeout: 60_000 }, () => {
  test("two servers: each time of a schedule is run once", async () => {
    const runs: string[] = [];
    const work = (name: string) => [
      { name: "expire-offers", cron: "*/5 * * * *", run: async () => runs.push(name) },
    ];
    await Promise.all([server(work("north")), server(work("south"))]);
    await pass(21);
    await eventually(() => expect(runs).toHaveLength(5));
    await pass(2);
    const jobs = await sql(
      "SELECT state, count(*)::int FROM pgboss.job WHERE name = 'expire-offers' GROUP BY state",
    );
    expect(jobs).toEqual([{ state: "completed", count: 5 }]);
    expect(runs).toHaveLength(5);
  });

  test("work that fails is run again at its next time, and what it threw is kept out of the database", async () => {
    const run = vi.fn<() => Promise<number>>();
    run.mockRejectedValueOnce(new Error("canary@example.org has no offer")).mockResolvedValue(0);
    await server([{ name: "expire-offers", cron: "*/5 * * * *", run }]);
    await pass(11);
    await eventually(() => expect(run.mock.calls.length).toBeGreaterThanOrEqual(2));
    const [failed] = await sql("SELECT output::text AS output FROM pgboss.job WHERE state = 'failed'");
    expect(failed.output).toContain("expire-offers failed");
    expect(failed.output).not.toContain("canary");
  });

  test("a schedule that this version no longer has is taken down", async () => {
    const nothing = async () => 0;
    await server([{ name: "old-work", cron: "0 3 * * *", run: nothing }]);
    await Promise.all(servers.splice(0).map((one) => one.stop()));
    await server([{ name: "new-work", cron: "0 3 * * *", run: nothing }]);
    expect(await sql("SELECT name FROM pgboss.schedule")).toEqual([{ name: "new-work" }]);
  });

  test("stopping waits for running work", async () => {
    let finish = () => {};
    const begun = Promise.withResolvers<void>();
    const ended = vi.fn();
    const run = async () => {
      begun.resolve();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      ended();
      return 1;
    };
    const one = await server([{ name: "slow-work", cron: "* * * * *", run }]);
    await pass(2);
    await begun.promise;
    const stopped = one.stop().then(() => expect(ended).toHaveBeenCalledOnce());
    finish();
    await stopped;
  });

  test("connections that the database breaks off are made anew, and the schedule goes on", async () => {
    const run = vi.fn(async () => 0);
    await server([{ name: "expire-offers", cron: "* * * * *", run }]);
    await pass(2);
    const before = run.mock.calls.length;
    const lines =
      "FROM pg_stat_activity WHERE application_name = 'npq-portal-jobs' AND datname = current_database()";
    expect((await sql(`SELECT pg_terminate_backend(pid) ${lines}`)).length).toBeGreaterThan(0);
    // The test's clock speaks over the same connections, and a timer whose minute fails under it is lost to it; the
    // real one cannot fail. So it goes on once they have ended there and, a turn later, have been taken out here.
    await expect.poll(() => sql(`SELECT pid ${lines}`), { timeout: 15_000 }).toEqual([]);
    await nextTurn();
    await pass(5);
    await eventually(() => expect(run.mock.calls.length).toBeGreaterThan(before));
  });

  test("a server that waits for its database can be stopped", async () => {
    const waiting = startTimedWork([], "postgresql://127.0.0.1:1/nowhere");
    await waiting.stop();
    await expect(waiting.started).resolves.toBeUndefined();
  });

  test("no two pieces may share a name", () => {
    const piece = { name: "purge", cron: "0 * * * *", run: async () => 0 };
    expect(() => timedWork([piece, piece])).toThrow("Two pieces of timed work are called purge.");
  });
});
