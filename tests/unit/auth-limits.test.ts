import { describe, expect, it } from "vitest";
import { sessionCookieSeconds, sessionEnd } from "@/lib/auth/limits";
import { isToken, newCode } from "@/lib/auth/secrets";
import { newToken } from "@/lib/ids";

const nine = new Date("2026-11-23T09:00:00Z");
const ten = new Date("2026-11-23T10:00:00Z");

describe("when a session ends", () => {
  it("two hours after a member of staff was last seen", () => {
    expect(sessionEnd({ createdAt: nine, lastSeenAt: ten }, true)).toEqual(new Date("2026-11-23T12:00:00Z"));
  });

  it("twelve hours after they signed in, however busy they are", () => {
    const busy = new Date("2026-11-23T20:59:00Z");
    expect(sessionEnd({ createdAt: nine, lastSeenAt: busy }, true)).toEqual(new Date("2026-11-23T21:00:00Z"));
  });

  it("twelve hours after anybody else was last seen", () => {
    expect(sessionEnd({ createdAt: nine, lastSeenAt: ten }, false)).toEqual(new Date("2026-11-23T22:00:00Z"));
  });

  it("seven days after they signed in, and their browser keeps the cookie no longer", () => {
    const late = new Date("2026-11-30T08:59:00Z");
    expect(sessionEnd({ createdAt: nine, lastSeenAt: late }, false)).toEqual(
      new Date("2026-11-30T09:00:00Z"),
    );
    expect(sessionCookieSeconds(false)).toBe(7 * 24 * 3600);
    expect(sessionCookieSeconds(true)).toBe(12 * 3600);
  });
});

describe("tokens and codes", () => {
  it("a token has 256 bits", () => {
    const token = newToken();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(isToken(token)).toBe(true);
  });

  it.each([
    undefined,
    null,
    "",
    { not: "" },
    "a".repeat(42),
    "a".repeat(44),
    `${"a".repeat(42)}=`,
    ["a".repeat(43)],
  ])("%j is no token", (value) => {
    expect(isToken(value)).toBe(false);
  });

  it("a code has six digits, leading noughts kept", () => {
    const codes = Array.from({ length: 2000 }, newCode);
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith("0"))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(1900);
  });
});
