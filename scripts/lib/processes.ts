import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** What the system says about a live process. */
export interface ProcessFacts {
  pid: number;
  /** Differs between two processes that were given the same number one after the other. */
  startedAt: string;
  /** The command line; one element per argument where the system tells them apart. */
  args: string[];
}

const hasProc = existsSync("/proc/self/stat");

/**
 * Facts about the process with this number, or null when there is none (a zombie counts as none).
 * Process numbers are used again, so nothing is ever signalled on the number alone.
 */
export function processFacts(pid: number): ProcessFacts | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return hasProc ? factsFromProc(pid) : factsFromPs(pid);
}

function factsFromProc(pid: number): ProcessFacts | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may hold spaces or brackets itself.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const args = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return { pid, startedAt: `${boot}:${fields[19]}`, args };
  } catch {
    return null;
  }
}

function factsFromPs(pid: number): ProcessFacts | null {
  if (process.platform === "win32") return null;
  const ask = (field: string) =>
    execFileSync("ps", ["-o", `${field}=`, "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  try {
    if (ask("stat").startsWith("Z")) return null;
    return { pid, startedAt: ask("lstart"), args: ask("command").split(" ") };
  } catch {
    return null;
  }
}

/** True while the process that `facts` was taken from is still running. */
export function stillRuns(facts: Pick<ProcessFacts, "pid" | "startedAt">): boolean {
  return processFacts(facts.pid)?.startedAt === facts.startedAt;
}

/** Sends a signal to the process that `facts` was taken from, and to no other. */
export function signal(facts: ProcessFacts, name: NodeJS.Signals): void {
  if (!stillRuns(facts)) return;
  try {
    process.kill(facts.pid, name);
  } catch (error) {
    // It ended between the look and the signal.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Waits until the process has ended; false when it has not after `ms` milliseconds. */
export async function ended(facts: ProcessFacts, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (stillRuns(facts)) {
    if (Date.now() > until) return false;
    await pause(50);
  }
  return true;
}
