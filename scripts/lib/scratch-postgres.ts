import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres";
import { inData } from "./paths";
import { runningServer, stopServer } from "./postgres-process";
import { processFacts } from "./processes";

const folder = inData("scratch");

/**
 * A PostgreSQL for one run of one command, whose data goes when it stops.
 * Runs that were killed are tidied up here, servers included. Quick rather than durable unless `options` say so.
 */
export async function startScratchPostgres(
  purpose: string,
  onProgress: (line: string) => void = () => {},
  onLost?: (error: Error) => void,
  options: Pick<EmbeddedOptions, "durable" | "revive"> = {},
): Promise<EmbeddedPostgres> {
  await sweep();
  const own = join(folder, `${purpose}-${process.pid}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const server = await startEmbeddedPostgres({
    dataDir: join(own, "postgres"),
    durable: false,
    onProgress,
    onLost,
    ...options,
  });
  const stop = async () => {
    await server.stop();
    rmSync(own, { recursive: true, force: true });
  };
  return { ...server, stop };
}

async function sweep(): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = Number(name.slice(name.lastIndexOf("-") + 1));
    // The number may be somebody else's by now; then the folder waits for a later run.
    if (!pid || processFacts(pid)) continue;
    const left = runningServer(join(folder, name, "postgres"));
    if (left) await stopServer(left.process);
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}
