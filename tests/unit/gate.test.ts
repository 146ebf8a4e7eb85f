import { describe, expect, it } from "vitest";
import { BODY_LIMIT, judge } from "@/lib/server/gate";

const ORIGIN = "https://npq.example.org";
const post = (headers: Record<string, string>) =>
  judge(
    {
      method: "POST",
      url: "/applications",
      headers: { host: "npq.example.org", "content-length": "10", ...headers },
    },
    ORIGIN,
  );
const get = (url: string, headers: Record<string, string> = {}) =>
  judge({ method: "GET", url, headers: { host: "npq.example.org", ...headers } }, ORIGIN);

describe("what the server lets in", () => {
  it("lets a form in that the portal's own page sent", () => {
    expect(post({ origin: ORIGIN })).toEqual({ kind: "pass" });
    expect(post({ "sec-fetch-site": "same-origin" })).toEqual({ kind: "pass" });
  });

  it.each([
    ["another origin", { origin: "https://evil.example" }],
    ["a null origin", { origin: "null" }],
    ["the same host on http", { origin: "http://npq.example.org" }],
    ["no origin and no word of the browser", {}],
    ["no origin, from another site", { "sec-fetch-site": "cross-site" }],
    [
      "a foreign origin that claims to be the same",
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    ],
    [
      "a forwarded host that matches the foreign origin",
      { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    ],
  ])("refuses a form from %s", (_, headers) => {
    expect(post(headers as Record<string, string>)).toMatchObject({ kind: "refuse", status: 403 });
  });

  it("refuses a body that is too large, and one that does not say how large it is", () => {
    expect(post({ origin: ORIGIN, "content-length": String(BODY_LIMIT + 1) })).toMatchObject({ status: 413 });
    expect(post({ origin: ORIGIN, "content-length": String(BODY_LIMIT) })).toEqual({ kind: "pass" });
    expect(judge({ method: "POST", url: "/", headers: { origin: ORIGIN } }, ORIGIN)).toMatchObject({
      status: 411,
    });
  });

  it.each(["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "CONNECT"])("refuses %s", (method) => {
    expect(judge({ method, url: "/", headers: { origin: ORIGIN } }, ORIGIN)).toMatchObject({ status: 405 });
  });

  it.each(["/%00", "/a?b=%00", "/%E0%A4%A", "/%zz", "http://evil.example/"])(
    "refuses the address %s",
    (url) => {
      expect(get(url)).toMatchObject({ kind: "refuse", status: 400 });
    },
  );

  it("takes an action's arguments as a form only", () => {
    const action = { origin: ORIGIN, "next-action": "40" };
    expect(post({ ...action, "content-type": "text/plain;charset=UTF-8" })).toMatchObject({ status: 400 });
    expect(post(action)).toMatchObject({ status: 400 });
    expect(post({ ...action, "content-type": "multipart/form-data; boundary=b" })).toEqual({ kind: "pass" });
  });

  it("refuses an endless address", () => {
    expect(get(`/${"a".repeat(5_000)}`)).toMatchObject({ status: 414 });
  });
});

describe("leaving a list by a mail program's own button", () => {
  const token = `01990000-0000-7000-8000-000000000000.${"a".repeat(43)}`;
  const url = `/be-told/leave/${token}/one-click`;
  const plain = { "content-type": "application/x-www-form-urlencoded", "content-length": "26" };
  const sent = (to: string, headers: Record<string, string> = plain, method = "POST") =>
    judge({ method, url: to, headers: { host: "npq.example.org", ...headers } }, ORIGIN);

  it("needs no Origin, as a field of a form or of parts", () => {
    expect(sent(url)).toEqual({ kind: "pass" });
    expect(sent(`/reminders/${token}/one-click`)).toEqual({ kind: "pass" });
    expect(sent(url, { ...plain, "content-type": "multipart/form-data; boundary=b" })).toEqual({
      kind: "pass",
    });
  });

  it.each([
    ["the page with the button", `/be-told/leave/${token}`],
    ["the page with the choice", `/reminders/${token}`],
    ["another area's page", `/endorsements/${token}/one-click`],
    ["the page that confirms", `/be-told/${"a".repeat(43)}`],
    ["a question behind it", `${url}?a=b`],
    ["more of an address", `${url}/more`],
    ["something before it", `/staff${url}`],
    ["steps upwards", `/be-told/leave/${token}/one-click/../../../../applications`],
    ["a token that is none", "/be-told/leave/x/one-click"],
    ["an escaped slash", url.replace("/one-click", "%2Fone-click")],
    ["any other page", "/applications"],
  ])("is refused for %s", (_, to) => {
    expect(sent(to)).toMatchObject({ kind: "refuse", status: 403 });
  });

  it.each([
    ["from another origin's page", { ...plain, origin: "https://evil.example" }],
    ["from a null origin", { ...plain, origin: "null" }],
    ["that calls an action", { ...plain, "next-action": "40" }],
    ["of another type", { ...plain, "content-type": "application/json" }],
    ["without a type", { "content-length": "26" }],
    ["that is large", { ...plain, "content-length": "1001" }],
    ["that does not say how large it is", { "content-type": plain["content-type"] }],
  ])("is refused for a request %s", (_, headers) => {
    expect(sent(url, headers as Record<string, string>)).toMatchObject({ kind: "refuse", status: 403 });
  });
});

describe("on one's own machine", () => {
  const demo = "http://localhost:3000";
  const at = (host: string, url = "/dashboard?x=1") => judge({ method: "GET", url, headers: { host } }, demo);

  it("leads from the other loopback names to the portal's own", () => {
    expect(at("127.0.0.1:3000")).toEqual({ kind: "redirect", to: "http://localhost:3000/dashboard?x=1" });
    expect(at("localhost:3000")).toEqual({ kind: "pass" });
  });

  it("leaves Next's own fetch after an action where it is: led on, it would lose its cookies", () => {
    const headers = { host: "127.0.0.1:3000", rsc: "1" };
    expect(judge({ method: "GET", url: "/dashboard", headers }, demo)).toEqual({ kind: "pass" });
  });

  it("leaves health checks, other ports and other hosts alone", () => {
    expect(at("127.0.0.1:3000", "/api/health/ready")).toEqual({ kind: "pass" });
    expect(at("127.0.0.1:9999")).toEqual({ kind: "pass" });
    expect(at("evil.example")).toEqual({ kind: "pass" });
    expect(judge({ method: "GET", url: "/", headers: { host: "127.0.0.1:3000" } }, ORIGIN)).toEqual({
      kind: "pass",
    });
  });
});
