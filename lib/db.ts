import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "./env";
import { DriverFault, WrongState } from "./errors";
import { type Prisma, PrismaClient } from "./generated/prisma/client";
import { errorFacts, log } from "./log";

/**
 * The one connection pool. Every wait is bounded, so that a database that is away or frozen frees the request
 * within seconds; the session runs in UTC whatever the server's default (checklist, 46 and 49).
 */

/** What a verb hands on inside its transaction. */
export type Tx = Prisma.TransactionClient;

const TIMEOUTS = { connectionTimeoutMillis: 6_000, statement_timeout: 8_000, query_timeout: 10_000 };

/** What all of a process has one of: the framework bundles this file more than once. */
const kept = globalThis as unknown as {
  portalDb?: PrismaClient;
  /** The pool behind each client: reads that every page waits for go to it without the ORM (`readRows`). */
  portalPools?: WeakMap<PrismaClient, pg.Pool>;
};
kept.portalPools ??= new WeakMap();
const pools = kept.portalPools;

/** A client of its own on that database; the portal uses `db`, tests and scripts may need another. */
export function connect(databaseUrl: string, max = 12): PrismaClient {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    ...TIMEOUTS,
    options: "-c timezone=UTC -c idle_in_transaction_session_timeout=15000 -c lock_timeout=5000",
    application_name: "npq-portal",
  });
  // Without a listener, a connection that breaks while it is idle would end the process.
  pool.on("error", (error) => log.debug({ error: errorFacts(error) }, "An idle connection broke"));
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 3_000, timeout: 10_000 } });
  pools.set(client, pool);
  return client;
}

function client(): PrismaClient {
  kept.portalDb ??= connect(env().DATABASE_URL);
  return kept.portalDb;
}

/** Points `db` at a database of a command that has its address but not the rest of the portal's environment. */
export function openDatabase(databaseUrl: string): void {
  kept.portalDb = connect(databaseUrl, 2);
}

/** The portal's client. Connects on first use, so that importing a file needs no database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => Reflect.get(client(), property),
});

/**
 * One statement straight to the driver, for the few reads that stand in front of every page: the ORM's own work for a
 * query is several times the driver's (decision 0007). Values come as the driver gives them: timestamps as Date,
 * JSON parsed; read a DATE inside JSON or as text, never bare.
 */
export async function readRows<T extends object>(statement: Prisma.Sql): Promise<T[]> {
  const pool = pools.get(client());
  if (!pool) throw new Error("readRows: this client has no pool");
  try {
    const { text, values } = statement;
    return (await pool.query<T>({ name: nameFor(text), text, values })).rows;
  } catch (error) {
    throw new DriverFault(error);
  }
}

/** Names by text; what takes part in them is code and never input, so that they are few. */
const names = new Map<string, string>();
const MOST_NAMES = 200;

/**
 * A statement with a name is sent, parsed and planned once a connection: the participant's is ten thousand letters.
 * The name is the text's own, because the framework bundles this file more than once. Past the most, none.
 */
function nameFor(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES) return known;
  const name = createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  return name;
}

/** Closes the pool: at the end of a process or a test file. */
export async function disconnect(): Promise<void> {
  const closing = kept.portalDb;
  kept.portalDb = undefined;
  await closing?.$disconnect();
  // Prisma ends the pool only where it has been used.
  const pool = closing && pools.get(closing);
  if (pool && !pool.ending) await pool.end();
}

/**
 * Runs a write as one transaction, at read committed: rules are held by conditional updates and constraints,
 * not by isolation. Runs it again, at most three times, when the database asks for that; `work` must therefore
 * have no effect outside the transaction.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client().$transaction(work);
    } catch (error) {
      if (isArchived(error)) throw new WrongState(ARCHIVED);
      if (attempt >= 4 || !isRetryable(error)) throw error;
    }
  }
}

const ARCHIVED = "This cohort is archived: it can be read, not changed. Take it out of the archive first.";

/** True for the refusal of the triggers that keep an archived cohort as it is, in any of the driver's shapes. */
function isArchived(error: unknown): boolean {
  const { message, meta, cause } = error as { message?: string; meta?: unknown; cause?: unknown };
  return `${message} ${JSON.stringify(meta ?? "")} ${JSON.stringify(cause ?? "")}`.includes(
    "cohort_archived",
  );
}

/**
 * Runs a write of an operator's that reads a large file meanwhile, once and within so many minutes. Single statements
 * keep the pool's limits; what waits for the next of them is the file, so the transaction may stand idle for longer.
 */
export async function inLongTransaction<T>(minutes: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  return client().$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '60s'`;
      return work(tx);
    },
    { maxWait: 10_000, timeout: minutes * 60_000 },
  );
}

/**
 * A serialisation failure or deadlock comes in three shapes: Prisma's P2034, raw SQL's P2010 with the
 * PostgreSQL code inside, and the driver adapter's error without a code of its own.
 */
function isRetryable(error: unknown): boolean {
  const { code, meta, cause, message } = error as {
    code?: string;
    meta?: unknown;
    cause?: { originalCode?: string; code?: string };
    message?: string;
  };
  if (code === "P2034") return true;
  const inner = cause?.originalCode ?? cause?.code;
  if (inner === "40001" || inner === "40P01") return true;
  const text = code === "P2010" ? JSON.stringify(meta ?? "") : (message ?? "");
  return /\b(40001|40P01)\b|TransactionWriteConflict/.test(text);
}

/** The constraint or columns that a write ran into, or undefined when the error is another. */
export function uniqueViolation(error: unknown): string | undefined {
  const { code, meta, cause } = error as {
    code?: string;
    meta?: unknown;
    cause?: { kind?: string; originalCode?: string };
  };
  if (code === "P2002" || cause?.kind === "UniqueConstraintViolation" || cause?.originalCode === "23505") {
    return JSON.stringify(meta ?? cause ?? "unique");
  }
  return undefined;
}

/** True when a row that is to go is still needed by another. */
export function foreignKeyViolation(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { kind?: string; originalCode?: string } };
  return (
    code === "P2003" || cause?.kind === "ForeignKeyConstraintViolation" || cause?.originalCode === "23503"
  );
}
