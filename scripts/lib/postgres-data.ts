import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { dataFolder } from "./paths";
import type { PostgresBinaries } from "./postgres-binaries";
import { PlainError } from "./say";
import type { Unprivileged } from "./unprivileged";

/** The administrator that a new server is made with. */
export const owner = "portal";

/** The file beside the data folder that holds the administrator's password. */
export function passwordFile(dataDir: string): string {
  return `${dataDir}.password`;
}

/** The password of the server in this folder. @throws PlainError when it has been lost. */
export function password(dataDir: string): string {
  try {
    return readFileSync(passwordFile(dataDir), "utf8").trim();
  } catch {
    throw new PlainError(
      `The password of the database in ${dataDir} is missing (${basename(passwordFile(dataDir))}): restore the file, or remove the folder to begin again.`,
    );
  }
}

/** True when a database has been made in this folder. */
export function isInitialised(dataDir: string): boolean {
  return existsSync(join(dataDir, "PG_VERSION"));
}

/** @throws PlainError when another major version of PostgreSQL made the data. */
export function checkVersion(dataDir: string, binaries: PostgresBinaries): void {
  const made = readFileSync(join(dataDir, "PG_VERSION"), "utf8").trim();
  if (made === binaries.major) return;
  throw new PlainError(
    `The database in ${dataDir} was made by PostgreSQL ${made} and version ${binaries.major} is installed: move the folder away to begin again.`,
  );
}

/**
 * Makes an empty server's files: UTF-8 whatever the machine's language, passwords required.
 * They are made beside the folder and moved into place whole, so that an interrupted first
 * start leaves nothing that looks like a database.
 */
export function initialise(
  dataDir: string,
  binaries: PostgresBinaries,
  run: Unprivileged,
  durable: boolean,
): void {
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new PlainError(`${dataDir} holds something other than a database: nothing was changed.`);
  }
  const parent = dirname(dataDir);
  const draftName = `${basename(dataDir)}.new`;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(draftName)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const draft = join(parent, `${draftName}-${process.pid}`);
  const secret = randomBytes(24).toString("base64url");
  const secretFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(secretFile, `${secret}\n`, { mode: 0o600 });
  if (run.account) {
    openTheWay(parent);
    for (const path of [draft, secretFile]) chownSync(path, run.account.uid, run.account.gid);
  }
  runInitdb(binaries.initdb, run, [
    `--pgdata=${draft}`,
    `--username=${owner}`,
    `--pwfile=${secretFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ]);
  rmSync(secretFile);
  writeFileSync(passwordFile(dataDir), `${secret}\n`, { mode: 0o600 });
  renameSync(draft, dataDir);
}

/** The account must be able to walk to its data; what is secret on the way has a mode of its own. */
function openTheWay(folder: string): void {
  for (let each = folder; each.startsWith(dataFolder); each = dirname(each)) chmodSync(each, 0o711);
}

function runInitdb(initdb: string, run: Unprivileged, options: string[]): void {
  const [command, ...rest] = [...run.prefix, initdb, ...options] as [string, ...string[]];
  const outcome = spawnSync(command, rest, {
    ...run.account,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  if (outcome.status === 0) return;
  const detail = outcome.error?.message ?? outcome.stderr.trim().split("\n").at(-1);
  throw new PlainError(`PostgreSQL could not make its data folder: ${detail}`);
}
