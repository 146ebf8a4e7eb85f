import "server-only";
import { disconnect } from "../db";
import { env } from "../env";
import { errorFacts, log } from "../log";
import { startOutboxLoop } from "./outbox-loop";
import { type TimedWork, timedWork } from "./registry";
import { startTimedWork } from "./timed-work";

/** What scripts/serve.ts awaits on SIGTERM, once it takes no more requests. */
const STOP = Symbol.for("portal.stop");
const kept = globalThis as unknown as Record<symbol, (() => Promise<void>) | undefined>;

/** Seconds that a stop may take; a message or job it cuts off is taken up by another server or the next start. */
const STOP_WITHIN = 25;

/**
 * Starts the server's background work: the outbox and the timed work. Answers at once and never throws,
 * whether the database is there or not. A second call does nothing: development servers load this twice.
 */
export function startBackground(work: TimedWork[]): void {
  if (kept[STOP]) return;
  const outbox = startOutboxLoop();
  const timed = startTimedWork(timedWork(work), env().DATABASE_URL);
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    const ended = await within(STOP_WITHIN, Promise.allSettled([outbox.stop(), timed.stop()]));
    if (!ended) log.warn("Background work did not end in time and is cut off");
    await disconnect().catch((error) =>
      log.warn({ error: errorFacts(error) }, "The database connections did not close"),
    );
  };
  kept[STOP] = () => {
    stopped ??= stop();
    return stopped;
  };
}

/** True when it ended within so many seconds. */
async function within(seconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), seconds * 1000);
  });
  const ended = await Promise.race([work.then(() => true), limit]);
  clearTimeout(timer);
  return ended;
}
