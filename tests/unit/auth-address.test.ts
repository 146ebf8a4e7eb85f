import { describe, expect, it } from "vitest";
import { addressField, normaliseAddress } from "@/lib/auth/address";

describe("an e-mail address", () => {
  it.each([
    ["amara@school.example.org", "amara@school.example.org"],
    ["  Amara.Okafor@School.Example.ORG \n", "amara.okafor@school.example.org"],
    // Full-width letters and the full-width @, as some keyboards type them.
    ["ａｍａｒａ＠example.org", "amara@example.org"],
    // The Kelvin sign is a k in all but code point.
    ["\u212Aate@example.org", "kate@example.org"],
    ["o'brien+npq@example.org", "o'brien+npq@example.org"],
    ["head@xn--caf-dma.example", "head@xn--caf-dma.example"],
  ])("%j is kept as %s", (typed, kept) => {
    expect(normaliseAddress(typed)).toBe(kept);
  });

  it.each([
    "",
    "amara",
    "@example.org",
    "amara@",
    "amara@example",
    "amara@@example.org",
    "amara@evil.example@example.org",
    "amara＠evil.example@example.org",
    "am ara@example.org",
    "amara@exam ple.org",
    "amara@example.org,ben@example.org",
    "Amara <amara@example.org>",
    '"amara"@example.org',
    ".amara@example.org",
    "amara.@example.org",
    "a..b@example.org",
    "amara@-example.org",
    "amara@example..org",
    "amara@127.0.0.1",
    "amara@[127.0.0.1]",
    "amara@example.org\r\nBcc: ben@example.org",
    "amara\u0000@example.org",
    "amar\u0430@example.org", // a Cyrillic a
    "amara@ex\u0430mple.org",
    "\u0130nci@example.org", // a dotted capital I, which lower case makes two characters
    `${"a".repeat(65)}@example.org`,
    `a@${"b".repeat(250)}.org`,
    `a@${"b.".repeat(200)}org`,
    " ".repeat(600),
  ])("%j is refused", (typed) => {
    expect(normaliseAddress(typed)).toBeNull();
  });

  it.each<unknown>([
    undefined,
    null,
    7,
    { not: "" },
    ["amara@example.org"],
    { toString: () => "amara@example.org" },
  ])("%j is no text, and refused", (typed) => {
    expect(normaliseAddress(typed)).toBeNull();
  });

  it("is refused by the form's field with a plain sentence, and kept by it in its normal form", () => {
    expect(addressField.safeParse("nobody").error?.issues[0]?.message).toBe(
      "Enter an e-mail address in the form name@example.org",
    );
    expect(addressField.safeParse({ not: "" }).success).toBe(false);
    expect(addressField.parse("Amara@Example.org")).toBe("amara@example.org");
  });
});
