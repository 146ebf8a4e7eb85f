import { parseEnv } from "../../lib/env";
import { ensureBuild } from "./build";
import { choosePort } from "./choose-port";
import { end, isEnding, onEnd } from "./command";
import { demoNow } from "./demo-clock";
import { demoName, prepareDemo } from "./demo-database";
import { DatabaseInUse, type EmbeddedPostgres, lockFile, startEmbeddedPostgres } from "./embedded-postgres";
import { lockHolder } from "./lock";
import { applyMigrations } from "./migrations";
import { demoNotice } from "./notice";
import { startPortal, whenReady } from "./portal";
import { complain, PlainError, say } from "./say";
import { demoSecret } from "./secret";

/** How the portal is run: as it will be used, or for developers, who see their changes at once. */
export type Mode = "production" | "development";

/**
 * Runs the portal until it ends: on the PostgreSQL of DATABASE_URL, or, where that is not given,
 * as a demo on an embedded one. Brings the database up to date and builds first.
 * @returns the exit code.
 */
export async function runPortal(mode: Mode): Promise<number> {
  const asked = process.env.PORT || undefined;
  const other = process.env.DATABASE_URL ? null : lockHolder(lockFile());
  if (other) throw alreadyRuns(other);
  // Known before the long steps; without a wish the port is chosen after them.
  if (asked) await choosePort(asked);
  return process.env.DATABASE_URL ? onGivenDatabase(mode, asked) : onEmbeddedDatabase(mode, asked);
}

async function onGivenDatabase(mode: Mode, asked: string | undefined): Promise<number> {
  const env = { ...process.env, NODE_ENV: mode };
  const { DATABASE_URL, NEXTAUTH_URL } = checked(env);
  const { edited } = await applyMigrations(DATABASE_URL);
  for (const name of edited) complain(`Migration ${name} has been edited since it was applied here.`);
  if (mode === "production") await ensureBuild();
  const port = await choosePort(asked);
  return serveUntilEnd({ ...env, PORT: String(port) }, port, () => {
    say(`The NPQ portal is running at ${NEXTAUTH_URL} (port ${port} here). Ctrl-C stops it.`);
  });
}

async function onEmbeddedDatabase(mode: Mode, asked: string | undefined): Promise<number> {
  const server = await ownServer();
  onEnd(() => {
    say("Stopping PostgreSQL");
    return server.stop();
  });
  server.describe("starting");
  const database = server.url(demoName);
  const env = (port: number) => ({
    NODE_ENV: mode,
    PORT: String(port),
    DATABASE_URL: database,
    PORTAL_EMBEDDED: "1",
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || demoSecret(),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}`,
  });
  checked({ ...process.env, ...env(Number(asked ?? 3000)) });
  await prepareDemo(database, env(Number(asked ?? 3000)));
  if (mode === "production") await ensureBuild();
  const port = await choosePort(asked);
  const now = process.env.PORTAL_NOW || demoNow();
  const full = { ...env(port), PORTAL_NOW: now };
  return serveUntilEnd(full, port, async () => {
    server.describe(full.NEXTAUTH_URL);
    say(await demoNotice(full.NEXTAUTH_URL, now));
  });
}

async function ownServer(): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({
      onLost: (error) => {
        complain(`The database is gone: ${error.message}`);
        void end(1);
      },
    });
  } catch (error) {
    throw error instanceof DatabaseInUse ? alreadyRuns(error) : error;
  }
}

function alreadyRuns({ note, pid }: { note: string; pid: number }): PlainError {
  return new PlainError(
    `The portal already runs from this folder: ${note} (process ${pid}). Use it, or stop it first.`,
  );
}

async function serveUntilEnd(
  env: Record<string, string | undefined>,
  port: number,
  onReady: () => void | Promise<void>,
): Promise<number> {
  const portal = startPortal(env);
  const strike = onEnd(() => {
    say("Stopping the portal: requests and jobs finish first");
    return portal.stop();
  });
  const state = await whenReady(portal, port);
  if (state === "late") throw new PlainError("The portal does not become ready: the reason is above.");
  if (state === "ready") await onReady();
  const code = await portal.ended;
  strike();
  if (state === "ready" && !isEnding()) complain("The portal's server ended by itself: the reason is above.");
  return code || 1;
}

/** The environment as the portal reads it. @throws PlainError with its one line. */
function checked(env: Record<string, string | undefined>) {
  try {
    return parseEnv(env);
  } catch (error) {
    throw new PlainError((error as Error).message);
  }
}
