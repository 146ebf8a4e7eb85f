import { afterEach, describe, expect, it, vi } from "vitest";

/** The environment is read once, so each origin gets modules of its own. */
async function cookiesOn(origin: string) {
  vi.resetModules();
  vi.stubEnv("NEXTAUTH_URL", origin);
  return import("@/lib/auth/cookie-names");
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the cookies of signing in", () => {
  it("on https are bound to this host and sent over https only", async () => {
    const cookies = await cookiesOn("https://npq.example.org");
    expect(cookies.sessionCookieName()).toBe("__Host-portal-session");
    expect(cookies.askingCookieName()).toBe("__Host-portal-asking");
    expect(cookies.cookieOptions()).toEqual({ httpOnly: true, sameSite: "lax", secure: true, path: "/" });
  });

  it("on one's own machine do without", async () => {
    const cookies = await cookiesOn("http://127.0.0.1:3000");
    expect(cookies.sessionCookieName()).toBe("portal-session");
    expect(cookies.askingCookieName()).toBe("portal-asking");
    expect(cookies.cookieOptions()).toEqual({ httpOnly: true, sameSite: "lax", secure: false, path: "/" });
  });
});
