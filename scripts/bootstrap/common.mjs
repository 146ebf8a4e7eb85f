import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Something that stops the command, told in one line. */
export class Problem extends Error {}

/** A path inside the project. */
export function inRoot(...parts) {
  return join(root, ...parts);
}

/** The file's text, or "" when there is none. */
export function textOf(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** A short name for some texts that changes when any of them does. */
export function hashOf(...texts) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return hash.digest("hex");
}

/**
 * Runs a program, saying every ten seconds that it is still at work.
 * @returns whether it succeeded, and what it printed where its output was kept.
 */
export function run(program, args, { doing, env = {}, keepOutput = false, shell = false }) {
  const began = Date.now();
  const pulse = setInterval(() => {
    console.log(`  … still ${doing} (${Math.round((Date.now() - began) / 1000)} s)`);
  }, 10_000);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", keepOutput ? "pipe" : "inherit", keepOutput ? "pipe" : "inherit"],
      shell,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => {
      clearInterval(pulse);
      resolve({ ok: false, output: error.message, began });
    });
    child.once("close", (code) => {
      clearInterval(pulse);
      resolve({ ok: code === 0, output, began });
    });
  });
}
