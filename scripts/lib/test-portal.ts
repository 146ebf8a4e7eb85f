import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBuild } from "./build";
import { onEnd } from "./command";
import { demoStart } from "./demo-clock";
import { demoName, seedDemo } from "./demo-database";
import { applyMigrations } from "./migrations";
import { inData } from "./paths";
import { startPortal, whenReady } from "./portal";
import { freePort } from "./ports";
import { complain, PlainError, say } from "./say";
import { startScratchPostgres } from "./scratch-postgres";

/** A portal for one run of the journeys. */
export interface TestPortal {
  /** What the journeys are told: PORTAL_URL and DATABASE_URL. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * Builds the portal if need be, and starts it as the demo runs it, on a database, a port and a secret of its own, at
 * the demo's first moment. What it prints goes to a file, so that it does not stand between the journeys' lines.
 */
export async function startTestPortal(): Promise<TestPortal> {
  const server = await startScratchPostgres("journeys", say, (error) => complain(error.message));
  const undo: (() => Promise<void>)[] = [() => server.stop()];
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  const strike = onEnd(stop);
  try {
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
      LOG_LEVEL: "info",
    };
    await applyMigrations(env.DATABASE_URL, { onProgress: () => {} });
    // Neither needs the other, nor all of two processors. Both end before either's failure is told.
    const [built, filled] = [ensureBuild(), seedDemo(env.DATABASE_URL, env)];
    await Promise.allSettled([built, filled]);
    await built;
    await filled;
    mkdirSync(inData(), { recursive: true, mode: 0o700 });
    const log = inData("journeys.log");
    rmSync(log, { force: true });
    const portal = startPortal(env, log);
    undo.push(() => portal.stop());
    const state = await whenReady(portal, port);
    if (state !== "ready") {
      complain(readFileSync(log, "utf8").trim().split("\n").slice(-20).join("\n"));
      throw new PlainError("The portal for the journeys does not start: its last words are above.");
    }
    say(`Portal for the journeys at ${env.NEXTAUTH_URL} (its log: ${log})`);
    return {
      env: { PORTAL_URL: env.NEXTAUTH_URL, DATABASE_URL: env.DATABASE_URL },
      stop: async () => {
        strike();
        await stop();
      },
    };
  } catch (error) {
    strike();
    await stop();
    throw error;
  }
}
