import { Client, type ClientConfig, type QueryResultRow } from "pg";
import { PlainError } from "./say";

/** Opens one session in UTC, does something with it and closes it. */
export async function withSession<T>(
  databaseUrl: string,
  work: (session: Client) => Promise<T>,
  options: ClientConfig = {},
): Promise<T> {
  const session = new Client({ connectionTimeoutMillis: 10_000, ...options, connectionString: databaseUrl });
  // A session that the server ends is reported by the statement that was running, not here.
  session.on("error", () => {});
  await session.connect();
  try {
    await session.query("SET TIME ZONE 'UTC'");
    return await work(session);
  } finally {
    await session.end().catch(() => {});
  }
}

/** Runs one statement in a session of its own. */
export async function rowsOf<T extends QueryResultRow>(
  databaseUrl: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  return withSession(databaseUrl, async (session) => (await session.query<T>(sql, values)).rows);
}

/** The same server's address with another database's name. */
export function urlWithDatabase(databaseUrl: string, database: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.toString();
}

/** The name of the database that an address points at. */
export function databaseName(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
}

/** An address that may be shown: without the password. */
export function shownUrl(databaseUrl: string): string {
  try {
    const { hostname, port, pathname } = new URL(databaseUrl);
    return `${hostname}${port ? `:${port}` : ""}${pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}

/** True when the server has the database that the address names. */
export async function databaseExists(databaseUrl: string): Promise<boolean> {
  const server = urlWithDatabase(databaseUrl, "postgres");
  const name = databaseName(databaseUrl);
  return (await rowsOf(server, "SELECT 1 FROM pg_database WHERE datname = $1", [name])).length > 0;
}

/** Makes the database that the address names, where there is none; true when it was made. */
export async function ensureDatabase(databaseUrl: string): Promise<boolean> {
  if (await databaseExists(databaseUrl)) return false;
  const server = urlWithDatabase(databaseUrl, "postgres");
  const name = databaseName(databaseUrl);
  try {
    await rowsOf(server, `CREATE DATABASE ${quoted(name)}`);
    return true;
  } catch (error) {
    // Another process made it in the meantime.
    if (["42P04", "23505"].includes((error as { code?: string }).code ?? "")) return false;
    throw error;
  }
}

/** Copies a database; nobody may be connected to the original meanwhile. */
export async function copyDatabase(serverUrl: string, original: string, copy: string): Promise<void> {
  await rowsOf(serverUrl, `CREATE DATABASE ${quoted(copy)} TEMPLATE ${quoted(original)} STRATEGY WAL_LOG`);
}

/** Removes a database, sessions and all. */
export async function dropDatabase(databaseUrl: string): Promise<void> {
  const name = databaseName(databaseUrl);
  if (name === "postgres" || name === "") throw new PlainError("This database is not for dropping.");
  const server = urlWithDatabase(databaseUrl, "postgres");
  await rowsOf(server, `DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
