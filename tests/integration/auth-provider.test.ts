import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { askToChangeAddress } from "@/lib/auth/change-address";
import { endAccess } from "@/lib/auth/end-access";
import { invite } from "@/lib/auth/invitations";
import { actorOf } from "@/lib/auth/people";
import { type Finished, finishAtProvider } from "@/lib/auth/provider/finish";
import { addressAtProvider, startAtProvider } from "@/lib/auth/provider/start";
import { grantRole } from "@/lib/auth/roles";
import { readAnySession, readSession } from "@/lib/auth/session-store";
import { allowLinks } from "@/lib/auth/staff-access";
import { db, disconnect } from "@/lib/db";
import { NotAllowed, WrongState } from "@/lib/errors";
import { freshDatabase } from "../support/database";
import { setEnvironment } from "../support/environment";
import { startProvider, type TestProvider } from "../support/provider";
import { administrator, Browser, minutesLater, NINE, signedIn, succeeded } from "../support/signing-in";

/** Against a real provider (oidc-provider) on this machine; openid-client is the portal's own. */

const CALLBACK = `${process.env.NEXTAUTH_URL}/sign-in/provider/callback`;
const PRIYA = "priya.raman@example.org";

let provider: TestProvider;
let putBack: () => void = () => {};
let grace: Actor;
let priya: Actor;

beforeAll(async () => {
  provider = await startProvider(CALLBACK);
  putBack = setEnvironment({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: "Test University",
    STAFF_SECOND_FACTOR: "required",
  });
  await freshDatabase();
  grace = (await administrator(NINE)).actor;
  priya = (await signedIn(PRIYA, NINE)).actor;
  await grantRole(grace, { userId: priya.userId, role: "facilitator", cohortId: null }, NINE);
});
beforeEach(() => {
  provider.person.email = PRIYA;
  provider.person.verified = true;
});
afterAll(async () => {
  putBack();
  await disconnect();
  await provider.stop();
});

/** Goes to the provider in a browser, and gives the address that comes back from there. */
async function goThere(browser: Browser, returnTo = "/staff/events"): Promise<URL> {
  await startAtProvider({ browserSecret: browser.secret, returnTo, clientIp: browser.ip }, NINE);
  return provider.visit((await addressAtProvider(browser.secret, NINE)) ?? "");
}

const finish = (browser: Browser, came: URL, at = NINE): Promise<Finished> =>
  finishAtProvider(came.searchParams, { browserSecret: browser.secret, sessionToken: browser.session }, at);

