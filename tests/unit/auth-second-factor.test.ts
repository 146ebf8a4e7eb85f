import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base32, codeOfStep, factorAddress, stepAt, stepOfCode } from "@/lib/auth/second-factor/totp";
import { standingOf } from "@/lib/auth/standing";
import { isLeftOut, isParticipantsPage } from "@/lib/auth/viewing/pages";

/** The secret of the examples in RFC 4226 (appendix D) and RFC 6238 (appendix B). */
const SECRET = Buffer.from("12345678901234567890");

describe("codes of an authenticator app", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("are RFC 6238's at second %d", (second, code) => {
    const at = new Date(second * 1000);
    expect(codeOfStep(SECRET, stepAt(at))).toBe(code);
    expect(stepOfCode(SECRET, code, at)).toBe(stepAt(at));
  });

  it("are good for thirty seconds before and after, and no longer", () => {
    const at = new Date("2026-11-23T09:00:10Z");
    const [early, late, gone] = [-1, 1, -2].map((away) => codeOfStep(SECRET, stepAt(at) + away));
    expect(stepOfCode(SECRET, early ?? "", at)).toBe(stepAt(at) - 1);
    expect(stepOfCode(SECRET, late ?? "", at)).toBe(stepAt(at) + 1);
    expect(stepOfCode(SECRET, gone ?? "", at)).toBeNull();
  });

  it("come from a secret that an app reads from its letters (RFC 4648)", () => {
    expect(base32(SECRET)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    expect(base32(Buffer.from("foob"))).toBe("MZXW6YQ");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const bits = [...base32(Buffer.from(bytes))]
          .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
          .join("");
        const back = [...bytes].map((_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2));
        expect(back).toEqual([...bytes]);
      }),
    );
    expect(factorAddress(SECRET, "a+b@example.org", "NPQ portal")).toBe(
      "otpauth://totp/NPQ%20portal:a%2Bb%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=NPQ%20portal&digits=6&period=30",
    );
  });
});

describe("how far a session has come", () => {
  const link = { staff: true, byProvider: false, linkAllowed: false, hasFactor: false, factorGiven: false };
  const rules = { provider: false, factorRequired: false };
  it.each([
    ["a participant", { ...link, staff: false }, { provider: true, factorRequired: true }, "in"],
    ["staff by link, nothing asked", link, rules, "in"],
    ["staff by link where a factor is needed", link, { ...rules, factorRequired: true }, "enrol"],
    ["staff with a factor", { ...link, hasFactor: true }, rules, "factor"],
    ["staff who gave the code", { ...link, hasFactor: true, factorGiven: true }, rules, "in"],
    [
      "staff whose factor was reset",
      { ...link, factorGiven: true },
      { ...rules, factorRequired: true },
      "enrol",
    ],
    ["staff by link where there is a provider", link, { ...rules, provider: true }, "provider"],
    [
      "staff with a code where there is a provider",
      { ...link, hasFactor: true, factorGiven: true },
      { ...rules, provider: true },
      "provider",
    ],
    [
      "staff who are let in by link",
      { ...link, linkAllowed: true },
      { provider: true, factorRequired: true },
      "enrol",
    ],
    ["staff by the provider", { ...link, byProvider: true }, { provider: true, factorRequired: true }, "in"],
  ] as const)("%s", (_, session, site, standing) => {
    expect(standingOf(session, site)).toBe(standing);
  });
});

describe("what is seen of a participant's pages", () => {
  it.each(["/dashboard", "/dashboard/route-map/1", "/dashboard?cohort=1"])(
    "%s is the participant's",
    (path) => {
      expect(isParticipantsPage(path)).toBe(true);
      expect(isLeftOut(path)).toBe(false);
    },
  );
  it("is asked for by every page below /dashboard with its own address", () => {
    const folder = resolve(import.meta.dirname, "../../app/dashboard");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.tsx?$/.test(path),
    );
    const asked = files.flatMap((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      return [...text.matchAll(/requireViewer\(\s*(["`][^"`$]*)?/g)].map((match) => [
        path,
        match[1]?.slice(1) || "a name",
      ]);
    });
    expect(asked.length).toBeGreaterThan(5);
    const elsewhere = asked.filter(([, path]) => path !== "a name" && !path?.startsWith("/dashboard"));
    expect(elsewhere).toEqual([]);
  });

  it.each(["/account", "/applications", "/staff", "/dashboards"])("%s is one's own", (path) => {
    expect(isParticipantsPage(path)).toBe(false);
  });
  it.each([
    "/dashboard/calendar",
    "/dashboard/coaching/3",
    "/dashboard/learning-audits?module=1",
    "/dashboard/mentor/3",
  ])("%s is left out", (path) => {
    expect(isLeftOut(path)).toBe(true);
  });
});
