import { existsSync, writeFileSync } from "node:fs";
import { hashOf, inRoot, Problem, run, textOf } from "./common.mjs";

/** Commands that need the packages for developers too. */
const developing = new Set(["test", "lint", "format", "bench"]);

/** Makes node_modules what package-lock.json says; returns at once where it is so already. */
export async function ensurePackages(command) {
  const lock = textOf(inRoot("package-lock.json"));
  if (!lock) throw new Problem("package-lock.json is missing: the project's folder is not complete.");
  const stamp = inRoot("node_modules", ".portal-install");
  const wanted = hashOf(lock, process.platform, process.arch);
  if (textOf(stamp) === wanted) return;
  if (corresponds(JSON.parse(lock), textOf(inRoot("node_modules", ".package-lock.json")), command)) return;
  await install();
  writeFileSync(stamp, wanted);
}

/** True when npm's own record of what it installed agrees with the lock file, on this machine. */
export function corresponds(lock, record, command) {
  if (!record) return false;
  const installed = JSON.parse(record).packages ?? {};
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === "" || wanted.link) continue;
    const there = installed[path];
    if (there) {
      if (there.version !== wanted.version || there.integrity !== wanted.integrity) return false;
      continue;
    }
    if (wanted.dev && !developing.has(command)) continue;
    // One that is for other machines is rightly not there; so is one that npm may leave out.
    if (wanted.peer || !suits(wanted) || wanted.libc) continue;
    if (wanted.optional && !wanted.os && !wanted.cpu) continue;
    return false;
  }
  return true;
}

/** Whether a package is meant for this machine: its lists name systems, or with "!" what it is not for. */
function suits({ os, cpu }) {
  const allows = (list, value) => {
    const names = [list ?? []].flat();
    if (names.includes(`!${value}`)) return false;
    return names.includes(value) || names.every((name) => name.startsWith("!"));
  };
  return allows(os, process.platform) && allows(cpu, process.arch);
}

async function install() {
  console.log(
    `Installing packages${existsSync(inRoot("node_modules")) ? " again: the lock file has changed" : ""} (a minute or two the first time)`,
  );
  const [program, ...before] = npm();
  const options = [
    "ci",
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const { ok, began } = await run(program, [...before, ...options], {
    doing: "installing",
    shell: process.platform === "win32" && before.length === 0,
  });
  if (!ok) {
    throw new Problem(
      "The packages could not be installed (npm's message is above): check the network and the free space on the disk, then try again.",
    );
  }
  console.log(`Packages installed (${Math.round((Date.now() - began) / 1000)} s)`);
}

/** npm itself: the one that runs this command, with the Node that runs it, else the one on the path. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const inside = inRoot("node_modules");
  // The installation replaces node_modules, so nothing in there can carry it out.
  if (script?.endsWith(".js") && node && existsSync(script) && existsSync(node) && !node.startsWith(inside)) {
    return [node, script];
  }
  return ["npm"];
}
