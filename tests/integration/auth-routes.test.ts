import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { getServerSession } from "next-auth/next";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as signOutRoute } from "@/app/(auth)/sign-out/route";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { csrfCookieName, sessionCookieName } from "@/lib/auth/cookie-names";
import { authOptions } from "@/lib/auth/next-auth";
import { requireStaff, requireViewer, requireViewerWith, viewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { connect, db, disconnect } from "@/lib/db";
import { env } from "@/lib/env";
import { Prisma } from "@/lib/generated/prisma/client";
import { personalRead } from "@/lib/personal-read";
import { freshDatabase } from "../support/database";
import { ownName } from "../support/own-name";
import { newRequest, request } from "../support/request";
import { administrator, type Browser, signedIn } from "../support/signing-in";
import { statementsOf } from "../support/statements";

const sendAs = (browser: Browser) => request.cookies.set(sessionCookieName(), browser.session ?? "");

/** Runs with the portal's pool pointed where nothing answers. */
async function withoutDatabase(work: () => Promise<void>): Promise<void> {
  const kept = globalThis as { portalDb?: unknown };
  const pool = kept.portalDb;
  kept.portalDb = connect("postgresql://nobody@127.0.0.1:1/none", 1);
  await work().finally(() => {
    kept.portalDb = pool;
  });
}

beforeAll(async () => {
  await freshDatabase();
});
beforeEach(() => {
  newRequest();
});
afterAll(disconnect);

describe("who is looking", () => {
  it("is nobody without a cookie, and with a wrong one", async () => {
    expect(await viewer()).toBeNull();
    request.cookies.set(sessionCookieName(), "a".repeat(43));
    expect(await viewer()).toBeNull();
  });

  it("is the session's person", async () => {
    const { actor, browser } = await signedIn("amara@example.org", now());
    sendAs(browser);
    expect(await viewer()).toEqual(actor);
    expect(await requireViewer("/dashboard")).toEqual(actor);
    await expect(requireStaff("/staff")).rejects.toMatchObject({ digest: expect.stringContaining("404") });
  });

  it("is read with what the page shows of them, in one statement", async () => {
    const { actor, browser } = await signedIn("ben@example.org", now());
    sendAs(browser);
    const nothing = personalRead(
      () => Prisma.sql`NULL::json`,
      (row) => row,
    );
    expect(await requireViewerWith("/dashboard", nothing)).toEqual({ actor, found: null });
    const found: unknown[] = [];
    const asked = async () => found.push(await requireViewerWith("/dashboard", ownName));
    expect(await statementsOf(asked)).toBe(1);
    expect(found).toEqual([{ actor, found: actor.name }]);
  });

  it("is sent to sign in and back when signed out", async () => {
    const redirected = { digest: expect.stringContaining("/sign-in?returnTo=%2Fstaff%2Fcohorts") };
    await expect(requireViewerWith("/staff/cohorts", ownName)).rejects.toMatchObject(redirected);
    await expect(requireViewer("/staff/cohorts")).rejects.toMatchObject(redirected);
    await expect(requireStaff("/staff/cohorts")).rejects.toMatchObject(redirected);
  });

  it("may be staff", async () => {
    const { actor, browser } = await administrator(now());
    sendAs(browser);
    expect(await requireStaff("/staff")).toEqual(actor);
  });

  it("is the same for next-auth", async () => {
    const { actor, browser } = await signedIn("zara@example.org", now());
    const options = authOptions(now(), () => undefined);
    expect(await getServerSession(options)).toBeNull();
    sendAs(browser);
    expect((await getServerSession(options))?.live.actor).toEqual(actor);
    const tomorrow = authOptions(new Date(now().getTime() + 24 * 3_600_000), () => undefined);
    expect(await getServerSession(tomorrow)).toBeNull();
  });

  it("is a fault, not nobody, while the database is away", async () => {
    const { browser } = await signedIn("ben@example.org", now());
    sendAs(browser);
    await withoutDatabase(async () => {
      await expect(viewer()).rejects.toThrow();
      const onFault = vi.fn();
      expect(await getServerSession(authOptions(now(), onFault))).toBeNull();
      expect(onFault).toHaveBeenCalledOnce();
    });
    expect(await viewer()).not.toBeNull();
  });
});

describe("/sign-out", () => {
  const post = (headers: Record<string, string>) =>
    signOutRoute(new Request("http://forged.example/sign-out", { method: "POST", headers }));

  it("ends the session and goes to a path of this site, whatever Host says", async () => {
    const { browser } = await signedIn("cleo@example.org", now());
    sendAs(browser);
    const response = await post({ origin: env().NEXTAUTH_URL, host: "elsewhere.example" });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/sign-in?reason=signed-out"]);
    expect(request.cookies.has(sessionCookieName())).toBe(false);
    sendAs(browser);
    expect(await viewer()).toBeNull();
  });

  it.each([
    [{}],
    [{ origin: "null" }],
    [{ origin: "https://elsewhere.example" }],
    [{ origin: "https://elsewhere.example", "sec-fetch-site": "same-origin" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "none" }],
  ])("refuses %j", async (headers) => {
    const { browser } = await signedIn(`dora.${randomUUID()}@example.org`, now());
    sendAs(browser);
    expect((await post(headers as Record<string, string>)).status).toBe(403);
    expect(await viewer()).not.toBeNull();
  });
});

describe("next-auth's own routes", () => {
  const ask = (method: "GET" | "POST", path: string, body?: URLSearchParams, origin = env().NEXTAUTH_URL) => {
    const url = `${env().NEXTAUTH_URL}/api/auth/${path}`;
    const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
    const asked = new NextRequest(url, { method, headers, ...(body ? { body } : {}) });
    const nextauth = path.split("?")[0]?.split("/") ?? [];
    return (method === "GET" ? GET : POST)(asked, { params: Promise.resolve({ nextauth }) });
  };

  it.each([
    ["GET", "signin"],
    ["GET", "signin/email"],
    ["POST", "signin/email"],
    ["GET", "callback/email?token=x&email=amara@example.org"],
    ["POST", "callback/email"],
    ["POST", "callback/credentials"],
    ["GET", "session"],
    ["POST", "session"],
    ["GET", "signout"],
    ["GET", "providers"],
    ["GET", "verify-request"],
    ["GET", "error"],
    ["POST", "_log"],
    ["POST", "csrf"],
    ["GET", "csrf/more"],
  ] as const)("%s %s is closed", async (method, path) => {
    expect((await ask(method, path)).status).toBe(404);
  });

  it("sign out with the token, and a replayed cookie is nobody's", async () => {
    const { browser } = await signedIn("eve@example.org", now());
    sendAs(browser);
    const csrf = await ask("GET", "csrf");
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    expect(csrf.headers.get("set-cookie")).toMatch(/^portal-csrf=.*HttpOnly; SameSite=Lax/);
    request.cookies.set(
      csrfCookieName(),
      decodeURIComponent(/portal-csrf=([^;]*)/.exec(csrf.headers.get("set-cookie") ?? "")?.[1] ?? ""),
    );
    await ask("POST", "signout", new URLSearchParams({ csrfToken: "wrong" }));
    expect(await viewer()).not.toBeNull();
    expect(
      (await ask("POST", "signout", new URLSearchParams({ csrfToken }), "https://elsewhere.example")).status,
    ).toBe(403);
    expect(await viewer()).not.toBeNull();
    await withoutDatabase(() =>
      expect(ask("POST", "signout", new URLSearchParams({ csrfToken }))).rejects.toThrow(),
    );
    expect(await viewer()).not.toBeNull();
    const body = new URLSearchParams({ csrfToken, callbackUrl: "https://elsewhere.example/" });
    const response = await ask("POST", "signout", body);
    expect(response.headers.get("location")).toBe(`${env().NEXTAUTH_URL}/`);
    expect(await viewer()).toBeNull();
    expect(await db.session.count({ where: { user: { email: "eve@example.org" } } })).toBe(0);
  });
});
