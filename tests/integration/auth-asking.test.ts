import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { askForLink } from "@/lib/auth/ask-for-link";
import { lookAtLink, waitingRequest } from "@/lib/auth/requests";
import { codeHash, tokenHash } from "@/lib/auth/secrets";
import { db, disconnect } from "@/lib/db";
import { env } from "@/lib/env";
import { FieldProblem, TooMany, WrongState } from "@/lib/errors";
import { newToken } from "@/lib/ids";
import { freshDatabase } from "../support/database";
import {
  Browser,
  forged,
  letterTo,
  minutesLater,
  NINE,
  signedIn,
  someIp,
  succeeded,
} from "../support/signing-in";

beforeAll(async () => {
  await freshDatabase();
});
afterAll(disconnect);

describe("asking for a link", () => {
  it("sends a link to the configured origin and a code, and keeps only their hashes", async () => {
    const browser = new Browser();
    const letter = await browser.ask(
      "Amara.Okafor@Example.org",
      NINE,
      "/applications/new?cohort=spring-2027",
    );
    expect(letter.text).toContain(`${env().NEXTAUTH_URL}/sign-in/link?token=${letter.token}`);
    expect(letter.subject).not.toContain(letter.code);
    const request = await db.signInRequest.findFirstOrThrow({ where: { email: "amara.okafor@example.org" } });
    expect(request).toMatchObject({
      tokenHash: tokenHash(letter.token),
      codeHash: codeHash(letter.code, tokenHash(letter.token)),
      browserHash: tokenHash(browser.secret),
      returnTo: "/applications/new?cohort=spring-2027",
      expiresAt: minutesLater(10),
      usedAt: null,
    });
    const stored = JSON.stringify(request);
    for (const secret of [letter.token, letter.code, browser.secret]) expect(stored).not.toContain(secret);
  });

  it("makes nobody: an address becomes a person when its link is used", async () => {
    await new Browser().ask("not.yet@example.org", NINE);
    expect(await db.user.count({ where: { email: "not.yet@example.org" } })).toBe(0);
  });

  it("drops a path that leads elsewhere", async () => {
    await new Browser().ask("ben@example.org", NINE, "//elsewhere.example/dashboard");
    expect(
      (await db.signInRequest.findFirstOrThrow({ where: { email: "ben@example.org" } })).returnTo,
    ).toBeNull();
  });

  it.each([undefined, null, { not: "" }, ["a@example.org"], "", "nobody", "a@b@example.org"])(
    "%j is no address, and nothing is written",
    async (email) => {
      const before = await db.signInRequest.count();
      const asking = askForLink(
        { email: forged(email), browserSecret: newToken(), clientIp: someIp() },
        NINE,
      );
      await expect(asking).rejects.toBeInstanceOf(FieldProblem);
      expect(await db.signInRequest.count()).toBe(before);
    },
  );

  it("needs a browser that keeps cookies", async () => {
    const asking = askForLink(
      { email: "cleo@example.org", browserSecret: forged({ not: "" }), clientIp: someIp() },
      NINE,
    );
    await expect(asking).rejects.toBeInstanceOf(WrongState);
  });

  it("answers with the same, by the same queries, for a known and an unknown address", async () => {
    await signedIn("known@example.org", NINE);
    const query = vi.spyOn(pg.Client.prototype, "query");
    const statements = async (email: string) => {
      query.mockClear();
      const answer = await askForLink(
        { email, browserSecret: newToken(), clientIp: someIp() },
        minutesLater(1),
      );
      const texts = query.mock.calls.map(([what]) =>
        typeof what === "string" ? what : (what as { text: string }).text,
      );
      return { answer, texts };
    };
    const known = await statements("known@example.org");
    const unknown = await statements("unknown@example.org");
    query.mockRestore();
    expect(known.texts.length).toBeGreaterThan(3);
    expect(known).toEqual(unknown);
    const [one, other] = [await letterTo("known@example.org"), await letterTo("unknown@example.org")];
    const bare = ({ text, token, code }: typeof one) =>
      text.replace(token, "T").replace(code, "C").replace(token, "T");
    expect(bare(one)).toBe(bare(other));
  });
});

describe("the limits on asking", () => {
  it("let five through for an address in a quarter of an hour, out of twenty at once, and say when to come back", async () => {
    const ask = () => new Browser().ask("often@example.org", minutesLater(61));
    expect(await succeeded(Array.from({ length: 20 }, ask))).toBe(5);
    expect(await db.signInRequest.count({ where: { email: "often@example.org" } })).toBe(5);
    await expect(ask()).rejects.toThrow(
      new TooMany("Too many links have been asked for with this address. Try again after 10:15."),
    );
    await expect(new Browser().ask("Often@Example.org", minutesLater(75))).resolves.toBeTruthy();
  });

  it("let thirty through for a network, whatever the addresses", async () => {
    const ip = someIp();
    const ask = (n: number) => new Browser(ip).ask(`pupil${n}@example.org`, minutesLater(120));
    expect(await succeeded(Array.from({ length: 40 }, (_, n) => ask(n)))).toBe(30);
    await expect(ask(99)).rejects.toThrow(
      "Too many links have been asked for from your network. Try again after 11:15.",
    );
    await expect(new Browser().ask("pupil99@example.org", minutesLater(120))).resolves.toBeTruthy();
  });

  it("count without naming anybody", async () => {
    const keys = (await db.rateCount.findMany()).map(({ key }) => key).join(" ");
    expect(keys).not.toMatch(/example\.org|198\.51/);
  });
});

describe("the pages before the button", () => {
  it("show what is under way to the browser that asked, and to no other", async () => {
    const browser = new Browser();
    await browser.ask("dora@example.org", NINE);
    expect(await waitingRequest(browser.secret, minutesLater(9))).toMatchObject({
      email: "dora@example.org",
    });
    expect(await waitingRequest(newToken(), minutesLater(9))).toBeNull();
    expect(await waitingRequest({ not: "" }, minutesLater(9))).toBeNull();
    expect(await waitingRequest(browser.secret, minutesLater(10))).toBeNull();
  });

  it("say what a link is good for, and change nothing however often a scanner opens it", async () => {
    const browser = new Browser();
    const { token } = await browser.ask("eve@example.org", NINE);
    const look = (value: unknown, secret: unknown, at = minutesLater(1)) => lookAtLink(value, secret, at);
    for (let times = 0; times < 5; times++) await look(token, undefined);
    expect(await look(token, browser.secret)).toEqual({
      state: "ready",
      purpose: "sign_in",
      email: "eve@example.org",
    });
    expect(await look(token, newToken())).toEqual({ state: "elsewhere" });
    expect(await look(token, null)).toEqual({ state: "elsewhere" });
    expect(await look(newToken(), browser.secret)).toEqual({ state: "gone" });
    expect(await look({ not: "" }, browser.secret)).toEqual({ state: "gone" });
    expect(await look(token, browser.secret, minutesLater(10))).toEqual({ state: "gone" });
    await expect(browser.followLink(token, minutesLater(2))).resolves.toBeTruthy();
  });
});
