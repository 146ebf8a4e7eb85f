import { openDatabase } from "../../lib/db";
import { administrator } from "../../prisma/seed/cast";
import { seedLargeCohort } from "../../prisma/seed/large";
import { rowsOf } from "../lib/databases";
import { say } from "../lib/say";
import { outboxEmpty, prepareDatabase, signIn } from "./database";
import { measureBriefly, middle, ratio, type Target } from "./load";
import { htmlOf, queriesOf } from "./pages";
import { servePortal } from "./servers";

/** What the staff's pages of engagement cost as a cohort grows: the server's CPU beside the same page's of 100 people. */

const SIZES = [100, 1_000, 10_000];
const ROUNDS = 7;
const REQUESTS = 40;

const SORTS = ["state", "group", "to_date", "overall", "forecast", "overdue", "last"];
/** Every order both ways, every filter, and the other two pages. */
const VIEWS = [
  "participants",
  "participants?dir=desc",
  ...SORTS.flatMap((sort) => [`participants?sort=${sort}`, `participants?sort=${sort}&dir=desc`]),
  ...["any", "unreachable", "below", "overdue", "quiet"].map((show) => `participants?show=${show}`),
  ...["participants?state=active", "participants?group=none", "participants?q=ada"],
  "alerts",
  "heat-map",
];

export type EngagementCost = {
  view: string;
  people: number;
  cpuMs: number;
  /** Beside the same page with 100 people. */
  times: number;
  queries: number;
};

export async function engagementCosts(): Promise<EngagementCost[]> {
  const stage = await prepareDatabase(SIZES[0] ?? 100);
  const url = stage.env.DATABASE_URL ?? "";
  openDatabase(url);
  for (const size of SIZES.slice(1)) await seedLargeCohort(size, say);
  await rowsOf(url, "VACUUM ANALYZE");
  const portal = await servePortal(stage.env, stage.port);
  const headers = { accept: "text/html", ...(await signIn(url, administrator.email)) };
  say("Waiting until the seed's e-mails are delivered");
  await outboxEmpty(url);
  const cohorts = await rowsOf<{ id: string; people: number }>(
    url,
    `SELECT c.id, count(*)::int AS people FROM "Cohort" c JOIN "Enrolment" e ON e."cohortId" = c.id
     WHERE c.slug LIKE 'measuring-%' GROUP BY c.id ORDER BY people`,
  );
  const pages = VIEWS.map((view) =>
    cohorts.map(({ id, people }): Target & { view: string; people: number } => ({
      ...{ view, people, name: `${view} ${people}`, headers, pid: portal.pid },
      url: `${portal.origin}/staff/cohorts/${id}/${view}`,
    })),
  );
  // The first page makes the day's summaries.
  for (const target of pages[0] ?? []) {
    const began = Date.now();
    await htmlOf(target.url, headers);
    say(`The day's first page of ${target.people}: ${Date.now() - began} ms`);
  }
  const asks = pages.flat().map(({ name, url: page }) => ({ name, request: () => htmlOf(page, headers) }));
  const queries = await queriesOf({ url, logFile: stage.logFile }, asks);
  const costs: EngagementCost[] = [];
  for (const targets of pages) {
    say(`Measuring ${targets[0]?.view}`);
    // Sizes that are compared stand beside each other in time.
    const measured = await measureBriefly(targets, ROUNDS, REQUESTS);
    const least = measured.get(targets[0]?.name ?? "") ?? [];
    for (const { name, view, people } of targets) {
      const own = measured.get(name) ?? [];
      costs.push({
        ...{ view, people, cpuMs: middle(own, "cpuMsPerRequest") },
        times: ratio(own, least, "cpuMsPerRequest"),
        queries: queries.get(name) ?? Number.NaN,
      });
    }
  }
  return costs;
}

export function engagementInWords(costs: readonly EngagementCost[]): string {
  const rows = costs.map(
    ({ view, people, cpuMs, times, queries }) =>
      `| ${view} | ${people.toLocaleString("en-GB")} | ${cpuMs.toFixed(1)} ms | ${times.toFixed(2)} | ${queries} |`,
  );
  const head = "| page of a cohort | participants | server CPU | beside 100 | queries |";
  return [head, "| --- | ---: | ---: | ---: | ---: |", ...rows].join("\n");
}
