import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "@/lib/server/policy";
import { cacheKey, fetchedAhead, PublicPages, variant, withoutScripts } from "@/lib/server/public-pages";

const ask = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  cacheKey({ url, headers, method } as unknown as IncomingMessage, "portal-session");

describe("which requests the page cache may answer", () => {
  it.each(["/", "/programmes/npqel", "/programmes/npqel/route-map", "/privacy", "/webinars"])(
    "keeps %s",
    (url) => {
      expect(ask(url)).toBe(url);
    },
  );

  it("keeps a page per question that the page knows, in one order", () => {
    expect(ask("/programmes/npqel/route-map?module=2&cohort=spring-2025")).toBe(
      ask("/programmes/npqel/route-map?cohort=spring-2025&module=2"),
    );
  });

  it.each([
    ["a page for one person", "/dashboard", {}],
    ["a person who is signed in", "/", { cookie: "a=1; portal-session=abc" }],
    ["a question it does not know", "/?utm=1", {}],
    ["Next's own request for data", "/", { rsc: "1" }],
    ["a look-alike address", "/programmesx", {}],
    ["a form, which has a key of its own each time", "/webinars/0198f1c2-0000-7000-8000-000000000000", {}],
    ["a personal link", "/webinars/places/abc", {}],
  ])("leaves %s alone", (_, url, headers) => {
    expect(ask(url, headers as Record<string, string>)).toBeUndefined();
  });

  it("leaves writes alone", () => {
    expect(ask("/", {}, "POST")).toBeUndefined();
  });
});

describe("the page cache", () => {
  const html = "<p>first</p>";

  it("hands a stored page out for a minute, and not while changes cannot be heard", () => {
    let hears = true;
    const pages = new PublicPages(() => hears);
    pages.begin("/", () => 1_000)(html);
    expect(pages.find("/", 60_999)?.plain.toString()).toBe(html);
    expect(pages.find("/", 61_000)).toBeUndefined();
    hears = false;
    expect(pages.find("/", 2_000)).toBeUndefined();
  });

  it("does not keep what was rendered while the content changed", async () => {
    const pages = new PublicPages(() => true);
    const rendered = pages.begin("/", () => 0);
    const waiting = pages.underWay("/");
    pages.clear();
    rendered(html);
    expect((await waiting)?.plain.toString()).toBe(html);
    expect(pages.find("/", 1)).toBeUndefined();
  });

  it("lets those who wait go on when a page cannot be kept", async () => {
    const pages = new PublicPages(() => true);
    const rendered = pages.begin("/", () => 0);
    const waiting = pages.underWay("/");
    expect(rendered(Symbol("not a page") as unknown as string)).toBeUndefined();
    expect(await waiting).toBeUndefined();
    expect(pages.find("/", 1)).toBeUndefined();
  });

  it("lets those who wait go on when a rendering fails", async () => {
    const pages = new PublicPages(() => true);
    const rendered = pages.begin("/", () => 0);
    const waiting = pages.underWay("/");
    rendered(undefined);
    expect(await waiting).toBeUndefined();
    expect(pages.underWay("/")).toBeUndefined();
  });

  it("stays within its size", () => {
    const pages = new PublicPages(() => true);
    for (let i = 0; i < 450; i++) pages.begin(`/${i}`, () => 0)(html);
    expect(pages.find("/0", 1)).toBeUndefined();
    expect(pages.find("/449", 1)).toBeDefined();
  });

  it("sends what the browser can read", () => {
    const pages = new PublicPages(() => true);
    const page = pages.begin("/", () => 0)(html);
    if (!page) throw new Error("not stored");
    expect(variant(page, "gzip, br").coding).toBe("br");
    expect(variant(page, "gzip").coding).toBe("gzip");
    expect(variant(page, "").body.toString()).toBe(html);
  });
});

describe("taking scripts out", () => {
  it("takes inline scripts, files and links that fetch scripts ahead", () => {
    const page = `<head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/a.css"/><script src="/a.js" async=""></script></head><p>text</p><script>self.__next_f.push([1,"<b>"])</script><SCRIPT\n>x</SCRIPT >`;
    expect(withoutScripts(page)).toBe(`<head><link rel="stylesheet" href="/a.css"/></head><p>text</p>`);
  });
});

describe("what a browser may fetch ahead", () => {
  const font = `</_next/a.woff2>; rel=preload; as="font"; crossorigin=""; nonce="abc=="; type="font/woff2"`;
  const style = `</_next/b.css>; rel=preload; as="style"; nonce="abc=="`;
  const script = `</_next/c.js>; rel=preload; as="script"; nonce="abc=="`;

  it("keeps fonts and the stylesheet of Next's Link header, without the nonce of that rendering", () => {
    const kept = `</_next/a.woff2>; rel=preload; as="font"; crossorigin=""; type="font/woff2", </_next/b.css>; rel=preload; as="style"`;
    expect(fetchedAhead([font, style, script].join(", "))).toBe(kept);
    expect(fetchedAhead([font, style])).toBe(kept);
  });

  it("says nothing where there is nothing to fetch", () => {
    for (const header of [undefined, "", script]) expect(fetchedAhead(header)).toBeUndefined();
  });

  it("stays with the stored page, whose text is the same after each rendering", () => {
    const pages = new PublicPages(() => true);
    const page = (nonce: string) =>
      `<link rel="stylesheet" href="/b.css" nonce="${nonce}"/><p nonce="x">text</p>`;
    const first = pages.begin("/", () => 0)(page("one"), font);
    const second = pages.begin("/", () => 0)(page("two"), font);
    expect(first?.plain.toString()).toBe(`<link rel="stylesheet" href="/b.css"/><p nonce="x">text</p>`);
    expect(second?.etag).toBe(first?.etag);
    expect(pages.find("/", 1)?.ahead).toContain(`as="font"`);
    expect(pages.find("/", 1)?.ahead).not.toContain("nonce");
  });
});

describe("the policy", () => {
  it("never allows inline scripts, and a nonce only where there is one", () => {
    for (const policy of [
      contentSecurityPolicy({ https: true }),
      contentSecurityPolicy({ https: true, nonce: "abc" }),
    ]) {
      const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src")) ?? "";
      expect(scripts).not.toContain("unsafe");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
    }
    expect(contentSecurityPolicy({ https: false, nonce: "abc" })).toContain("'nonce-abc'");
    expect(contentSecurityPolicy({ https: false })).not.toContain("nonce");
  });
});
