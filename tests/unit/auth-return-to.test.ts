import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeReturnTo, signInPath } from "@/lib/auth/return-to";

const OWN = "https://npq.example.org";

describe("where to go after signing in", () => {
  it.each([
    ["/dashboard", "/dashboard"],
    ["/applications/new?cohort=spring-2027#trn", "/applications/new?cohort=spring-2027#trn"],
    ["/staff/cohorts/spring-2026/../spring-2027", "/staff/cohorts/spring-2027"],
    ["/%2F%2Felsewhere.example", "/%2F%2Felsewhere.example"],
    ["/caf\u00e9", "/caf%C3%A9"],
    ["/sign-in-help", "/sign-in-help"],
  ])("%s is followed as %s", (value, path) => {
    expect(safeReturnTo(value)).toBe(path);
  });

  it.each([
    "",
    "dashboard",
    "https://elsewhere.example",
    "HTTPS://elsewhere.example/",
    "//elsewhere.example",
    "///elsewhere.example",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    "/dashboard\\..\\..",
    "/\t/elsewhere.example",
    "/\n/elsewhere.example",
    " //elsewhere.example",
    "/.//elsewhere.example",
    "/x/..//elsewhere.example",
    "/%2e//elsewhere.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "/dashboard\u0000",
    "/dashboard\r\nSet-Cookie: a=b",
    "@elsewhere.example",
    ".elsewhere.example",
    "/sign-in",
    "/sign-in/link?token=x",
    "/sign-out",
    "/api/auth/signout",
    `/${"a".repeat(500)}`,
    `/${"\u00e9".repeat(200)}`, // 1,201 characters once encoded
  ])("%j is dropped", (value) => {
    expect(safeReturnTo(value)).toBeNull();
  });

  it.each([undefined, null, 7, { not: "" }, ["/dashboard"]])("%j is dropped", (value) => {
    expect(safeReturnTo(value)).toBeNull();
  });

  it("never leaves the site, whatever is typed", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom("/", "//", "\\", ".", "..", "@", ":", "%2f", "%5c", "?", "#", "\t", "evil.example"),
        fc.string(),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const path = safeReturnTo(`/${parts.join("")}`);
        return path === null || new URL(path, OWN).origin === OWN;
      }),
      { numRuns: 2000 },
    );
  });

  it("is carried by the sign-in page's address", () => {
    expect(signInPath("/applications/new?cohort=a&b=c")).toBe(
      "/sign-in?returnTo=%2Fapplications%2Fnew%3Fcohort%3Da%26b%3Dc",
    );
  });
});