describe("signing in with the provider", () => {
  it("asks with PKCE, state and nonce, and makes the portal's own session", async () => {
    const browser = new Browser();
    await startAtProvider(
      { browserSecret: browser.secret, returnTo: "/staff/events", clientIp: browser.ip },
      NINE,
    );
    const address = new URL((await addressAtProvider(browser.secret, NINE)) ?? "");
    expect(address.searchParams.get("code_challenge_method")).toBe("S256");
    for (const name of ["code_challenge", "state", "nonce"])
      expect(address.searchParams.get(name), name).toMatch(/^[\w-]{43}$/);
    const done = await finish(browser, await provider.visit(address.href));
    if ("refused" in done) throw new Error(done.refused);
    expect(done.returnTo).toBe("/staff/events");
    const session = await readSession(done.token, NINE);
    // The provider asks for a second factor of its own.
    expect(session).toMatchObject({ standing: "in", byProvider: true, actor: { userId: priya.userId } });
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { action: "session.started", subjectId: priya.userId },
      orderBy: { id: "desc" },
    });
    expect(audit.after).toEqual({ by: "provider" });
    // None of what let them in is kept.
    const kept = JSON.stringify(await db.providerRequest.findMany());
    for (const name of ["state", "nonce"]) expect(kept).not.toContain(address.searchParams.get(name));
  });

  it("works once: the same address again is worth nothing, also five times at once", async () => {
    const browser = new Browser();
    const came = await goThere(browser);
    const all = await Promise.all(Array.from({ length: 5 }, () => finish(browser, came)));
    expect(all.filter((done) => !("refused" in done))).toHaveLength(1);
    expect(await finish(browser, came)).toEqual({ refused: "failed" });
  });

  it("belongs to the browser that went there, for ten minutes", async () => {
    const browser = new Browser();
    const came = await goThere(browser);
    expect(await finish(new Browser(), came)).toEqual({ refused: "failed" });
    expect(await finish(browser, came, minutesLater(11))).toEqual({ refused: "failed" });
  });

  it("refuses a state of somebody else's making, and another request's", async () => {
    const [mine, other] = [new Browser(), new Browser()];
    const came = await goThere(mine);
    const forged = new URL(came);
    forged.searchParams.set("state", "A".repeat(43));
    expect(await finish(mine, forged)).toEqual({ refused: "failed" });
    // A code that belongs to another request: its nonce and its verifier are not this one's.
    const theirs = await goThere(other);
    const mixed = new URL(came);
    mixed.searchParams.set("code", theirs.searchParams.get("code") ?? "");
    expect(await finish(mine, mixed)).toEqual({ refused: "failed" });
  });

  it("refuses an id token with another nonce than was asked for", async () => {
    const browser = new Browser();
    await startAtProvider({ browserSecret: browser.secret, clientIp: browser.ip }, NINE);
    const address = new URL((await addressAtProvider(browser.secret, NINE)) ?? "");
    address.searchParams.set("nonce", "another-nonce-than-this-portal-made");
    expect(await finish(browser, await provider.visit(address.href))).toEqual({ refused: "failed" });
  });

  it("refuses what another issuer says to have sent", async () => {
    const browser = new Browser();
    const came = await goThere(browser);
    came.searchParams.set("iss", "https://elsewhere.example");
    expect(await finish(browser, came)).toEqual({ refused: "failed" });
  });

  it("refuses the provider's own refusal", async () => {
    const browser = new Browser();
    const came = await goThere(browser);
    came.searchParams.delete("code");
    came.searchParams.set("error", "access_denied");
    expect(await finish(browser, came)).toEqual({ refused: "failed" });
  });

  it("lets in nobody whose address the provider has not verified", async () => {
    provider.person.verified = false;
    const browser = new Browser();
    expect(await finish(browser, await goThere(browser))).toEqual({ refused: "unknown" });
  });

  it("makes no staff: a stranger and a participant stay out", async () => {
    await signedIn("elena.marsh@example.org", NINE);
    const before = await db.user.count();
    for (const email of ["stranger@example.org", "elena.marsh@example.org"]) {
      provider.person.email = email;
      const browser = new Browser();
      expect(await finish(browser, await goThere(browser)), email).toEqual({ refused: "unknown" });
    }
    expect(await db.user.count()).toBe(before);
  });

  it("takes up an invitation", async () => {
    const email = "noor.haddad@example.org";
    await invite(grace, { email, name: "Noor Haddad", role: "coach", cohortId: null }, NINE);
    provider.person.email = email;
    const browser = new Browser();
    const done = await finish(browser, await goThere(browser));
    if ("refused" in done) throw new Error(done.refused);
    expect(done.actor).toMatchObject({ name: "Noor Haddad", roles: [{ role: "coach", cohortId: null }] });
  });

  it("keeps those out whose access has ended", async () => {
    const email = "gone@example.org";
    const { actor } = await signedIn(email, NINE);
    await grantRole(grace, { userId: actor.userId, role: "coach", cohortId: null }, NINE);
    await endAccess(grace, actor.userId, NINE);
    provider.person.email = email;
    const browser = new Browser();
    expect(await finish(browser, await goThere(browser))).toEqual({ refused: "unknown" });
  });
});

describe("an e-mailed link where there is a provider", () => {
  it("does not let staff in, and participants as before", async () => {
    const { browser } = await signedIn(PRIYA, NINE);
    expect(await browser.who(NINE)).toBeNull();
    expect((await readAnySession(browser.session, NINE))?.standing).toBe("provider");
    const { browser: hers } = await signedIn("elena.marsh@example.org", NINE);
    expect((await hers.who(NINE))?.email).toBe("elena.marsh@example.org");
  });

  it("does not let staff change the address that the provider knows them by", async () => {
    const browser = new Browser();
    const input = {
      email: "new@example.org",
      browserSecret: browser.secret,
      sessionToken: null,
      clientIp: browser.ip,
    };
    const staff = (await actorOf(db, priya.userId)) as Actor;
    await expect(askToChangeAddress(staff, input, NINE)).rejects.toThrow("by the address it knows");
  });

  it("does for whom an administrator allows it, with a second factor, until it is ended", async () => {
    const email = "tom.ellery@example.org";
    const { actor: tom, browser } = await signedIn(email, NINE);
    await grantRole(grace, { userId: tom.userId, role: "facilitator", cohortId: null }, NINE);
    const standing = async () => (await readAnySession(browser.session, NINE))?.standing;
    expect(await standing()).toBe("provider");
    await expect(allowLinks(tom, tom.userId, true, NINE)).rejects.toBeInstanceOf(NotAllowed);
    expect(await succeeded([1, 2, 3].map(() => allowLinks(grace, tom.userId, true, NINE)))).toBe(1);
    expect(await standing()).toBe("enrol");
    await allowLinks(grace, tom.userId, false, NINE);
    expect(await standing(), "the session that came by e-mail is gone").toBeUndefined();
    await expect(allowLinks(grace, tom.userId, false, NINE)).rejects.toBeInstanceOf(WrongState);
    const actions = await db.auditEntry.findMany({
      where: { subjectId: tom.userId, action: { startsWith: "sign_in_by_email" } },
      orderBy: { id: "asc" },
      select: { action: true },
    });
    expect(actions.map(({ action }) => action)).toEqual([
      "sign_in_by_email.allowed",
      "sign_in_by_email.ended",
    ]);
    expect((await actorOf(db, tom.userId))?.roles).toHaveLength(1);
  });
});
