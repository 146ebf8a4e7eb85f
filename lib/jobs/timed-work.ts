import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { type Clock, PgBoss } from "pg-boss";
import { now } from "../clock";
import { errorFacts, log } from "../log";
import type { TimedWork } from "./registry";

/** pg-boss at work in this server. */
export type TimedWorkers = {
  /** Settles when the schedules stand and this server takes part. */
  started: Promise<void>;
  /** Waits for running work, at most 15 seconds, and lets go of the database. */
  stop(): Promise<void>;
};

/** Seconds between tries to begin, while the database is away. */
const START_WAIT = 5;

/** A piece may run for five minutes; one whose server died is given up then and runs at its next time. */
const QUEUE = {
  policy: "exclusive",
  retryLimit: 0,
  expireInSeconds: 300,
  deleteAfterSeconds: 86_400,
} as const;

/** Waits are bounded as in lib/db.ts; pg takes the last two, pg-boss's types do not name them. */
const CONNECTION = { max: 3, connectionTimeoutMillis: 5_000, query_timeout: 60_000, keepAlive: true };

/**
 * Runs the timed work with pg-boss, in the schema "pgboss" of the same database. Every server calls this; each
 * time of a schedule is run by one of them. Never throws: it begins when the database is there.
 * @param clock pg-boss's clock, which a test moves.
 */
export function startTimedWork(work: TimedWork[], databaseUrl: string, clock?: Clock): TimedWorkers {
  const stopping = new AbortController();
  let boss: PgBoss | undefined;

  const begin = async () => {
    for (let first = true; !stopping.signal.aborted; first = false) {
      boss = newBoss(databaseUrl, clock);
      try {
        return await settle(boss, work);
      } catch (error) {
        if (first) log.warn({ error: errorFacts(error) }, "Timed work cannot start yet; trying again");
        await boss.stop({ graceful: false }).catch(() => {});
        boss = undefined;
        await pause(START_WAIT * 1000, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  };
  const started = begin();
  return {
    started,
    async stop() {
      stopping.abort();
      await started;
      await boss?.stop({ graceful: true, timeout: 15_000 });
    },
  };
}

function newBoss(databaseUrl: string, clock?: Clock): PgBoss {
  const boss = new PgBoss({
    ...CONNECTION,
    connectionString: databaseUrl,
    application_name: "npq-portal-jobs",
    options: "-c timezone=UTC",
    schema: "pgboss",
    ...(clock ? { clock } : {}),
  });
  // Without a listener an error event would end the process. A database that is away raises one every few
  // seconds: one line a minute says as much.
  let lastLine = 0;
  boss.on("error", (error) => {
    if (now().getTime() - lastLine < 60_000) return;
    lastLine = now().getTime();
    log.warn({ error: errorFacts(error) }, "Timed work has trouble with the database");
  });
  return boss;
}

async function settle(boss: PgBoss, work: TimedWork[]): Promise<void> {
  await boss.start();
  for (const { name, cron } of work) {
    await boss.createQueue(name, QUEUE);
    await boss.schedule(name, cron, null, { tz: "Europe/London" });
  }
  const known = new Set(work.map((piece) => piece.name));
  for (const { name } of await boss.getSchedules()) {
    // Left over from an earlier version: its jobs would pile up unread.
    if (!known.has(name)) await boss.unschedule(name);
  }
  for (const piece of work) {
    await boss.work(piece.name, { pollingIntervalSeconds: 15 }, () => runLogged(piece));
  }
  log.info({ work: [...known] }, "Timed work is running");
}

/** pg-boss keeps what a failed job threw; that may quote people's data, so it gets the name only. */
async function runLogged({ name, run }: TimedWork): Promise<void> {
  try {
    const count = await run(now());
    log[count > 0 ? "info" : "debug"]({ work: name, count }, "Timed work done");
  } catch (error) {
    log.error({ work: name, error: errorFacts(error) }, "Timed work failed");
    throw new Error(`${name} failed; the server's log says why.`);
  }
}
