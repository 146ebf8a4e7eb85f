import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "../../lib/db";
import { seedLargeCohort } from "../../prisma/seed/large";
import { rowsOf } from "../lib/databases";
import { PlainError, say } from "../lib/say";
import { outboxEmpty, prepareDatabase, type Stage, signIn } from "./database";
import { measureBriefly, middle, ratio, type Target } from "./load";
import { htmlOf, queriesOf } from "./pages";
import { type Server, servePortal } from "./servers";

/**
 * What the staff's pages cost as a cohort grows: the server's CPU beside the same page's of 100 people, and how long
 * one answer takes, the database's work included.
 */

const SIZES = [100, 1_000, 10_000];
const ROUNDS = 5;
const REQUESTS = 25;
/** Answers one after the other, of which the middle one counts. */
const ONE_BY_ONE = 9;

const SORTS = ["state", "group", "to_date", "overall", "forecast", "overdue", "last"];
/** Below a cohort's address; Today is asked for by who manages that cohort and no other. */
const TODAY = "Today";
const OVERVIEW = "overview";
const FILE = "a participant's file";
/** What a full run of the bench has, too. */
export const SHORT = ["participants", "heat-map", "alerts", OVERVIEW, TODAY, FILE];
/** With every order of the list. */
export const ALL = [...SHORT, ...SORTS.map((sort) => `participants?sort=${sort}`)];

export type EngagementCost = {
  view: string;
  people: number;
  cpuMs: number;
  /** Beside the same page with 100 people. */
  times: number;
  answerMs: number;
  queries: number;
};

export type EngagementFigures = { costs: EngagementCost[]; firstPages: { people: number; ms: number }[] };

type Cohort = { id: string; people: number; enrolmentId: string; manager: string };

/** A portal of its own with a cohort of each size. */
export async function engagementAlone(): Promise<EngagementFigures> {
  const stage = await prepareDatabase(SIZES[0] ?? 100);
  const portal = await servePortal(stage.env, stage.port);
  return engagementCosts(stage, portal, ALL);
}

