import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { basename, isAbsolute, join } from "node:path";
import { ended, type ProcessFacts, processFacts, signal } from "./processes";
import { PlainError } from "./say";

/** The running server of a data folder, as the folder's own files and the system tell it. */
export interface RunningServer {
  process: ProcessFacts;
  port: number;
}

/**
 * The server that runs on this data folder, or null. The number in postmaster.pid is believed
 * only when the process of that number is a postgres that was started on this very folder.
 */
export function runningServer(dataDir: string): RunningServer | null {
  const lines = readLines(join(dataDir, "postmaster.pid"));
  const facts = processFacts(Number(lines[0]));
  if (!facts || !servesFolder(facts, dataDir)) return null;
  return { process: facts, port: Number(lines[3]) };
}

function servesFolder(facts: ProcessFacts, dataDir: string): boolean {
  if (!/^postgres(\.exe)?$/.test(basename(facts.args[0] ?? ""))) return false;
  const option = facts.args.indexOf("-D");
  const folder = facts.args[option + 1];
  if (option < 0 || !folder || !isAbsolute(folder)) return false;
  try {
    return realpathSync(folder) === realpathSync(dataDir);
  } catch {
    return false;
  }
}

/**
 * Removes the pid file that a crash left behind. Without this, a start can be refused because
 * an unrelated process has the old number by now. PostgreSQL still checks its shared memory
 * itself, so two servers never open one folder.
 */
export function clearStalePidFile(dataDir: string): void {
  const path = join(dataDir, "postmaster.pid");
  if (existsSync(path) && !runningServer(dataDir)) rmSync(path, { force: true });
}

/**
 * Stops a server: first politely (open transactions are rolled back, data is written),
 * then, if it does not end, at once (it recovers at the next start).
 */
export async function stopServer(server: ProcessFacts): Promise<void> {
  signal(server, "SIGINT");
  if (await ended(server, 20_000)) return;
  signal(server, "SIGQUIT");
  if (await ended(server, 10_000)) return;
  throw new PlainError(`PostgreSQL (process ${server.pid}) does not stop.`);
}

/** The port that this folder's server used last, so that a restart keeps it if it can. */
export function lastPort(dataDir: string): number | undefined {
  const options = readLines(join(dataDir, "postmaster.opts"))[0] ?? "";
  const port = Number(/"-p" "(\d+)"/.exec(options)?.[1]);
  return port || undefined;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}
