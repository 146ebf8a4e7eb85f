import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { processFacts, stillRuns } from "./processes";

/** Who holds a lock. */
export interface LockHolder {
  pid: number;
  startedAt: string;
  /** What the holder says about itself, for the message that the second one prints. */
  note: string;
}

/** A lock that is held by this process. */
export interface Lock {
  /** Changes the note that others read. */
  describe(note: string): void;
  release(): void;
}

/** The live process that holds the lock, or null. A lock whose holder has died is nobody's. */
export function lockHolder(path: string): LockHolder | null {
  try {
    const holder = JSON.parse(readFileSync(path, "utf8")) as LockHolder;
    return stillRuns(holder) ? holder : null;
  } catch {
    return null;
  }
}

/**
 * Takes the lock file for this process, or answers who has it. A crash needs no tidying:
 * the file names a process and its start, and counts only while that very process runs.
 */
export async function takeLock(path: string, note: string): Promise<Lock | LockHolder> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const self = processFacts(process.pid);
  const mine = { pid: process.pid, startedAt: self?.startedAt ?? String(Date.now()), note };
  const draft = `${path}.${process.pid}`;
  for (let tries = 0; tries < 5; tries++) {
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
    try {
      // A link appears whole or not at all: nobody ever reads half a lock.
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = lockHolder(path);
      if (holder) return holder;
      rmSync(path, { force: true });
      continue;
    } finally {
      rmSync(draft, { force: true });
    }
    // Two that found the same dead lock may both have removed it, the later one a fresh file.
    // A moment later only one name stands in the file.
    await pause(100);
    if (readHolder(path)?.pid === process.pid) return held(path, mine);
  }
  return lockHolder(path) ?? mine;
}

function held(path: string, mine: LockHolder): Lock {
  const release = () => {
    process.removeListener("exit", release);
    if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
  };
  process.once("exit", release);
  const describe = (note: string) => {
    writeFileSync(`${path}.${process.pid}`, JSON.stringify({ ...mine, note }), { mode: 0o600 });
    renameSync(`${path}.${process.pid}`, path);
  };
  return { describe, release };
}

function readHolder(path: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as LockHolder;
  } catch {
    return null;
  }
}

/** Tells a lock that was taken from the description of who has it already. */
export function isHeld(answer: Lock | LockHolder): answer is Lock {
  return "release" in answer;
}
