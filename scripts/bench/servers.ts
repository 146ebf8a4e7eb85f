import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { runChild, startChild, stopChild } from "../lib/children";
import { onEnd } from "../lib/command";
import { inData, inRoot } from "../lib/paths";
import { whenReady } from "../lib/portal";
import { freePort } from "../lib/ports";
import { PlainError } from "../lib/say";

/** The three servers of the bench. Each runs as one process, whose CPU time is what is measured. */

export type Server = { origin: string; pid: number; stop(): Promise<void> };

const NEXT = "node_modules/next/dist/bin/next";
const FLOOR = "scripts/bench/floor";

/** Where a server's own lines go; emptied at each start. */
function logOf(name: string): string {
  mkdirSync(inData(), { recursive: true, mode: 0o700 });
  const path = inData(`bench-${name}.log`);
  rmSync(path, { force: true });
  return path;
}

function held(child: ChildProcess, origin: string, patience: number): Server {
  const stop = () => stopChild(child, patience);
  const strike = onEnd(stop);
  return {
    origin,
    pid: child.pid ?? 0,
    stop: async () => {
      strike();
      await stop();
    },
  };
}

/**
 * The built portal. It is started as startPortal does it, but the process is kept, for its CPU time.
 * @param profileDir a folder that gets a CPU profile when the server stops.
 */
export async function servePortal(
  env: Record<string, string>,
  port: number,
  profileDir?: string,
): Promise<Server> {
  const profile = profileDir ? ["--cpu-prof", `--cpu-prof-dir=${profileDir}`] : [];
  const logFile = logOf("portal");
  const nodeOptions = [...profile, "--import", "tsx"];
  const child = startChild("scripts/serve.ts", [], { env, logFile, nodeOptions, leash: false });
  const server = held(child, `http://localhost:${port}`, 40_000);
  const ended = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  const state = await whenReady({ ended }, port);
  if (state !== "ready") throw new PlainError(`The portal does not start:\n${lastWords(logFile)}`);
  return server;
}

/** Builds the floor app, whose static page is made with that much filler, unless the build there has it already. */
export async function buildFloor(staticFiller: number): Promise<void> {
  const stamp = inRoot(FLOOR, ".next", "bench-filler");
  const wanted = `${staticFiller} ${hashOfFloor()}`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const { code, output } = await runChild(NEXT, ["build", FLOOR], {
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BENCH_STATIC_BYTES: String(staticFiller) },
    quiet: true,
  });
  if (code !== 0) throw new PlainError(`The floor app could not be built:\n${output.trim()}`);
  writeFileSync(stamp, wanted);
}

const FLOOR_FILES = [
  "app/filler.tsx",
  "app/layout.tsx",
  "app/static/page.tsx",
  "app/dynamic/page.tsx",
  "next.config.ts",
];

function hashOfFloor(): string {
  const texts = FLOOR_FILES.map((file) => readFileSync(inRoot(FLOOR, file), "utf8"));
  const next = readFileSync(inRoot("node_modules/next/package.json"), "utf8");
  return createHash("sha256")
    .update([...texts, next].join("\0"))
    .digest("hex");
}

/** The floor app under `next start`. */
export async function serveFloor(): Promise<Server> {
  const port = await freePort();
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const args = ["start", FLOOR, "--port", String(port), "--hostname", "127.0.0.1"];
  const logFile = logOf("floor");
  const server = held(startChild(NEXT, args, { env, logFile }), `http://127.0.0.1:${port}`, 8_000);
  await answers(`${server.origin}/static`, logFile);
  return server;
}

/** The bare Node server. */
export async function serveBare(): Promise<Server> {
  const port = await freePort();
  const logFile = logOf("bare");
  const child = startChild("scripts/bench/bare.mjs", [], { env: { PORT: String(port) }, logFile });
  const server = held(child, `http://127.0.0.1:${port}`, 2_000);
  await answers(server.origin, logFile);
  return server;
}

async function answers(url: string, logFile: string): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(100)) {
    const status = await fetch(url).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
    if (status === 200) return;
  }
  throw new PlainError(`${url} does not answer:\n${lastWords(logFile)}`);
}

function lastWords(logFile: string): string {
  return existsSync(logFile) ? readFileSync(logFile, "utf8").trim().split("\n").slice(-20).join("\n") : "";
}
