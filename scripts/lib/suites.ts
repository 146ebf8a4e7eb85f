import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser";
import { ensureBuild } from "./build";
import { runChild } from "./children";
import { playwrightTally, vitestTally } from "./reports";
import { broken, held, type Tally } from "./tally";
import { startTestPortal } from "./test-portal";

/** One part of npm test. */
export interface Suite {
  title: string;
  /** Runs it; `options` are handed on to its runner. */
  run(options: string[]): Promise<Tally>;
}

/** The parts by the name that `--only` takes, in the order in which they run. */
export const suites: Record<string, Suite> = {
  lint: { title: "Style and formatting", run: lint },
  types: { title: "Types", run: types },
  unit: { title: "Units and import rules", run: (options) => vitest("unit", options) },
  integration: { title: "Verbs against PostgreSQL", run: (options) => vitest("integration", options) },
  e2e: { title: "Journeys in a browser", run: journeys },
  faults: { title: "Plugs pulled from the built portal", run: faults },
};

async function lint(options: string[]): Promise<Tally> {
  const { code } = await runChild("node_modules/@biomejs/biome/bin/biome", ["check", ".", ...options]);
  return code === 0 ? held : broken("What Biome found is above.");
}

async function types(options: string[]): Promise<Tally> {
  // Next writes the types of the routes; without them every link to a page would be an error.
  const routes = await runChild("node_modules/next/dist/bin/next", ["typegen"], { quiet: true });
  if (routes.code !== 0) process.stdout.write(routes.output);
  const { code } = await runChild("node_modules/typescript/bin/tsc", ["--noEmit", ...options]);
  return routes.code === 0 && code === 0 ? held : broken("What does not agree is above.");
}

async function vitest(project: string, options: string[]): Promise<Tally> {
  return withReport(async (report) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { code } = await runChild(
      "node_modules/vitest/vitest.mjs",
      ["run", "--project", project, ...reporters, ...options],
      // Also where the machine's environment says production.
      { env: { NODE_ENV: "test" } },
    );
    return vitestTally(report, code);
  });
}

async function journeys(options: string[]): Promise<Tally> {
  const browser = await findBrowser();
  if (browser === undefined) return broken("There is no browser.");
  // A portal that is up already is taken as it is.
  if (process.env.PORTAL_URL) return playwright(options, { PORTAL_BROWSER: browser });
  const portal = await startTestPortal();
  try {
    return await playwright(options, { ...portal.env, PORTAL_BROWSER: browser });
  } finally {
    await portal.stop();
  }
}

async function faults(options: string[]): Promise<Tally> {
  await ensureBuild();
  return vitest("faults", options);
}

async function playwright(options: string[], env: Record<string, string>): Promise<Tally> {
  return withReport(async (report) => {
    const { code } = await runChild("node_modules/@playwright/test/cli.js", ["test", ...options], {
      env: { ...env, PORTAL_E2E_REPORT: report },
    });
    return playwrightTally(report, code);
  });
}

async function withReport(run: (file: string) => Promise<Tally>): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "portal-test-"));
  try {
    return await run(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
