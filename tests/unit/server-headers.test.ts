import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { actionKey } from "@/lib/server/action-key";
import { contentSecurityPolicy, securityHeaders } from "@/lib/server/policy";
import { trust } from "@/lib/server/trust";
import { isUnreadableForm, noteUnreadableForm, wasUnreadable } from "@/lib/server/unreadable";

describe("the headers of every answer", () => {
  const headers = (https: boolean) => new Map(securityHeaders(https));

  it("say on https, and only there, to come by https for a year", () => {
    expect(headers(true).get("Strict-Transport-Security")).toMatch(/^max-age=31536000; includeSubDomains$/);
    expect(headers(false).has("Strict-Transport-Security")).toBe(false);
    expect(contentSecurityPolicy({ https: true })).toContain("upgrade-insecure-requests");
    expect(contentSecurityPolicy({ https: false })).not.toContain("upgrade-insecure-requests");
  });

  it("are the same otherwise", () => {
    for (const https of [true, false]) {
      expect(headers(https).get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers(https).get("Referrer-Policy")).toBe("same-origin");
      expect(headers(https).get("Permissions-Policy")).toContain("camera=()");
    }
  });
});

describe("what a request may say about itself", () => {
  const trusted = (headers: Record<string, string>) => {
    const request = { headers: { ...headers }, socket: { remoteAddress: "192.0.2.7" } };
    trust(request as unknown as IncomingMessage, "npq.example.org", true);
    return request.headers as Record<string, string>;
  };

  it("is not its host, its origin, its client or a nonce", () => {
    const said = trusted({
      host: "forged.example",
      "x-forwarded-host": "forged.example",
      "x-forwarded-proto": "http",
      "x-portal-client-ip": "forged",
      "x-portal-request": "forged",
      "x-nonce": "forged",
      forwarded: "host=forged.example",
      "x-middleware-subrequest": "forged",
    });
    expect(said).toMatchObject({
      host: "npq.example.org",
      "x-forwarded-host": "npq.example.org",
      "x-forwarded-proto": "https",
      "x-portal-client-ip": "192.0.2.7",
    });
    expect(JSON.stringify(said)).not.toContain("forged");
  });

  it("may be which part of the page it has, where that can be read", () => {
    const tree = (value: unknown) =>
      trusted({ "next-router-state-tree": encodeURIComponent(JSON.stringify(value)) })[
        "next-router-state-tree"
      ];
    expect(
      tree(["", { children: ["staff", { children: ["__PAGE__", {}] }] }, null, null, true]),
    ).toBeDefined();
    expect(tree(["", { children: [["id", "7", "d"], {}] }])).toBeDefined();
    for (const bad of ["x", 7, null, {}, [], ["a"], [7, {}], ["", { a: 7 }], ["", null]])
      expect(tree(bad)).toBeUndefined();
    let deep: unknown = ["", {}];
    for (let i = 0; i < 50; i++) deep = ["", { children: deep }];
    expect(tree(deep)).toBeUndefined();
    expect(trusted({ "next-router-state-tree": "%zz" })["next-router-state-tree"]).toBeUndefined();
  });
});

describe("the key for what actions carry", () => {
  it("is 256 bits, the same for the same secret, and says nothing of it", () => {
    const secret = "a-secret-for-tests-only-0123456789-abcdef";
    expect(Buffer.from(actionKey(secret), "base64")).toHaveLength(32);
    expect(actionKey(secret)).toBe(actionKey(secret));
    expect(actionKey(`${secret}.`)).not.toBe(actionKey(secret));
  });
});

describe("a form that cannot be read", () => {
  it("is told from a fault by what its reader says", async () => {
    const broken = new Response("nonsense", {
      headers: { "content-type": "multipart/form-data; boundary=b" },
    });
    const error = await broken.formData().catch((thrown: unknown) => thrown);
    expect(isUnreadableForm(error)).toBe(true);
    expect(isUnreadableForm(new Error("Unexpected end of form"))).toBe(true);
    expect(isUnreadableForm(new TypeError("x is not a function"))).toBe(false);
    expect(isUnreadableForm("FormData")).toBe(false);
  });

  it("is remembered once, for its own request", () => {
    noteUnreadableForm("one");
    noteUnreadableForm(undefined);
    expect(wasUnreadable("two")).toBe(false);
    expect(wasUnreadable("one")).toBe(true);
    expect(wasUnreadable("one")).toBe(false);
  });
});
