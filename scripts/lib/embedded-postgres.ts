import { mkdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { isHeld, type Lock, takeLock } from "./lock";
import { inData } from "./paths";
import { freePort } from "./ports";
import { postgresBinaries } from "./postgres-binaries";
import { checkVersion, initialise, isInitialised, owner, password } from "./postgres-data";
import { clearStalePidFile, lastPort, runningServer, stopServer } from "./postgres-process";
import { PostgresSupervisor } from "./postgres-supervisor";
import { elapsed, PlainError, say } from "./say";
import { unprivileged } from "./unprivileged";

/** How to run a PostgreSQL of one's own. */
export interface EmbeddedOptions {
  /** Where its data is; `.data/postgres` unless told. */
  dataDir?: string;
  /** False for tests: nothing is forced to disk, so a power cut loses the data. */
  durable?: boolean;
  /** False for tests of its absence: a server that was killed stays away until `startAgain`. */
  revive?: boolean;
  /** Receives one line for each step that takes a while; printed unless told. */
  onProgress?: (line: string) => void;
  /** Called once when the server died and could not be started again. */
  onLost?: (error: Error) => void;
}

/** A PostgreSQL that this process started. */
export interface EmbeddedPostgres {
  readonly dataDir: string;
  readonly port: number;
  /** The address of one of its databases, password included: not for logs. */
  url(database: string): string;
  /** What a second command in this folder is told about this one. */
  describe(note: string): void;
  /** Starts a server that was killed, on the same port, where `revive` is false. */
  startAgain(): Promise<void>;
  /** Ends open sessions, writes everything to disk and stops the server. */
  stop(): Promise<void>;
}

/** Another process runs the server of this folder. */
export class DatabaseInUse extends PlainError {
  override name = "DatabaseInUse";
  constructor(
    readonly pid: number,
    readonly note: string,
  ) {
    super(`The database of this folder is in use: ${note}, process ${pid}. Stop that first.`);
  }
}

const defaultDataDir = inData("postgres");

/**
 * Starts PostgreSQL on 127.0.0.1, making its data folder first where there is none, and keeps
 * it running until `stop`: if it is killed, it is started again on the same port. A server that
 * an earlier run left behind is stopped first. It ends with this process, except after a
 * `kill -9` of this process, when the next start finds it.
 *
 * @throws DatabaseInUse when another live process runs the server of this folder.
 * @throws PlainError when PostgreSQL cannot run here.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const { dataDir = defaultDataDir } = options;
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o700 });
  const lock = await takeLock(lockFile(dataDir), `npm run ${commandName()}`);
  if (!isHeld(lock)) throw new DatabaseInUse(lock.pid, lock.note);
  try {
    return await startLocked(dataDir, options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(dataDir: string, options: EmbeddedOptions, lock: Lock): Promise<EmbeddedPostgres> {
  const { durable = true, revive = true, onProgress = say, onLost = () => {} } = options;
  const began = Date.now();
  const binaries = postgresBinaries();
  const run = unprivileged(dataDir, binaries.postgres);
  const orphan = runningServer(dataDir);
  if (orphan) {
    onProgress("Stopping the database server that an earlier run left behind");
    await stopServer(orphan.process);
  }
  if (!isInitialised(dataDir)) {
    onProgress("Making a new PostgreSQL database");
    initialise(dataDir, binaries, run, durable);
  }
  checkVersion(dataDir, binaries);
  clearStalePidFile(dataDir);
  const supervisor = new PostgresSupervisor({
    postgres: binaries.postgres,
    run,
    dataDir,
    durable,
    revive,
    port: await freePort(lastPort(dataDir)),
    url: (database) => urlOf(dataDir, supervisor.port, database),
    onProgress,
    onLost,
  });
  await supervisor.start();
  onProgress(`PostgreSQL is ready on 127.0.0.1:${supervisor.port} (${elapsed(began)})`);
  return {
    dataDir,
    port: supervisor.port,
    url: (database) => urlOf(dataDir, supervisor.port, database),
    describe: lock.describe,
    startAgain: () => supervisor.start(),
    stop: async () => {
      try {
        await supervisor.stop();
      } finally {
        lock.release();
      }
    },
  };
}

/**
 * The server of this folder for a short command: the running one if the portal is up, else one
 * that is started for the purpose. `release` stops it only in the second case.
 */
export async function borrowEmbeddedPostgres(options: EmbeddedOptions = {}): Promise<{
  url(database: string): string;
  release(): Promise<void>;
}> {
  const { dataDir = defaultDataDir } = options;
  try {
    const server = await startEmbeddedPostgres(options);
    return { url: (database) => server.url(database), release: () => server.stop() };
  } catch (error) {
    const running = error instanceof DatabaseInUse ? runningServer(dataDir) : null;
    if (!running) throw error;
    return { url: (database) => urlOf(dataDir, running.port, database), release: async () => {} };
  }
}

/** The file that says which process runs the server of a data folder. */
export function lockFile(dataDir = defaultDataDir): string {
  return `${dataDir}.lock`;
}

function urlOf(dataDir: string, port: number, database: string): string {
  return `postgresql://${owner}:${password(dataDir)}@127.0.0.1:${port}/${database}`;
}

function commandName(): string {
  return basename(process.argv[1] ?? "start").replace(/\.\w+$/, "");
}
