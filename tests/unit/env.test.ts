import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";

const right = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://portal@127.0.0.1/portal",
  NEXTAUTH_URL: "https://npq.example.org",
  NEXTAUTH_SECRET: "q8Zk2vN5xR7tB1mW4yC6uH9jD3fG0sLe",
  SMTP_URL: "smtps://mail.example.org",
};

describe("the environment", () => {
  it("is taken when it is whole", () => {
    expect(parseEnv(right)).toMatchObject({
      PORT: 3000,
      TRUSTED_PROXIES: 0,
      NEXTAUTH_URL: right.NEXTAUTH_URL,
    });
  });

  it.each([
    ["NEXTAUTH_SECRET", ""],
    ["NEXTAUTH_SECRET", "changeme"],
    ["NEXTAUTH_SECRET", "a".repeat(64)],
    ["NEXTAUTH_SECRET", "abcabcabcabcabcabcabcabcabcabcabcabc"],
    ["NEXTAUTH_URL", ""],
    ["NEXTAUTH_URL", "npq.example.org"],
    ["NEXTAUTH_URL", "javascript:alert(1)"],
    ["NEXTAUTH_URL", "https://npq.example.org/portal"],
    ["NEXTAUTH_URL", "https://user@npq.example.org"],
    ["DATABASE_URL", ""],
    ["DATABASE_URL", "mysql://localhost"],
    ["SMTP_URL", ""],
    ["SMTP_URL", "mail.example.org"],
    ["PORTAL_NOW", "2026-11-23T09:00:00Z"],
    ["TRUSTED_PROXIES", "-1"],
    ["PORT", "0"],
    ["OIDC_ISSUER", "http://login.example.org"],
    ["STAFF_SECOND_FACTOR", "sometimes"],
  ])("stops the start in one line that names %s when it is %j", (name, value) => {
    const line = () => parseEnv({ ...right, [name]: value });
    expect(line).toThrow(new RegExp(`^Cannot start: ${name} .+\\.$`));
    // What was given may be a secret, or hold one.
    if (value.length > 3) expect(line).not.toThrow(new RegExp(value.replace(/[^\w]/g, ".")));
  });

  it("takes the provider's four settings together or not at all", () => {
    const all = {
      OIDC_ISSUER: "https://login.example.org",
      OIDC_CLIENT_ID: "portal",
      OIDC_CLIENT_SECRET: "between-the-two-of-them",
      OIDC_NAME: "Example University",
    };
    expect(parseEnv({ ...right, ...all })).toMatchObject(all);
    for (const name of Object.keys(all))
      expect(() => parseEnv({ ...right, ...all, [name]: "" }), name).toThrow(
        `Cannot start: ${name} is missing`,
      );
  });
});
