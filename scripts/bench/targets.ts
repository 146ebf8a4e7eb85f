import { feedPath, type Stage, signIn } from "./database";
import { calibrated } from "./floor-size";
import type { Cost, Target } from "./load";
import { htmlOf, queriesOf } from "./pages";
import { DASHBOARD } from "./report";
import type { Server } from "./servers";

/** The pages that are measured, and what stands beside each. */

export type Page = {
  title: string;
  /** A path, or what makes one in the database of this run. */
  path: string | ((databaseUrl: string) => Promise<string>);
  /** Whose session; undefined for a visitor. */
  who?: string;
  /** Set where bare Node is compared too. */
  bare?: true;
};

const participant = "amara.okafor@example.org";
const manager = "ruth.calder@example.org";

export const PROSPECTUS = "/programmes/npqel";
export const OVERVIEW: Page = { title: DASHBOARD, path: "/dashboard", who: participant, bare: true };

/** What a participant opens most. */
export const PARTICIPANT: Page[] = [
  OVERVIEW,
  { title: "Personal route map", path: "/dashboard/route-map", who: participant },
  { title: "Learning audits compared", path: "/dashboard/learning-audits/compare/1", who: participant },
  { title: "Calendar feed", path: (databaseUrl) => feedPath(databaseUrl, participant) },
];

/** The prospectus first: it is compared with itself in three ways. */
export const PAGES: Page[] = [
  { title: "Prospectus", path: PROSPECTUS, bare: true },
  ...PARTICIPANT,
  { title: "Staff cohort list", path: "/staff/cohorts", who: manager, bare: true },
];

/** A page as it is asked for, and what was found when it was asked for once. */
export type Weighed = {
  title: string;
  bare: boolean;
  target: Omit<Target, "name">;
  html: string;
  bytes: number;
};

/** Asks for each page once, signed in as its person. */
export async function weigh(pages: Page[], stage: Stage, portal: Server): Promise<Weighed[]> {
  const databaseUrl = stage.env.DATABASE_URL ?? "";
  const weighed: Weighed[] = [];
  for (const { title, path, who, bare = false } of pages) {
    const url = portal.origin + (typeof path === "string" ? path : await path(databaseUrl));
    const headers = { accept: "text/html", ...(who ? await signIn(databaseUrl, who) : {}) };
    const html = await htmlOf(url, headers);
    weighed.push({
      title,
      bare,
      target: { url, headers, pid: portal.pid },
      html,
      bytes: Buffer.byteLength(html),
    });
  }
  return weighed;
}

/** The statements that each of the pages takes, by title. */
export function queriesFor(pages: Weighed[], stage: Stage): Promise<Map<string, number>> {
  const asks = pages.map(({ title, target }) => ({
    name: title,
    request: () => htmlOf(target.url, target.headers),
  }));
  return queriesOf({ url: stage.env.DATABASE_URL ?? "", logFile: stage.logFile }, asks);
}

/** A page and its floors as neighbours: what is compared stands side by side in time. */
export async function besideFloors(
  { title, bare: withBare, target, bytes }: Weighed,
  floor: Server,
  bare?: Server,
): Promise<Target[]> {
  const targets: Target[] = [
    { name: `own ${title}`, ...target },
    { name: `floor ${title}`, url: await calibrated(floor.origin, bytes), pid: floor.pid },
  ];
  if (withBare && bare)
    targets.push({ name: `bare ${title}`, url: `${bare.origin}/?bytes=${bytes}`, pid: bare.pid });
  return targets;
}

/** What the page and its floors cost, from all that was measured. */
export function costsOf({ title, bare }: Weighed, costs: Map<string, Cost[]>) {
  const cost = (kind: string) => costs.get(`${kind} ${title}`) ?? [];
  return { own: cost("own"), floor: cost("floor"), ...(bare ? { bare: cost("bare") } : {}) };
}
