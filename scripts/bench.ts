import { outboxEmpty, prepareDatabase, type Stage } from "./bench/database";
import { engagementAlone, engagementCosts, engagementInWords } from "./bench/engagement";
import { staticFloor } from "./bench/floor-size";
import { measure } from "./bench/load";
import { scriptsOf, sizeOf } from "./bench/pages";
import { againstFloor, type Figures, inTables, machine, writeFigures } from "./bench/report";
import { searchInWords, searchTimes } from "./bench/search";
import { type Server, serveBare, servePortal } from "./bench/servers";
import { submissions, submissionsInWords } from "./bench/submissions";
import {
  besideFloors,
  costsOf,
  OVERVIEW,
  PAGES,
  PARTICIPANT,
  type Page,
  PROSPECTUS,
  queriesFor,
  type Weighed,
  weigh,
} from "./bench/targets";
import { ensureBuild } from "./lib/build";
import { command } from "./lib/command";
import { inData } from "./lib/paths";
import { elapsed, PlainError, say } from "./lib/say";

/**
 * npm run bench — measures the built portal against what Next and Node can do at best; docs/benchmarks.md says how
 * to read it, and the table below what to add after `--`.
 */

const PARTICIPANTS = 1000;
const ROUNDS = 9;
const SECONDS = 0.8;

/** What can be measured alone: each prints its own, and the run ends. */
const ALONE: Record<string, { what: string; built: boolean; run: () => Promise<string> }> = {
  "--dashboard": {
    what: "the participant's overview against (a), in more and shorter rounds: for working on it",
    built: true,
    run: () => floorOnly([OVERVIEW], 21, 0.7),
  },
  "--participant": {
    what: "the participant's pages and calendar against (a)",
    built: true,
    run: () => floorOnly(PARTICIPANT, 11, 0.7),
  },
  "--submissions": {
    what: "applications sent at once, and the portal killed in their midst",
    built: true,
    run: async () => submissionsInWords(await submissions()),
  },
  "--engagement": {
    what: "the staff's pages with 100, 1,000 and 10,000 participants, the list in every order",
    built: true,
    run: async () => engagementInWords(await engagementAlone()),
  },
  "--search": {
    what: "the staff's one box over more and more people",
    built: false,
    run: async () => searchInWords(await searchTimes()),
  },
  "--profile": {
    what: "the overview under load, leaving a CPU profile of the server",
    built: true,
    run: profile,
  },
};
/** What changes how it is done. */
const HOW: Record<string, string> = {
  "--write": "puts the figures into docs/benchmarks.md",
  "--built": "takes the build that is there, whatever has changed since",
};
/** A question that the page cache does not know, so that Next renders the page for each request. */
const UNCACHED = `${PROSPECTUS}?uncached=1`;

command(async () => {
  const flags = new Set(process.argv.slice(2));
  for (const flag of flags) if (!(flag in ALONE) && !(flag in HOW)) throw new PlainError(help(flag));
  if (process.platform !== "linux")
    throw new PlainError("The bench reads CPU times from /proc: it needs Linux.");
  const parts = Object.entries(ALONE).flatMap(([flag, part]) => (flags.has(flag) ? [part] : []));
  if (!flags.has("--built") && (parts.length === 0 || parts.some(({ built }) => built))) await ensureBuild();
  for (const { run } of parts) say(await run());
  if (parts.length === 0) await everything(flags.has("--write"));
  return 0;
});

function help(unknown: string): string {
  const lines = Object.entries({
    ...Object.fromEntries(Object.entries(ALONE).map(([flag, { what }]) => [flag, `only ${what}`])),
    ...HOW,
  }).map(([flag, what]) => `  ${flag.padEnd(14)} ${what}`);
  return `bench does not know ${unknown}. It takes:\n${lines.join("\n")}`;
}

/** The portal over the demo and a large cohort, with nothing left to do. */
async function serving(profileDir?: string): Promise<{ stage: Stage; portal: Server }> {
  const stage = await prepareDatabase(PARTICIPANTS);
  const portal = await servePortal(stage.env, stage.port, profileDir);
  say("Waiting until the seed's e-mails are delivered");
  await outboxEmpty(stage.env.DATABASE_URL ?? "");
  return { stage, portal };
}

