import { outboxEmpty, prepareDatabase, signIn } from "./bench/database";
import { engagementCosts, engagementInWords } from "./bench/engagement";
import { calibrated, staticFloor } from "./bench/floor-size";
import { measure, middle, ratio, type Target } from "./bench/load";
import { htmlOf, queriesOf, scriptsOf, sizeOf } from "./bench/pages";
import { type Figures, inTables, machine, writeFigures } from "./bench/report";
import { searchInWords, searchTimes } from "./bench/search";
import { serveBare, servePortal } from "./bench/servers";
import { submissions, submissionsInWords } from "./bench/submissions";
import { ensureBuild } from "./lib/build";
import { command } from "./lib/command";
import { inData } from "./lib/paths";
import { elapsed, PlainError, say } from "./lib/say";

/**
 * npm run bench — measures the built portal against what Next and Node can do at best; docs/benchmarks.md says how
 * to read it.
 *   --write    puts the figures into docs/benchmarks.md
 *   --profile  loads the dashboard only and leaves a CPU profile of the server
 *   --built    takes the build that is there, whatever has changed since
 *   --submissions  sends applications at once and kills the portal in their midst, and nothing else
 *   --engagement  measures the staff's pages of engagement with 100, 1,000 and 10,000 participants, and nothing else
 *   --search  measures the staff's one box over more and more people, and nothing else
 *   --dashboard  measures the dashboard against (a) only, in more and shorter rounds: for working on it
 */

const FLAGS = ["--write", "--profile", "--built", "--dashboard", "--submissions", "--search", "--engagement"];
const PARTICIPANTS = 1000;
const ROUNDS = 11;
const SECONDS = 1;

const PAGES = [
  { title: "Prospectus", path: "/programmes/npqel", who: undefined },
  { title: "Participant's dashboard", path: "/dashboard", who: "amara.okafor@example.org" },
  { title: "Staff cohort list", path: "/staff/cohorts", who: "ruth.calder@example.org" },
];
/** A question that the page cache does not know, so that Next renders the page for each request. */
const UNCACHED = "/programmes/npqel?uncached=1";

