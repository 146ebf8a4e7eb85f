import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { onEnd } from "./command";
import { inRoot, root } from "./paths";

/** How to run one of Node's programs. */
export interface ChildOptions {
  /** Added to this process's environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  /** Given to Node itself, before the program. */
  nodeOptions?: string[];
  /** False for a program that itself watches for the end of this process. */
  leash?: boolean;
  /** True to gather what it prints instead of printing it. */
  quiet?: boolean;
  /** A file that gets what it prints. */
  logFile?: string;
  /** Calls this every ten seconds with the seconds so far, so that a long silence has a reason. */
  pulse?: (seconds: number) => void;
}

/** How a program ended. */
export interface ChildOutcome {
  /** The exit code; 1 where a signal ended it. */
  code: number;
  /** What it printed, where it ran quietly. */
  output: string;
}

/** Starts a program under this Node, on a leash: it ends when this process does. */
export function startChild(program: string, args: string[], options: ChildOptions = {}): ChildProcess {
  const { env = {}, nodeOptions = [], quiet = false, leash = true, logFile } = options;
  const log = logFile ? openSync(logFile, "a", 0o600) : undefined;
  const output = log ?? (quiet ? "pipe" : "inherit");
  const held = leash ? ["--import", new URL("./leash.mjs", import.meta.url).href] : [];
  const child = spawn(process.execPath, [...held, ...nodeOptions, inRoot(program), ...args], {
    cwd: root,
    env: { ...process.env, ...(quiet ? { NO_COLOR: "1" } : {}), ...env, PORTAL_LEASH: String(process.pid) },
    stdio: ["ignore", output, output, "ipc"],
  });
  if (log !== undefined) closeSync(log);
  // Nothing is said over the channel; without a listener on "error", a child that has just gone would throw.
  child.on("error", () => {});
  return child;
}

/** Runs a program to its end; it is stopped with the command if that ends first. */
export async function runChild(
  program: string,
  args: string[],
  options: ChildOptions = {},
): Promise<ChildOutcome> {
  const began = Date.now();
  const child = startChild(program, args, options);
  const strike = onEnd(() => stopChild(child, 8_000));
  const pulse = setInterval(() => options.pulse?.(Math.round((Date.now() - began) / 1000)), 10_000);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (status) => resolve(status ?? 1));
  });
  clearInterval(pulse);
  strike();
  return { code, output };
}

/** Asks a program to end and waits; after `patience` milliseconds it is ended. */
export async function stopChild(child: ChildProcess, patience: number): Promise<void> {
  const running = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  if (!running()) return;
  const over = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGINT");
  await Promise.race([over, pause(patience, undefined, { ref: false })]);
  if (!running()) return;
  child.kill("SIGKILL");
  await over;
}
