import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { errorFacts, log } from "../log";

/**
 * The page cache for the public pages: what Next rendered once, kept ready to send.
 *
 * A page enters it without its scripts: public pages need none, so the policy on them allows no inline script
 * at all. An entry is dropped when the database tells of a change to public content, and in any case after a
 * minute, because "apply by" and "opens on" move with the clock.
 */

export type StoredPage = {
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
  etag: string;
  /** What the browser may fetch ahead: fonts, the stylesheet. The value of a Link header. */
  ahead: string | undefined;
  storedAt: number;
};

const KEEP_MS = 60_000;
const MOST = 400;
const PUBLIC_PATH = /^\/(?:$|programmes(?:\/|$)|webinars$|privacy$|accessibility$|cookies$)/;
/** The only questions a public address may carry; others are not cached, so that nobody can fill the cache. */
const QUESTIONS = new Set(["cohort", "module", "mode"]);

/** The key of a request that the cache may answer, or undefined. People who are signed in get their own page. */
export function cacheKey(request: IncomingMessage, sessionCookie: string): string | undefined {
  if (request.method !== "GET" && request.method !== "HEAD") return undefined;
  const { rsc, cookie, "next-router-prefetch": prefetch, "next-action": action } = request.headers;
  if (rsc || prefetch || action || cookie?.includes(`${sessionCookie}=`)) return undefined;
  const [path = "", query = ""] = (request.url ?? "").split("?");
  if (!PUBLIC_PATH.test(path)) return undefined;
  if (!query) return path;
  const asked = new URLSearchParams(query);
  if ([...asked].some(([name, value]) => !QUESTIONS.has(name) || value.length > 40)) return undefined;
  asked.sort();
  return `${path}?${asked}`;
}

/**
 * Takes every script out, the links that fetch scripts ahead, and the nonce of that one rendering. What stays is the
 * page, and the facts for search engines, which no browser runs.
 */
export function withoutScripts(html: string): string {
  return html
    .replace(/<script\b(?![^>]*\btype="application\/ld\+json")[^>]*>[\s\S]*?<\/script\s*>/gi, "")
    .replace(/<link\b[^>]*\bas="script"[^>]*>/gi, "")
    .replace(/<link\b[^>]*\brel="modulepreload"[^>]*>/gi, "")
    .replace(/(<link\b[^>]*?) nonce="[^"]*"/gi, "$1");
}

/** The Link header that Next gave a page, for keeping: without scripts and without the nonce of that one rendering. */
export function fetchedAhead(header: number | string | string[] | undefined): string | undefined {
  const links = [header ?? []].flat().flatMap((value) => String(value).split(/,\s*(?=<)/));
  const kept = links.filter((link) => /;\s*as="?(?:font|style)\b/.test(link));
  return kept.map((link) => link.replace(/;\s*nonce="[^"]*"/g, "")).join(", ") || undefined;
}

export class PublicPages {
  private pages = new Map<string, StoredPage>();
  private rendering = new Map<string, Promise<StoredPage | undefined>>();
  private generation = 0;

  /** `mayKeep` says whether changes can be heard at the moment; while not, nothing is served from here. */
  constructor(private readonly mayKeep: () => boolean) {}

  /** The page under that key, if it is there and still good. */
  find(key: string, at: number): StoredPage | undefined {
    if (!this.mayKeep()) return undefined;
    const page = this.pages.get(key);
    return page && at - page.storedAt < KEEP_MS ? page : undefined;
  }

  /** The rendering of that page that is under way, so that a crowd waits for one. */
  underWay(key: string): Promise<StoredPage | undefined> | undefined {
    return this.mayKeep() ? this.rendering.get(key) : undefined;
  }

  /** Announces a rendering; the returned function takes its HTML and Link header, or nothing when it failed. */
  begin(
    key: string,
    at: () => number,
  ): (html: string | undefined, links?: number | string | string[]) => StoredPage | undefined {
    const { promise, resolve } = Promise.withResolvers<StoredPage | undefined>();
    const generation = this.generation;
    this.rendering.set(key, promise);
    return (html, links) => {
      if (this.rendering.get(key) === promise) this.rendering.delete(key);
      const page = html === undefined ? undefined : stored(html, at(), links);
      // A change that came while this was rendered makes it old news: sent once, not kept.
      if (page && generation === this.generation) this.keep(key, page);
      resolve(page);
      return page;
    };
  }

  private keep(key: string, page: StoredPage): void {
    this.pages.delete(key);
    this.pages.set(key, page);
    const oldest = this.pages.keys().next().value;
    if (this.pages.size > MOST && oldest !== undefined) this.pages.delete(oldest);
  }

  /** Drops everything: public content changed. */
  clear(): void {
    this.generation++;
    this.pages.clear();
    this.rendering.clear();
  }
}

/** A page as the cache keeps it: without scripts, in every coding that browsers read. */
export function store(html: string, storedAt: number, links?: number | string | string[]): StoredPage {
  const plain = Buffer.from(withoutScripts(html));
  return {
    plain,
    gzip: gzipSync(plain, { level: 9 }),
    brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
    ahead: fetchedAhead(links),
    storedAt,
  };
}

/** The same, or nothing when it did not work out: whoever waits for the page then gets it as Next made it. */
function stored(...page: Parameters<typeof store>): StoredPage | undefined {
  try {
    return store(...page);
  } catch (error) {
    log.error({ event: "public_page.not_kept", error: errorFacts(error) });
    return undefined;
  }
}

/** The variant for that Accept-Encoding, with the name of its coding. */
export function variant(page: StoredPage, accepts: string): { body: Buffer; coding?: "br" | "gzip" } {
  if (/\bbr\b/.test(accepts)) return { body: page.brotli, coding: "br" };
  if (/\bgzip\b/.test(accepts)) return { body: page.gzip, coding: "gzip" };
  return { body: page.plain };
}