/** The same on a portal that is there, which gets the cohorts that it lacks. */
export async function engagementCosts(
  stage: Stage,
  portal: Server,
  views: readonly string[] = SHORT,
): Promise<EngagementFigures> {
  const url = stage.env.DATABASE_URL ?? "";
  const cohorts = await cohortsOf(url);
  say("Waiting until the seed's e-mails are delivered");
  await outboxEmpty(url);
  const accept = { accept: "text/html" };
  const headers = new Map<string, Record<string, string>>();
  for (const { id, manager } of cohorts) headers.set(id, { ...accept, ...(await signIn(url, manager)) });
  const addressOf = ({ id, enrolmentId }: Cohort, view: string) => {
    if (view === TODAY) return "/staff";
    const page = { [OVERVIEW]: "", [FILE]: `/participants/${enrolmentId}` }[view] ?? `/${view}`;
    return `/staff/cohorts/${id}${page}`;
  };
  const pages = views.map((view) =>
    cohorts.map((cohort): Target & { view: string; people: number } => ({
      ...{ view, people: cohort.people, name: `${view} ${cohort.people}` },
      ...{ headers: headers.get(cohort.id) ?? {}, pid: portal.pid },
      url: portal.origin + addressOf(cohort, view),
    })),
  );
  // Nobody has looked today, and the timed work has not come by: the first page makes the day's summaries, or begins to.
  const firstPages: EngagementFigures["firstPages"] = [];
  for (const { url: page, headers: who, people } of pages[0] ?? [])
    firstPages.push({ people, ms: await took(() => htmlOf(page, who)) });
  await summariesMade(url, cohorts);
  const asks = pages
    .flat()
    .map(({ name, url: page, headers: who }) => ({ name, request: () => htmlOf(page, who) }));
  const queries = await queriesOf({ url, logFile: stage.logFile }, asks);
  const costs: EngagementCost[] = [];
  for (const targets of pages) {
    say(`Measuring ${targets[0]?.view}`);
    // Sizes that are compared stand beside each other in time.
    const measured = await measureBriefly(targets, ROUNDS, REQUESTS);
    const least = measured.get(targets[0]?.name ?? "") ?? [];
    for (const { name, view, people, url: page, headers: who } of targets) {
      const own = measured.get(name) ?? [];
      const answers: number[] = [];
      for (let nth = 0; nth < ONE_BY_ONE; nth++) answers.push(await took(() => htmlOf(page, who)));
      costs.push({
        ...{ view, people, cpuMs: middle(own, "cpuMsPerRequest") },
        times: ratio(own, least, "cpuMsPerRequest"),
        answerMs: answers.toSorted((a, b) => a - b)[ONE_BY_ONE >> 1] ?? Number.NaN,
        queries: queries.get(name) ?? Number.NaN,
      });
    }
  }
  return { costs, firstPages };
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** A cohort of each size, made where there is none, each with a manager of its own. */
async function cohortsOf(url: string): Promise<Cohort[]> {
  openDatabase(url);
  const found = new Map((await measuringCohorts(url)).map((cohort) => [cohort.people, cohort]));
  for (const size of SIZES) if (!found.has(size)) await seedLargeCohort(size, say);
  await rowsOf(url, "VACUUM ANALYZE");
  const cohorts = (await measuringCohorts(url)).filter(({ people }) => SIZES.includes(people));
  return Promise.all(
    cohorts.map(async (cohort) => {
      const manager = `manager.of.${cohort.people}@example.org`;
      await rowsOf(url, MAKE_MANAGER, [manager, cohort.id]);
      return { ...cohort, manager };
    }),
  );
}

const measuringCohorts = (url: string) =>
  rowsOf<Omit<Cohort, "manager">>(
    url,
    `SELECT c.id, count(*)::int AS people, min(e.id::text) AS "enrolmentId"
     FROM "Cohort" c JOIN "Enrolment" e ON e."cohortId" = c.id
     WHERE c.slug LIKE 'measuring-%' GROUP BY c.id ORDER BY people`,
  );

const MAKE_MANAGER = `
  WITH who AS (
    INSERT INTO "User" ("id", "email", "name", "createdAt") VALUES (gen_random_uuid(), $1, 'Marion Keel', now())
    RETURNING "id")
  INSERT INTO "RoleAssignment" ("id", "userId", "role", "cohortId", "grantedAt")
  SELECT gen_random_uuid(), who."id", 'cohort_manager', $2::uuid, now() FROM who`;

/** Waits until what the first pages have begun is done: it would count as the pages'. */
async function summariesMade(url: string, cohorts: readonly Cohort[]): Promise<void> {
  const open = `SELECT count(*)::int AS n FROM unnest($1::uuid[]) AS c(id)
    WHERE NOT EXISTS (SELECT 1 FROM "EngagementDay" d WHERE d."cohortId" = c.id AND d.day IS NOT NULL)`;
  for (const until = Date.now() + 120_000; Date.now() < until; await pause(200)) {
    const [row] = await rowsOf<{ n: number }>(url, open, [cohorts.map(({ id }) => id)]);
    if (row?.n === 0) return;
  }
  throw new PlainError("The summaries of the cohorts are not made after two minutes.");
}

/** The limit is on the list, in whatever order. */
const LIMIT = 1.3;

export function engagementInWords({ costs, firstPages }: EngagementFigures): string {
  const rows = costs.map(
    ({ view, people, cpuMs, times, answerMs, queries }) =>
      `| ${view} | ${people.toLocaleString("en-GB")} | ${cpuMs.toFixed(1)} | ${times.toFixed(2)} | ${answerMs.toFixed(0)} | ${queries} |`,
  );
  const most = Math.max(
    ...costs.filter(({ view }) => view.startsWith("participants")).map(({ times }) => times),
  );
  const first = firstPages.map(({ people, ms }) => `${people.toLocaleString("en-GB")}: ${ms.toFixed(0)} ms`);
  return [
    "| Staff's page | participants | CPU ms | ÷ 100's | one answer, ms | queries |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
    "",
    `- List of participants, CPU beside 100: at most ${most.toFixed(2)}, wanted ${LIMIT} at most: ${most <= LIMIT ? "met" : "not met"}`,
    `- The day's first page, before the timed work: ${first.join(", ")}`,
  ].join("\n");
}
