import pg from "pg";
import { errorFacts, log } from "../log";

/** Silence for longer than this, in milliseconds, counts as away. */
const ANSWER_MS = 1_000;
/** A question unanswered for so long, in milliseconds, is the line's last: it is made anew. */
const HUNG_MS = 5_000;
/** For so long after the line stands again, in milliseconds, faults are put down to the time before. */
const SETTLE_MS = 2_000;

/**
 * The server's own line to the database, apart from the portal's pool: it hears when public content changes
 * (triggers notify, see the migration "public content") and can say whether the database answers at all.
 */
export class DatabaseWatch {
  private listener: pg.Client | undefined;
  private stopped = false;
  private broken = false;
  private asked: Promise<boolean> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private settling: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly onChange: () => void,
  ) {}

  /** True while notifications can be heard: only then may a cached page be trusted. */
  get listening(): boolean {
    return this.listener !== undefined;
  }

  /** True while the line is broken and shortly after: a request that failed meanwhile may be told of only then. */
  get unsettled(): boolean {
    return !this.listening || this.settling !== undefined;
  }

  /** Starts to listen, and again whenever the line breaks. */
  async start(): Promise<void> {
    if (this.stopped) return;
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
      application_name: "npq-portal-watch",
    });
    const lost = () => this.lost(client);
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", () => this.onChange());
    try {
      await client.connect();
      await orBreakOff(client, client.query("LISTEN public_content"));
      this.onChange();
      this.listener = client;
      this.settle();
    } catch (error) {
      log.warn({ event: "database.watch_failed", error: errorFacts(error) });
      lost();
    }
  }

  /** Counts from now, where the line was broken before; at the start nothing can have failed by it. */
  private settle(): void {
    if (!this.broken) return;
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.settling = undefined;
    }, SETTLE_MS).unref();
  }

  private lost(client: pg.Client): void {
    this.broken = true;
    if (this.listener === client) this.listener = undefined;
    client.removeAllListeners("end");
    client.end().catch(() => undefined);
    if (this.stopped || this.retry) return;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.start();
    }, 1_000);
  }

  /**
   * True when the database answers within `ANSWER_MS`. Asked over the line that is open anyway: making a new one
   * takes long enough on a busy machine to be mistaken for silence.
   */
  async answers(): Promise<boolean> {
    const { listener } = this;
    if (!listener) return this.answersAnew();
    const { promise: late, resolve } = Promise.withResolvers<boolean>();
    // A turn later: on a busy machine the answer may lie there unread when this process comes to look at the clock.
    const timer = setTimeout(() => setImmediate(() => resolve(false)), ANSWER_MS);
    // Those who ask while a question is under way wait for its answer: a frozen database is not asked by a crowd.
    this.asked ??= orBreakOff(listener, listener.query("SELECT 1"))
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        this.asked = undefined;
      });
    const answer = await Promise.race([this.asked, late]);
    clearTimeout(timer);
    return answer;
  }

  private async answersAnew(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("SELECT 1");
      return true;
    } catch {
      return false;
    } finally {
      client.end().catch(() => undefined);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.listener?.end().catch(() => undefined);
  }
}

/** Waits for the answer to that question, not for ever: with one under way, `end` breaks the line off at once. */
function orBreakOff<T>(client: pg.Client, question: Promise<T>): Promise<T> {
  const timer = setTimeout(() => void client.end().catch(() => undefined), HUNG_MS);
  return question.finally(() => clearTimeout(timer));
}
