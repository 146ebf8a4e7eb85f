import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { rowsOf, withSession } from "../lib/databases";
import { PlainError } from "../lib/say";

/** What a page weighs: its HTML, its scripts, its questions to the database. */

export type Scripts = { files: number; bytes: number; gzipBytes: number };

/** A page's HTML, uncompressed, as the load generator asks for it. @throws PlainError unless the answer is 200. */
export async function htmlOf(url: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(url, {
    headers: { accept: "text/html", "accept-encoding": "identity", ...headers },
    redirect: "manual",
  });
  const html = await response.text();
  if (response.status !== 200) throw new PlainError(`${url} answers ${response.status} instead of 200.`);
  return html;
}

/** The size of a page's HTML in bytes. */
export async function sizeOf(url: string, headers?: Record<string, string>): Promise<number> {
  return Buffer.byteLength(await htmlOf(url, headers));
}

/** The scripts that a browser fetches to show the page for the first time; those for browsers of old are left out. */
export async function scriptsOf(origin: string, html: string): Promise<Scripts> {
  const paths = new Set<string>();
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/gi)) {
    if (/\bnomodule\b/i.test(tag)) continue;
    const isScript = /^<script/i.test(tag) || /\bas="script"|\brel="modulepreload"/i.test(tag);
    const path = /\b(?:src|href)="([^"]+)"/i.exec(tag)?.[1];
    if (isScript && path) paths.add(path.replaceAll("&amp;", "&"));
  }
  const total = { files: paths.size, bytes: 0, gzipBytes: 0 };
  for (const path of paths) {
    const response = await fetch(new URL(path, origin), { headers: { "accept-encoding": "identity" } });
    if (!response.ok) throw new PlainError(`${path} answers ${response.status} instead of 200.`);
    const body = Buffer.from(await response.arrayBuffer());
    total.bytes += body.length;
    total.gzipBytes += gzipSync(body).length;
  }
  return total;
}

const SAMPLES = 15;

/**
 * Statements that the portal's pool sends to the database for one request, transactions' BEGIN and COMMIT included:
 * PostgreSQL writes each into its log for a while. The commonest count of fifteen requests, so that a job that ran
 * meanwhile, or a session's five-minute mark, does not count.
 */
export async function queriesOf(
  server: { url: string; logFile: string },
  asks: { name: string; request: () => Promise<unknown> }[],
): Promise<Map<string, number>> {
  await logging(server.url, true);
  try {
    const found = new Map<string, number>();
    for (const { name, request } of asks) {
      await request();
      const counts: number[] = [];
      for (let sample = 0; sample < SAMPLES; sample++) {
        const before = logged(server.logFile);
        await request();
        await pause(40);
        counts.push(logged(server.logFile) - before);
      }
      found.set(name, commonest(counts));
    }
    return found;
  } finally {
    await logging(server.url, false);
  }
}

async function logging(url: string, on: boolean): Promise<void> {
  await withSession(url, async (session) => {
    await session.query(on ? "ALTER SYSTEM SET log_statement = 'all'" : "ALTER SYSTEM RESET log_statement");
    await session.query(
      on ? "ALTER SYSTEM SET log_line_prefix = '%a|'" : "ALTER SYSTEM RESET log_line_prefix",
    );
  });
  await rowsOf(url, "SELECT pg_reload_conf()");
  await pause(500);
}

/** lib/db.ts names its connections; pg-boss and the watch have names of their own. */
function logged(logFile: string): number {
  const lines = readFileSync(logFile, "utf8").match(/^npq-portal\|LOG: {2}(?:execute|statement)\b/gm);
  return lines?.length ?? 0;
}

function commonest(counts: number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].toSorted(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? Number.NaN;
}
