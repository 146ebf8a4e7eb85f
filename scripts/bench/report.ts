import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release } from "node:os";
import { inRoot } from "../lib/paths";
import { PlainError } from "../lib/say";
import { type Cost, middle, ratio } from "./load";
import type { Scripts } from "./pages";

/** The figures in words and tables, for the terminal and for docs/benchmarks.md. */

export type Row = {
  title: string;
  bytes: number;
  /** Every cost: one a round, those of a round beside one another in time. */
  own: Cost[];
  /** Next's dynamic page of the same size, without data. */
  floor: Cost[];
  /** Bare Node sending as many bytes, where it is compared. */
  bare?: Cost[];
  queries: number;
  scripts: Scripts;
};

/** The page that has a limit on what it costs. */
export const DASHBOARD = "Participant's overview";

export type Figures = { rows: Row[]; policies: { title: string; bytes: number; costs: Cost[] }[] };

const two = (value: number) => value.toFixed(2);
const kB = (bytes: number) => (bytes / 1000).toFixed(1);
const rate = (value: number) => Math.round(value).toLocaleString("en-GB");

/** A table in Markdown, its columns lined up so that it can be read in a terminal. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** Pages against (a) only. */
export function againstFloor(
  rows: (Pick<Row, "title" | "bytes" | "own" | "floor"> & { queries: number })[],
): string {
  return table(
    ["Page", "HTML kB", "CPU ms", "(a)'s CPU ms", "CPU ÷ (a)", "rate ÷ (a)", "queries"],
    rows.map(({ title, bytes, own, floor, queries }) => [
      title,
      kB(bytes),
      two(middle(own, "cpuMsPerRequest")),
      two(middle(floor, "cpuMsPerRequest")),
      two(ratio(own, floor, "cpuMsPerRequest")),
      two(ratio(own, floor, "requestsPerSecond")),
      String(queries),
    ]),
  );
}

/** The tables and what they say about the limits that were set. */
export function inTables({ rows, policies }: Figures): string {
  const main = table(
    ["Page", "HTML kB", "requests/s", "CPU ms", "CPU ÷ (a)", "rate ÷ (a)", "CPU ÷ (b)", "rate ÷ (b)"],
    rows.map(({ title, bytes, own, floor, bare }) => [
      title,
      kB(bytes),
      rate(middle(own, "requestsPerSecond")),
      two(middle(own, "cpuMsPerRequest")),
      two(ratio(own, floor, "cpuMsPerRequest")),
      two(ratio(own, floor, "requestsPerSecond")),
      bare ? two(ratio(own, bare, "cpuMsPerRequest")) : "",
      bare ? two(ratio(own, bare, "requestsPerSecond")) : "",
    ]),
  );
  const weights = table(
    ["Page", "queries", "scripts", "JavaScript kB", "gzipped kB"],
    rows.map(({ title, queries, scripts }) => [
      title,
      String(queries),
      String(scripts.files),
      kB(scripts.bytes),
      kB(scripts.gzipBytes),
    ]),
  );
  const fixed = policies.at(-1)?.costs ?? [];
  const ways = table(
    ["The prospectus", "HTML kB", "requests/s", "CPU ms", "rate ÷ (iii)", "CPU ÷ (iii)"],
    policies.map(({ title, bytes, costs }) => [
      title,
      kB(bytes),
      rate(middle(costs, "requestsPerSecond")),
      two(middle(costs, "cpuMsPerRequest")),
      two(ratio(costs, fixed, "requestsPerSecond")),
      two(ratio(costs, fixed, "cpuMsPerRequest")),
    ]),
  );
  return [main, weights, ways, verdicts({ rows, policies })].join("\n\n");
}

/** The limits that were set for the pages, met or not. */
function verdicts({ rows, policies }: Figures): string {
  const dashboard = rows.find(({ title }) => title === DASHBOARD);
  if (!dashboard) return "";
  const cached = ratio(policies[0]?.costs ?? [], policies.at(-1)?.costs ?? [], "requestsPerSecond");
  const cpu = ratio(dashboard.own, dashboard.floor, "cpuMsPerRequest");
  const line = (what: string, value: number, limit: string, met: boolean) =>
    `- ${what}: ${two(value)}, wanted ${limit}: ${met ? "met" : "not met"}`;
  return [
    line("Dashboard, CPU ÷ (a)", cpu, "1.50 at most", cpu <= 1.5),
    line("Prospectus, rate ÷ Next's static page", cached, "0.90 at least", cached >= 0.9),
  ].join("\n");
}

/** What the figures were taken on. */
export function machine(): string {
  const model = cpus()[0]?.model ?? "unknown processor";
  return `${cpus().length} cores (${model}), Linux ${release().split("-")[0]}, Node ${process.versions.node}`;
}

const BEGIN = "<!-- figures: npm run bench -- --write -->";
const END = "<!-- end of figures -->";

/** Puts the figures between the markers of docs/benchmarks.md. */
export function writeFigures(text: string): void {
  const path = inRoot("docs", "benchmarks.md");
  const page = readFileSync(path, "utf8");
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined)
    throw new PlainError("docs/benchmarks.md has lost the marks between which the figures go.");
  writeFileSync(path, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
}
