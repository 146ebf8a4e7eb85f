import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { prepareDatabase } from "./bench/database";
import { servePortal } from "./bench/servers";
import { browserOptions, findBrowser } from "./lib/browser";
import { ensureBuild } from "./lib/build";
import { runChild } from "./lib/children";
import { command } from "./lib/command";
import { inRoot } from "./lib/paths";
import { PlainError, say } from "./lib/say";

/**
 * npm run lighthouse — the built portal's public pages under Lighthouse's mobile preset, and what each has to reach.
 * Lighthouse weighs more than the portal with all its packages, so it is installed (as its own lock file says) when
 * it is first asked for.
 */

const PAGES = ["/", "/programmes/npqel", "/programmes/npqel/route-map"];
const WANTED: Record<string, number> = {
  performance: 98,
  accessibility: 100,
  "best-practices": 100,
  seo: 100,
};
const FOLDER = "scripts/lighthouse";

type Result = { address: string; scores: Record<string, number>; failed: string[] };

command(async () => {
  await ensureBuild();
  await ensureLighthouse();
  const browser = await findBrowser();
  if (browser === undefined) throw new PlainError("Lighthouse needs a browser.");
  const stage = await prepareDatabase(0);
  const portal = await servePortal(stage.env, stage.port);
  const addresses = PAGES.map((path) => portal.origin + path);
  say("Looking at the public pages (about half a minute each)");
  const { code, output } = await runChild(
    `${FOLDER}/run.mjs`,
    [browser, browserOptions.join(","), ...addresses],
    { quiet: true },
  );
  if (code !== 0) throw new PlainError(`Lighthouse did not come to an end:\n${output.trim()}`);
  const results: Result[] = JSON.parse(output.trim().split("\n").at(-1) ?? "[]");
  const short = results.flatMap(report);
  await portal.stop();
  if (results.length < PAGES.length) throw new PlainError("Lighthouse left pages out.");
  say(short.length === 0 ? "\nEvery page reaches what it has to." : `\n${short.join("\n")}`);
  return short.length === 0 ? 0 : 1;
});

/** Prints a page's scores; answers what falls short. */
function report({ address, scores, failed }: Result): string[] {
  const { pathname } = new URL(address);
  const names = Object.keys(WANTED);
  say(`${pathname.padEnd(32)} ${names.map((name) => `${name} ${scores[name]}`).join(" · ")}`);
  for (const title of failed) say(`    ${title}`);
  return names
    .filter((name) => !((scores[name] ?? 0) >= (WANTED[name] ?? 100)))
    .map((name) => `${pathname}: ${name} is ${scores[name]}, wanted ${WANTED[name]}`);
}

async function ensureLighthouse(): Promise<void> {
  const wanted = JSON.parse(readFileSync(inRoot(FOLDER, "package.json"), "utf8")).dependencies.lighthouse;
  const there = inRoot(FOLDER, "node_modules/lighthouse/package.json");
  if (existsSync(there) && JSON.parse(readFileSync(there, "utf8")).version === wanted) return;
  say("Installing Lighthouse (once; a minute)");
  // npm runs this command, and says where it is; without it, the one on the path.
  const [program, before] = process.env.npm_execpath
    ? [process.execPath, [process.env.npm_execpath]]
    : ["npm", []];
  const args = [...before, "ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { status, stderr } = spawnSync(program, args, { cwd: inRoot(FOLDER), encoding: "utf8" });
  if (status !== 0) throw new PlainError(`Lighthouse could not be installed:\n${stderr.trim()}`);
}
