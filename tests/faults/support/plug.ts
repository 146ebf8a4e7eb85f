import { rowsOf, withSession } from "../../../scripts/lib/databases";
import type { EmbeddedPostgres } from "../../../scripts/lib/embedded-postgres";
import { runningServer } from "../../../scripts/lib/postgres-process";
import { ended, processFacts } from "../../../scripts/lib/processes";

/** What can befall a database server: all its processes killed at once, or stopped where they are. */
export class DatabasePlug {
  #frozen: number[] = [];

  constructor(private readonly server: EmbeddedPostgres) {}

  /** kill -9 of the server and of every process of its. What it had not forced to the log is gone. */
  async kill(): Promise<void> {
    const [postmaster, ...children] = await this.#held();
    // The keeper goes first: it would end the others in its own, gentler way.
    signal([postmaster, ...children], "SIGKILL");
    const facts = processFacts(postmaster);
    if (facts && !(await ended(facts, 5_000))) throw new Error("PostgreSQL survived kill -9.");
  }

  /** Stops every process where it is: connections stay open and nobody answers. */
  async freeze(): Promise<void> {
    this.#frozen = await this.#held();
    signal(this.#frozen, "SIGSTOP");
  }

  /** Undoes `kill` or `freeze`; does nothing to a server that is well. */
  async restore(): Promise<void> {
    signal(this.#frozen, "SIGCONT");
    this.#frozen = [];
    if (!runningServer(this.server.dataDir)) await this.server.startAgain();
    await rowsOf(this.server.url("postgres"), "SELECT 1");
  }

  /** The keeper, stopped, so that it has no more children a moment later, and its children. */
  async #held(): Promise<[number, ...number[]]> {
    const postmaster = runningServer(this.server.dataDir)?.process.pid;
    if (!postmaster) throw new Error("PostgreSQL does not run.");
    return withSession(this.server.url("postgres"), async (session) => {
      signal([postmaster], "SIGSTOP");
      const { rows } = await session.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()",
      );
      return [postmaster, ...rows.map(({ pid }) => pid)];
    });
  }
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      // A connection that had ended by itself.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}
