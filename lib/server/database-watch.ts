import pg from "pg";
import { errorFacts, log } from "../log";

/** Silence for longer than this, in milliseconds, counts as away. */
const ANSWER_MS = 700;

/**
 * The server's own line to the database, apart from the portal's pool: it hears when public content changes
 * (triggers notify, see the migration "public content") and can say whether the database answers at all.
 */
export class DatabaseWatch {
  private listener: pg.Client | undefined;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly onChange: () => void,
  ) {}

  /** True while notifications can be heard: only then may a cached page be trusted. */
  get listening(): boolean {
    return this.listener !== undefined;
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
      await client.query("LISTEN public_content");
      this.onChange();
      this.listener = client;
    } catch (error) {
      log.warn({ event: "database.watch_failed", error: errorFacts(error) });
      lost();
    }
  }

  private lost(client: pg.Client): void {
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
    const timer = setTimeout(() => resolve(false), ANSWER_MS);
    const asked = listener.query("SELECT 1").then(
      () => true,
      () => false,
    );
    const answer = await Promise.race([asked, late]);
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
