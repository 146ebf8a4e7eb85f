import { expect, test } from "@playwright/test";
import * as cast from "../../prisma/seed/cast";
import {
  type Answer,
  ask,
  asPage,
  expectPolicy,
  flight,
  fromHere,
  HOST,
  multipart,
  nonceOf,
  raw,
} from "./support/http";
import { ORIGIN } from "./support/matrix-people";
import { cookieOf } from "./support/people";

/** The headers of every kind of answer, and that no request can talk the portal out of them (checklist, 31 to 35). */

/** One of each kind of answer that the portal gives, with its status. */
const KINDS: [string, number, () => Promise<Answer>][] = [
  ["a page from the cache", 200, () => ask("/")],
  ["the head of one", 200, () => ask("/", { method: "HEAD" })],
  ["a page from the cache that the browser has", 304, unchanged],
  ["a public page that Next renders", 200, () => ask("/?utm=1")],
  ["the sign-in page", 200, () => ask("/sign-in")],
  ["a page for one person", 200, async () => ask("/dashboard", { headers: await participant() })],
  ["a page as the router fetches it", 200, () => flight("/sign-in")],
  ["a page that is not there", 404, () => ask("/no-such-page", { headers: asPage })],
  [
    "one that is somebody else's",
    404,
    async () => ask("/staff", { headers: { ...asPage, ...(await participant()) } }),
  ],
  ["a file that is not there", 404, () => ask("/_next/static/chunks/none.js")],
  ["the way to sign in", 307, () => ask("/dashboard")],
  ["the way to an address's usual form", 308, () => ask("/programmes/npqel/")],
  [
    "the way to the portal's own name",
    308,
    () => ask("/", { headers: { host: HOST.replace("localhost", "127.0.0.1") } }),
  ],
  ["a script", 200, () => fileOf(/\/_next\/static\/[^"]+\.js/)],
  ["a style sheet", 200, () => fileOf(/\/_next\/static\/[^"]+\.css/)],
  ["a font", 200, () => fileOf(/\/_next\/static\/[^"]+\.woff2/)],
  ["the icon", 200, () => fileOf(/\/icon\.svg[^"]*/)],
  ["a picture made smaller", 400, () => ask("/_next/image?url=%2Ficon.svg&w=64&q=75")],
  ["health", 200, () => ask("/api/health/live")],
  ["next-auth's token", 200, () => ask("/api/auth/csrf")],
  ["a route that next-auth would have", 404, () => ask("/api/auth/session")],
  ["signing out", 303, () => ask("/sign-out", { method: "POST", headers: fromHere, body: "" })],
  ["a form without an action", 400, () => ask("/sign-in", multipart([["email", "nobody"]]))],
  ["an action that is not known", 409, () => action("40".padEnd(42, "0"))],
  ["an action that cannot be", 400, () => action("nonsense")],
  ["a form that cannot be read", 400, () => ask("/sign-in", { ...multipart([]), body: "nonsense" })],
  ["an address that cannot be read", 400, () => ask("/%E0%A4%A")],
  ["a form from elsewhere", 403, () => ask("/sign-in", { method: "POST", body: "" })],
  ["another method", 405, () => ask("/", { method: "PUT", headers: fromHere })],
  [
    "another method of a handler",
    405,
    () => ask("/api/health/live", { method: "POST", headers: fromHere, body: "" }),
  ],
  [
    "a form without its length",
    411,
    () => ask("/sign-in", { method: "POST", headers: fromHere, chunked: true }),
  ],
  [
    "a form that is too long",
    413,
    () => ask("/sign-in", { method: "POST", headers: fromHere, body: "a".repeat(1_000_001) }),
  ],
  ["an endless address", 414, () => ask(`/${"a".repeat(5_000)}`)],
  ["an expectation", 417, () => ask("/", { headers: { expect: "the unexpected" } })],
  ["endless headers", 431, () => raw(`GET / HTTP/1.1\r\nHost: ${HOST}\r\nX: ${"a".repeat(20_000)}\r\n\r\n`)],
  ["what is no request", 400, () => raw("NONSENSE\r\n\r\n")],
  [
    "two lengths at once",
    400,
    () =>
      raw(
        `POST / HTTP/1.1\r\nHost: ${HOST}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      ),
  ],
  [
    "an upgrade",
    404,
    () => ask("/_next/webpack-hmr", { headers: { connection: "Upgrade", upgrade: "websocket" } }),
  ],
];

const participant = () => cookieOf("quentin.ashby@example.org");
/** An action called as the router calls it. */
function action(id: string): Promise<Answer> {
  const form = multipart([["0", "[]"]]);
  return ask("/sign-in", {
    ...form,
    headers: { ...form.headers, accept: "text/x-component", "next-action": id },
  });
}

async function unchanged(): Promise<Answer> {
  const { headers } = await ask("/");
  return ask("/", { headers: { "if-none-match": String(headers.etag) } });
}

/** The first file of that kind that the sign-in page or its style sheets name. */
async function fileOf(kind: RegExp): Promise<Answer> {
  const { text } = await ask("/sign-in");
  const sheet = /\/_next\/static\/[^"]+\.css/.exec(text)?.[0] ?? "";
  const named =
    kind.exec(text) ??
    kind.exec((await ask(sheet)).text.replaceAll(/\.\.\/(?=media)/g, "/_next/static/").replaceAll(")", '"'));
  return ask(named?.[0] ?? "/no-such-file");
}

for (const [what, status, get] of KINDS) {
  test(`${what} carries the policy`, async () => {
    const answer = await get();
    expect(answer.status).toBe(status);
    expectPolicy(answer, what);
  });
}

/** Scripts that browsers run, as against data for search engines. */
const EXECUTED = /<script\b(?![^>]*type="application\/ld\+json")[^>]*>/gi;

test("each page has a nonce of its own, on every script", async () => {
  const cookie = await participant();
  const pages = await Promise.all(
    ["/sign-in", "/sign-in", "/dashboard", "/dashboard", "/?utm=1", "/accessibility?a=b"].map((path) =>
      ask(path, { headers: { ...asPage, ...cookie } }),
    ),
  );
  expect(new Set(pages.map(nonceOf)).size).toBe(pages.length);
  for (const page of pages) {
    const scripts = page.text.match(EXECUTED) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(page)}"`);
    expect(page.text, "no script in an attribute").not.toMatch(/<[^>]+\s(on[a-z]+="|href="javascript:)/i);
    expect(page.text, "no style element").not.toMatch(/<style\b/i);
  }
});

test("pages from the cache hold no script, and their policy no nonce", async () => {
  for (const path of [
    "/",
    "/programmes/npqel",
    "/programmes/npqel/route-map?module=1",
    "/privacy",
    "/cookies",
  ]) {
    const page = await ask(path);
    expect(page.text, path).not.toMatch(EXECUTED);
    expect(page.text, path).not.toMatch(/<[^>]+\s(on[a-z]+="|rel="(modulepreload|prefetch)")/i);
    expect(nonceOf(page), path).toBeUndefined();
  }
});

const FORGED: Record<string, string>[] = [
  { "content-security-policy": "script-src 'unsafe-inline' 'nonce-forged'" },
  { "content-security-policy-report-only": "script-src 'nonce-forged'" },
  { "x-nonce": "forged" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { "next-router-prefetch": "1" },
  { "next-router-segment-prefetch": "/_tree", rsc: "1", "next-router-prefetch": "1" },
  { "next-router-state-tree": "%5B%22forged%22%5D" },
  { "next-router-state-tree": "%7Bnonsense", rsc: "1" },
  { "next-router-state-tree": "%5B%22forged%22%5D", rsc: "1" },
  { "next-router-state-tree": "%5B%22forged%22%2C%7B%22a%22%3A7%7D%5D", rsc: "1" },
  { purpose: "prefetch", "sec-purpose": "prefetch" },
  { "x-middleware-prefetch": "1" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-rewrite": "/forged", "x-middleware-next": "1", "x-middleware-set-cookie": "forged=1" },
  { "x-forwarded-host": "forged.example", "x-forwarded-proto": "https", "x-forwarded-port": "443" },
  { forwarded: "for=192.0.2.1;host=forged.example;proto=https" },
  { host: "forged.example" },
  {
    "x-matched-path": "/forged",
    "x-invoke-path": "/forged",
    "x-invoke-status": "200",
    "x-invoke-error": "forged",
  },
  { "x-original-url": "/forged", "x-rewrite-url": "/forged" },
  { "x-now-route-matches": "forged=1", "x-vercel-id": "forged" },
  { "x-portal-client-ip": "forged", "x-portal-request": "forged" },
];

for (const forged of FORGED) {
  test(`${JSON.stringify(forged)} talks nobody into anything`, async () => {
    const get = forged.rsc
      ? flight
      : (path: string, headers: Record<string, string>) => ask(path, { headers });
    for (const path of ["/", "/sign-in", "/programmes/npqel"]) {
      const answer = await get(path, { ...asPage, ...forged });
      expectPolicy(answer, path);
      expect(answer.status, path).toBe(200);
      expect(JSON.stringify(answer.headers) + answer.text, path).not.toContain("forged");
    }
    // Nor does any of them open a page that needs a sign-in.
    const closed = await get("/staff/applications", { ...asPage, ...forged });
    expectPolicy(closed, "closed");
    expect(JSON.stringify(closed.headers) + closed.text).not.toContain("forged");
    expect(closed.text).not.toContain("NPQEL-");
    const to = closed.headers.location;
    if (closed.status !== 200) expect(new URL(to ?? "", ORIGIN).origin).toBe(ORIGIN);
  });
}

const PERSONAL: Record<string, string[]> = {
  "quentin.ashby@example.org": ["/dashboard", "/dashboard/route-map", "/dashboard/events", "/account", "/"],
  "elena.marsh@example.org": ["/applications", "/account/address", "/dashboard"],
  [cast.facilitators[0].email]: ["/staff", "/staff/events", "/staff/cohorts"],
  [cast.cohortManager.email]: ["/staff", "/staff/applications", "/staff/cohorts", "/programmes/npqel"],
  [cast.administrator.email]: ["/staff", "/staff/applications", "/staff/events", "/account"],
};

for (const [email, paths] of Object.entries(PERSONAL)) {
  test(`what ${email} sees is stored nowhere`, async () => {
    const cookie = await cookieOf(email);
    for (const path of paths) {
      for (const answer of [
        await ask(path, { headers: { ...asPage, ...cookie } }),
        await flight(path, cookie),
      ]) {
        expect(answer.status, path).toBe(200);
        expect(answer.headers["cache-control"], path).toContain("no-store");
      }
    }
  });
}

test("Back after signing out shows nothing", async ({ page, context }) => {
  const [cookie = ""] = Object.values(await cookieOf("quentin.ashby@example.org"));
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: ORIGIN, httpOnly: true, sameSite: "Lax" }]);
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto("/account");
  await page.locator('form[action="/sign-out"] button').first().click();
  await expect(page).toHaveURL(/sign-in/);
  for (let back = 0; back < 2; back++) {
    await page.goBack();
    await expect(page).toHaveURL(/sign-in/);
    await expect(page.getByText("Quentin")).toHaveCount(0);
  }
});
