import "server-only";
import { now } from "../clock";
import { type Delivered, deliverDue } from "../email/deliver";
import { onWakeOutbox } from "../email/wake";
import { errorFacts, log } from "../log";

/** The server's deliverer, from start to stop. */
export type OutboxLoop = { stop(): Promise<void> };

/** Seconds until the next look: when all is well, when the mail server is away, when the database is. */
const WAITS = { idle: 2, serverAway: 15, databaseAway: 5 };
const BATCH = 20;

type Deliver = (at: Date, options: { batch: number; signal: AbortSignal }) => Promise<Delivered>;

/**
 * Looks into the outbox every two seconds, and at once when `wakeOutbox` is called. Never throws: what goes
 * wrong is logged once an outage, and it tries again.
 */
export function startOutboxLoop(deliver: Deliver = deliverDue, waits = WAITS): OutboxLoop {
  const stopping = new AbortController();
  const bell = new Bell();
  let away = false;

  const pass = async (): Promise<number> => {
    try {
      const done = await deliver(now(), { batch: BATCH, signal: stopping.signal });
      if (away) log.info("The outbox can be read again");
      away = false;
      if (done.serverAway) return waits.serverAway;
      return done.sent + done.postponed + done.dead >= BATCH ? 0 : waits.idle;
    } catch (error) {
      if (!away) log.warn({ error: errorFacts(error) }, "The outbox cannot be read; trying again");
      away = true;
      return waits.databaseAway;
    }
  };
  const run = async () => {
    while (!stopping.signal.aborted) await bell.wait((await pass()) * 1000);
  };

  onWakeOutbox(() => bell.ring());
  const running = run();
  return {
    async stop() {
      onWakeOutbox(undefined);
      stopping.abort();
      bell.ring();
      await running;
    },
  };
}

/** A wait that can be cut short. A ring before the wait is not lost: the next wait ends at once. */
class Bell {
  #rung = false;
  #end: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#end?.();
  }

  async wait(milliseconds: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#end = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#end = undefined;
    this.#rung = false;
  }
}
