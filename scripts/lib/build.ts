import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runChild } from "./children";
import { isEnding } from "./command";
import { isHeld, type Lock, takeLock } from "./lock";
import { inData, inRoot } from "./paths";
import { complain, elapsed, PlainError, say } from "./say";

/** What the build is made from. */
const sources = [
  ...["app", "components", "lib", "public", "prisma/schema.prisma"],
  ...["next.config.ts", "tsconfig.json", "postcss.config.mjs", "package-lock.json"],
  ...["instrumentation.ts", "instrumentation-client.ts", "proxy.ts"],
];

/** The folder of the build, which next.config.ts reads from the same variable. */
const distDir = () => inRoot(process.env.PORTAL_DIST_DIR || ".next");

/** Builds the portal unless the build that is there was made from the very same files. */
export async function ensureBuild(): Promise<void> {
  if (isCurrent()) return;
  const lock = await turn();
  try {
    // Another command may have built it while this one waited.
    if (!isCurrent()) await build();
  } finally {
    lock.release();
  }
}

function isCurrent(): boolean {
  try {
    const stamp = JSON.parse(readFileSync(join(distDir(), "portal-build.json"), "utf8"));
    return stamp.sources === hashOfSources() && stamp.build === buildId();
  } catch {
    return false;
  }
}

async function build(): Promise<void> {
  const began = Date.now();
  const before = hashOfSources();
  say("Building the portal (about half a minute)");
  const { code, output } = await runChild("node_modules/next/dist/bin/next", ["build"], {
    env: {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORTAL_BUILD_ID: before.slice(0, 20),
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionNames(),
    },
    quiet: true,
    pulse: (seconds) => say(`  … still building (${seconds} s)`),
  });
  if (code !== 0 || !existsSync(join(distDir(), "BUILD_ID"))) {
    if (!isEnding()) complain(output.trim());
    throw new PlainError("The portal could not be built: the reason is above.");
  }
  // Files that changed meanwhile may or may not be in it; the stamp then fits no later state.
  writeFileSync(join(distDir(), "portal-build.json"), JSON.stringify({ sources: before, build: buildId() }));
  say(`Portal built (${elapsed(began)})`);
}

/**
 * What Next hashes the names of server actions with. The same in every build, so that a form opened before a release
 * still finds its action after it. It keeps nothing secret: the server encrypts with a key of its own (lib/server/action-key.ts).
 */
function actionNames(): string {
  const given = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  return given || createHash("sha256").update("npq-portal: names of server actions").digest("base64");
}

async function turn(): Promise<Lock> {
  mkdirSync(inData(), { recursive: true, mode: 0o700 });
  for (let said = false; ; ) {
    const lock = await takeLock(inData("build.lock"), "building");
    if (isHeld(lock)) return lock;
    if (!said) say(`Waiting for another build to finish (process ${lock.pid})`);
    said = true;
    await pause(500);
  }
}

function buildId(): string {
  return readFileSync(join(distDir(), "BUILD_ID"), "utf8");
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const source of sources) addToHash(hash, source);
  return hash.digest("hex");
}

function addToHash(hash: ReturnType<typeof createHash>, path: string): void {
  const full = inRoot(path);
  // The generated client follows from the schema and the lock file, which are in the list.
  if (path === "lib/generated" || !existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addToHash(hash, `${path}/${name}`);
    return;
  }
  hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
}
