import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { PlainError } from "./say";

/** How to run a program that refuses to run as root. */
export interface Unprivileged {
  /** Put before the program and its arguments. */
  prefix: string[];
  /** The account to run it as, and to own its files; absent where nothing has to change. */
  account?: { uid: number; gid: number };
}

const namespace = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"];

/**
 * How PostgreSQL can run for whoever runs this command. It refuses to run as root, so root
 * runs it in a user namespace of its own, where root's files belong to an ordinary number;
 * that works in private folders too. Where the system allows no such namespace, it runs as
 * an account without rights, which has to be able to reach the folder.
 *
 * @param dataDir its data folder, which may not exist yet; one that an account owns already
 *   is run by that account.
 * @param program the program, to see that the account can reach it.
 */
export function unprivileged(dataDir: string, program: string): Unprivileged {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = existsSync(dataDir) ? statSync(dataDir) : undefined;
  if (owner && owner.uid !== 0) {
    return { prefix: [], account: { uid: owner.uid, gid: owner.gid } };
  }
  const [command, ...options] = namespace as [string, ...string[]];
  if (spawnSync(command, [...options, program, "--version"], { stdio: "ignore" }).status === 0) {
    return { prefix: namespace };
  }
  const account = accountOf("postgres") ?? accountOf("nobody");
  if (account && !owner && canRun(program, account)) return { prefix: [], account };
  throw new PlainError(
    "PostgreSQL does not run as root, and here root may not start it for another account: run this as an ordinary user, or set DATABASE_URL.",
  );
}

function accountOf(name: string): { uid: number; gid: number } | undefined {
  try {
    const ask = (option: string) =>
      Number(execFileSync("id", [option, name], { encoding: "utf8", stdio: "pipe" }));
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return undefined;
  }
}

function canRun(program: string, account: { uid: number; gid: number }): boolean {
  return spawnSync(program, ["--version"], { ...account, stdio: "ignore" }).status === 0;
}
