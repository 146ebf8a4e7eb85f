import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, closeSync, existsSync, openSync, readFileSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { clearStalePidFile } from "./postgres-process";
import { PlainError } from "./say";
import type { Unprivileged } from "./unprivileged";

interface SupervisorOptions {
  postgres: string;
  run: Unprivileged;
  dataDir: string;
  durable: boolean;
  /** True to start a server again that ended by itself. */
  revive: boolean;
  port: number;
  url: (database: string) => string;
  onProgress: (line: string) => void;
  onLost: (error: Error) => void;
}

/** How long a start may take, recovery after a crash included, in milliseconds. */
const startLimit = 60_000;

/** Keeps one postgres process running on one data folder and one port. */
export class PostgresSupervisor {
  readonly port: number;
  readonly #options: SupervisorOptions;
  #child: ChildProcess | undefined;
  #stopping = false;
  #lastWords = () => this.#child?.kill("SIGINT");

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.port = options.port;
  }

  /** Starts the server and waits until it answers; again, where it ended and is not revived by itself. */
  async start(): Promise<void> {
    // If this process falls over without stopping the server, the server still ends with it.
    process.removeListener("exit", this.#lastWords);
    process.once("exit", this.#lastWords);
    try {
      await this.#launchUntilReady();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Ends the server in the orderly way: sessions are closed and everything is on disk. */
  async stop(): Promise<void> {
    this.#stopping = true;
    process.removeListener("exit", this.#lastWords);
    for (const [name, patience] of [
      ["SIGINT", 20_000],
      ["SIGQUIT", 10_000],
    ] as const) {
      const child = this.#child;
      if (!child) return;
      // The handle of a child that has not been waited for: the number cannot be anyone else's.
      const over = once(child, "exit");
      child.kill(name);
      if (await Promise.race([over, pause(patience, undefined, { ref: false })])) return;
    }
    throw new PlainError("PostgreSQL does not stop.");
  }

  /**
   * A killed server leaves children that hold its shared memory for a moment; until they let
   * go, PostgreSQL refuses to start. So a start that fails is tried again until the limit.
   */
  async #launchUntilReady(): Promise<void> {
    const until = Date.now() + startLimit;
    for (let wait = 100; !this.#stopping; wait = Math.min(wait * 2, 2000)) {
      clearStalePidFile(this.#options.dataDir);
      const logFrom = logSize(this.#logFile);
      const child = this.#launch();
      if (await this.#answers(child, until)) {
        child.once("exit", () => void this.#revive());
        // It may have died between its answer and this line.
        if (child.exitCode === null && child.signalCode === null) return;
        continue;
      }
      const problem = lastFatal(this.#logFile, logFrom);
      const passing = /shared memory|still in use|Address already in use|lock file/.test(problem);
      if (!passing || Date.now() > until) {
        throw new PlainError(`PostgreSQL did not start: ${problem}`);
      }
      await pause(wait);
    }
  }

  async #revive(): Promise<void> {
    if (this.#stopping || !this.#options.revive) return;
    this.#options.onProgress("PostgreSQL ended unexpectedly; starting it again");
    try {
      await this.#launchUntilReady();
      if (!this.#stopping) this.#options.onProgress("PostgreSQL is ready again");
    } catch (error) {
      if (!this.#stopping) this.#options.onLost(error as Error);
    }
  }

  #launch(): ChildProcess {
    const { postgres, run, dataDir, durable, port } = this.#options;
    const settings = [
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "max_connections=100",
      "timezone=UTC",
      "log_timezone=UTC",
      "logging_collector=off",
      "log_checkpoints=off",
      ...(durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]),
    ];
    const [command, ...args] = [
      ...run.prefix,
      ...[postgres, "-D", dataDir, "-p", String(port)],
      ...settings.flatMap((setting) => ["-c", setting]),
    ] as [string, ...string[]];
    const log = openSync(this.#logFile, logSize(this.#logFile) > 10_000_000 ? "w" : "a", 0o600);
    // A session of its own: Ctrl-C in the terminal is for the portal, which then stops its
    // database last. A file for the log: a pipe would die with this process.
    const child = spawn(command, args, {
      ...run.account,
      detached: true,
      stdio: ["ignore", log, log],
      env: { PATH: process.env.PATH, LC_ALL: "C" } as unknown as NodeJS.ProcessEnv,
    });
    closeSync(log);
    child.once("exit", () => {
      if (this.#child === child) this.#child = undefined;
    });
    child.once("error", () => {});
    this.#child = child;
    return child;
  }

  /** Waits until the server takes a connection; false when it ends or the limit is reached. */
  async #answers(child: ChildProcess, until: number): Promise<boolean> {
    while (child.pid && child.exitCode === null && child.signalCode === null && Date.now() < until) {
      const client = new Client({
        connectionString: this.#options.url("postgres"),
        connectionTimeoutMillis: 5000,
      });
      client.on("error", () => {});
      try {
        await client.connect();
        return true;
      } catch (error) {
        // A refused password will be refused again.
        if (/^28/.test((error as { code?: string }).code ?? "")) {
          throw new PlainError(`PostgreSQL refuses the password kept beside ${this.#options.dataDir}.`);
        }
        await pause(50);
      } finally {
        await client.end().catch(() => {});
      }
    }
    return false;
  }

  get #logFile(): string {
    return `${this.#options.dataDir}.log`;
  }
}

function logSize(path: string): number {
  if (!existsSync(path)) return 0;
  chmodSync(path, 0o600);
  return statSync(path).size;
}

function lastFatal(path: string, from: number): string {
  const lines = readFileSync(path).subarray(from).toString("utf8").trim().split("\n");
  const fatal = lines.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line)) ?? lines.at(-1);
  return fatal?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "") || `see ${path}`;
}