command(async () => {
  const flags = new Set(process.argv.slice(2));
  for (const flag of flags)
    if (!FLAGS.includes(flag)) throw new PlainError(`bench takes ${FLAGS.join(", ")}, not ${flag}.`);
  if (process.platform !== "linux")
    throw new PlainError("The bench reads CPU times from /proc: it needs Linux.");
  const began = Date.now();
  if (flags.has("--search")) {
    say(searchInWords(await searchTimes()));
    return 0;
  }
  if (!flags.has("--built")) await ensureBuild();
  if (flags.has("--submissions")) {
    say(submissionsInWords(await submissions()));
    return 0;
  }
  if (flags.has("--engagement")) {
    say(engagementInWords(await engagementCosts()));
    return 0;
  }
  const stage = await prepareDatabase(PARTICIPANTS);
  const portal = await servePortal(
    stage.env,
    stage.port,
    flags.has("--profile") ? inData("profile") : undefined,
  );
  const pages = await Promise.all(
    PAGES.map(async ({ title, path, who }) => {
      const headers = {
        accept: "text/html",
        ...(who ? await signIn(stage.env.DATABASE_URL ?? "", who) : {}),
      };
      return { title, url: portal.origin + path, headers, pid: portal.pid };
    }),
  );
  say("Waiting until the seed's e-mails are delivered");
  await outboxEmpty(stage.env.DATABASE_URL ?? "");
  if (flags.has("--profile")) return profile(pages[1]);

  say("Weighing the pages");
  const htmls = await Promise.all(pages.map(({ url, headers }) => htmlOf(url, headers)));
  const sizes = htmls.map((html) => Buffer.byteLength(html));
  const scripts = await Promise.all(htmls.map((html) => scriptsOf(portal.origin, html)));
  const uncached = {
    title: "uncached",
    url: portal.origin + UNCACHED,
    headers: { accept: "text/html" },
    pid: portal.pid,
  };
  const uncachedSize = await sizeOf(uncached.url, uncached.headers);
  const asks = pages.map(({ title, url, headers }) => ({ name: title, request: () => htmlOf(url, headers) }));
  const database = { url: stage.env.DATABASE_URL ?? "", logFile: stage.logFile };
  const queries = await queriesOf(database, asks);

  say("Preparing the floors");
  const { floor, url: fixedUrl } = await staticFloor(sizes[0] ?? 0);
  if (flags.has("--dashboard"))
    return dashboardOnly(pages[1], await calibrated(floor.origin, sizes[1] ?? 0), floor.pid);
  const bare = await serveBare();
  // Neighbours are compared: each page stands beside its floors.
  const targets: Target[] = [];
  for (const [i, { title, ...page }] of pages.entries()) {
    const bytes = sizes[i] ?? 0;
    targets.push({ name: `own ${title}`, ...page });
    targets.push({ name: `floor ${title}`, url: await calibrated(floor.origin, bytes), pid: floor.pid });
    targets.push({ name: `bare ${title}`, url: `${bare.origin}/?bytes=${bytes}`, pid: bare.pid });
    if (i === 0)
      targets.push({ name: "static", url: fixedUrl, pid: floor.pid }, { ...uncached, name: "own uncached" });
  }

  say(`Measuring: ${targets.length} targets, ${ROUNDS} rounds (some minutes)`);
  const costs = await measure(targets, ROUNDS, SECONDS);
  const cost = (name: string) => costs.get(name) ?? [];
  const figures: Figures = {
    rows: pages.map(({ title }, i) => ({
      title,
      bytes: sizes[i] ?? 0,
      own: cost(`own ${title}`),
      floor: cost(`floor ${title}`),
      bare: cost(`bare ${title}`),
      queries: queries.get(title) ?? Number.NaN,
      scripts: scripts[i] ?? { files: 0, bytes: 0, gzipBytes: 0 },
    })),
    policies: [
      { title: "(i) from the page cache", bytes: sizes[0] ?? 0, costs: cost("own Prospectus") },
      { title: "(ii) rendered by Next with a nonce", bytes: uncachedSize, costs: cost("own uncached") },
      { title: "(iii) Next's static page", bytes: await sizeOf(fixedUrl), costs: cost("static") },
    ],
  };
  say("Sending applications at once, and pulling the plug");
  const text = `${inTables(figures)}\n${submissionsInWords(await submissions())}`;
  say(`\n${machine()}\n\n${text}\n\nMeasured in ${elapsed(began)}.`);
  if (flags.has("--write")) writeFigures(`${machine()}.\n\n${text}`);
  return 0;
});

/** Twenty-one short rounds of the dashboard and its floor, one after the other. */
async function dashboardOnly(
  page: Omit<Target, "name"> | undefined,
  floorUrl: string,
  pid: number,
): Promise<number> {
  if (!page) return 1;
  const targets = [
    { name: "own", ...page },
    { name: "floor", url: floorUrl, pid },
  ];
  const costs = await measure(targets, 21, 0.7);
  const [own, floor] = [costs.get("own") ?? [], costs.get("floor") ?? []];
  const figure = "cpuMsPerRequest";
  say(
    `${middle(own, figure).toFixed(2)} ms against ${middle(floor, figure).toFixed(2)}: ${ratio(own, floor, figure).toFixed(2)}`,
  );
  return 0;
}

async function profile(
  page: { url: string; headers: Record<string, string>; pid: number } | undefined,
): Promise<number> {
  if (page) await measure([{ name: "dashboard", ...page }], 2, 8);
  say(
    `The profile is in ${inData("profile")} once the server has stopped; browsers' developer tools open it.`,
  );
  return 0;
}
