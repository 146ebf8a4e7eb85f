import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { sessionCookieName } from "../../lib/auth/cookie-names";
import { tokenHash } from "../../lib/auth/secrets";
import { onEnd } from "../lib/command";
import { rowsOf } from "../lib/databases";
import { demoStart } from "../lib/demo-clock";
import { demoName, seedDemo } from "../lib/demo-database";
import { applyMigrations } from "../lib/migrations";
import { freePort } from "../lib/ports";
import { complain, PlainError, say } from "../lib/say";
import { startScratchPostgres } from "../lib/scratch-postgres";

/** The seeded database of a run, and what the portal is told about it. */
export type Stage = { env: Record<string, string>; port: number; logFile: string };

/** Starts a PostgreSQL for this run and fills it with the demo and a cohort of `participants`. */
export async function prepareDatabase(participants: number): Promise<Stage> {
  const server = await startScratchPostgres("bench", say, (error) => complain(error.message));
  onEnd(() => server.stop());
  const port = await freePort();
  const env = {
    NODE_ENV: "production",
    PORT: String(port),
    DATABASE_URL: server.url(demoName),
    PORTAL_EMBEDDED: "1",
    PORTAL_NOW: demoStart,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: randomBytes(48).toString("base64url"),
    SMTP_URL: "",
    LOG_LEVEL: "warn",
  };
  // The cookie's name depends on the address, and this process asks for it too.
  Object.assign(process.env, env);
  await applyMigrations(env.DATABASE_URL, { onProgress: () => {} });
  await seedDemo(env.DATABASE_URL, env, ["--participants", String(participants)]);
  await rowsOf(env.DATABASE_URL, "VACUUM ANALYZE");
  return { env, port, logFile: `${server.dataDir}.log` };
}

/** Signs a person of the demo in by writing the session that signing in would have made; the Cookie header for it. */
export async function signIn(databaseUrl: string, email: string): Promise<Record<string, string>> {
  const token = randomBytes(32).toString("base64url");
  const made = await rowsOf(
    databaseUrl,
    `INSERT INTO "Session" ("id", "userId", "tokenHash", "createdAt", "lastSeenAt", "expiresAt")
     SELECT $1::uuid, "id", $2, $3::timestamptz, $3::timestamptz, $3::timestamptz + interval '2 hours'
     FROM "User" WHERE "email" = $4 RETURNING 1`,
    [randomUUID(), tokenHash(token), demoStart, email],
  );
  if (made.length === 0) throw new PlainError(`The demo has nobody with the address ${email}.`);
  return { cookie: `${sessionCookieName()}=${token}` };
}

/** Gives a person of the demo a private calendar address as the portal would have; its path. */
export async function feedPath(databaseUrl: string, email: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const made = await rowsOf(
    databaseUrl,
    `INSERT INTO "CalendarFeed" ("id", "userId", "tokenHash", "madeAt")
     SELECT $1::uuid, "id", $2, $3::timestamptz FROM "User" WHERE "email" = $4 RETURNING 1`,
    [randomUUID(), tokenHash(token), demoStart, email],
  );
  if (made.length === 0) throw new PlainError(`The demo has nobody with the address ${email}.`);
  return `/calendar/${token}.ics`;
}

/** Waits until the portal has delivered what the seed left in the outbox: its work would count as the pages'. */
export async function outboxEmpty(databaseUrl: string): Promise<void> {
  const waiting = `SELECT count(*)::int AS n FROM "OutboxMessage" WHERE "sentAt" IS NULL AND "deadAt" IS NULL`;
  for (const until = Date.now() + 180_000; Date.now() < until; await pause(500)) {
    const [row] = await rowsOf<{ n: number }>(databaseUrl, waiting);
    if (row?.n === 0) return;
  }
  throw new PlainError("The seed's e-mails are not delivered after three minutes.");
}