/** A target for each page and its floors, in the pages' order. */
async function targetsFor(pages: Weighed[], floor: Server, bare?: Server) {
  return (await Promise.all(pages.map((page) => besideFloors(page, floor, bare)))).flat();
}

/** Those pages against (a), as a table. */
async function floorOnly(pages: Page[], rounds: number, seconds: number): Promise<string> {
  const { stage, portal } = await serving();
  const weighed = await weigh(pages, stage, portal);
  const queries = await queriesFor(weighed, stage);
  // Only the floor's dynamic page is asked for: its static one has the prospectus's size, as in a full run.
  const { floor } = await staticFloor(await sizeOf(portal.origin + PROSPECTUS));
  const costs = await measure(await targetsFor(weighed, floor), rounds, seconds);
  return againstFloor(
    weighed.map((page) => ({
      title: page.title,
      bytes: page.bytes,
      queries: queries.get(page.title) ?? Number.NaN,
      ...costsOf(page, costs),
    })),
  );
}

async function everything(write: boolean): Promise<void> {
  const began = Date.now();
  const { stage, portal } = await serving();
  say("Weighing the pages");
  const pages = await weigh(PAGES, stage, portal);
  const scripts = await Promise.all(pages.map(({ html }) => scriptsOf(portal.origin, html)));
  const uncached = { url: portal.origin + UNCACHED, headers: { accept: "text/html" }, pid: portal.pid };
  const uncachedSize = await sizeOf(uncached.url, uncached.headers);
  const queries = await queriesFor(pages, stage);

  say("Preparing the floors");
  const prospectus = pages[0]?.bytes ?? 0;
  const { floor, url: fixedUrl } = await staticFloor(prospectus);
  const targets = await targetsFor(pages, floor, await serveBare());
  // Beside the prospectus and its floors.
  const fixed = { name: "static", url: fixedUrl, pid: floor.pid };
  targets.splice(3, 0, fixed, { name: "own uncached", ...uncached });

  say(`Measuring: ${targets.length} targets, ${ROUNDS} rounds (some minutes)`);
  const costs = await measure(targets, ROUNDS, SECONDS);
  const cost = (name: string) => costs.get(name) ?? [];
  const figures: Figures = {
    rows: pages.map((page, i) => ({
      title: page.title,
      bytes: page.bytes,
      ...costsOf(page, costs),
      queries: queries.get(page.title) ?? Number.NaN,
      scripts: scripts[i] ?? { files: 0, bytes: 0, gzipBytes: 0 },
    })),
    policies: [
      { title: "(i) from the page cache", bytes: prospectus, costs: cost("own Prospectus") },
      { title: "(ii) rendered by Next with a nonce", bytes: uncachedSize, costs: cost("own uncached") },
      { title: "(iii) Next's static page", bytes: await sizeOf(fixedUrl), costs: cost("static") },
    ],
  };
  say("Making cohorts of 100 and 10,000 participants, and measuring the staff's pages");
  const staff = engagementInWords(await engagementCosts(stage, portal));
  say("Sending applications at once, and pulling the plug");
  const plug = submissionsInWords(await submissions());
  say("Searching among more and more people");
  const found = searchInWords(await searchTimes());
  const text = [`${inTables(figures)}\n${plug}`, staff, found].join("\n\n");
  say(`\n${machine()}\n\n${text}\n\nMeasured in ${elapsed(began)}.`);
  if (write) writeFigures(`${machine()}.\n\n${text}`);
}

async function profile(): Promise<string> {
  const { stage, portal } = await serving(inData("profile"));
  const pages = await weigh([OVERVIEW], stage, portal);
  await measure(
    pages.map(({ title, target }) => ({ name: title, ...target })),
    2,
    8,
  );
  return `The profile is in ${inData("profile")} once the server has stopped; browsers' developer tools open it.`;
}
