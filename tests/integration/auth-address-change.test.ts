import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { ADDRESS_TAKEN, askToChangeAddress } from "@/lib/auth/change-address";
import { endAccess } from "@/lib/auth/end-access";
import { LINK_GONE } from "@/lib/auth/redeem";
import { signOutEverywhere } from "@/lib/auth/sign-out";
import { db, disconnect } from "@/lib/db";
import { FieldProblem, NotAllowed, TooMany } from "@/lib/errors";
import { newToken } from "@/lib/ids";
import { freshDatabase } from "../support/database";
import {
  administrator,
  Browser,
  forged,
  letterTo,
  minutesLater,
  NINE,
  signedIn,
  succeeded,
} from "../support/signing-in";

beforeAll(async () => {
  await freshDatabase();
});
afterAll(disconnect);

const ask = (actor: Actor, browser: Browser, email: unknown, at: Date) =>
  askToChangeAddress(
    actor,
    {
      email: forged(email),
      browserSecret: browser.secret,
      sessionToken: browser.session,
      clientIp: browser.ip,
    },
    at,
  );
const templatesTo = async (email: string) =>
  (await db.outboxMessage.findMany({ where: { toAddress: email }, orderBy: { createdAt: "asc" } })).map(
    (m) => m.template,
  );

describe("asking to change one's address", () => {
  it("sends a link to the new address and word to the old one, and changes nothing yet", async () => {
    const { actor, browser } = await signedIn("amara@example.org", NINE);
    await ask(actor, browser, "Amara@New.Example.org", minutesLater(1));
    expect(await templatesTo("amara@new.example.org")).toEqual(["new-address"]);
    expect(await templatesTo("amara@example.org")).toEqual(["sign-in", "address-change-asked"]);
    expect((await browser.who(minutesLater(1)))?.email).toBe("amara@example.org");
    const words = await db.outboxMessage.findFirstOrThrow({ where: { template: "address-change-asked" } });
    expect(words.text).not.toContain("new.example.org");
  });

  it("needs a sign-in of the last ten minutes, in this browser, by this person", async () => {
    const { actor, browser } = await signedIn("ben@example.org", NINE);
    const other = await signedIn("other@example.org", minutesLater(10));
    await expect(ask(actor, browser, "b@new.example.org", minutesLater(10))).rejects.toBeInstanceOf(
      NotAllowed,
    );
    const borrowed = Object.assign(new Browser(), { session: other.browser.session });
    await expect(ask(actor, borrowed, "b@new.example.org", minutesLater(10))).rejects.toBeInstanceOf(
      NotAllowed,
    );
    for (const session of [null, newToken(), { not: "" }, undefined]) {
      const without = Object.assign(new Browser(), { session: forged(session) });
      await expect(ask(actor, without, "b@new.example.org", NINE)).rejects.toBeInstanceOf(NotAllowed);
    }
    expect(await db.outboxMessage.count({ where: { toAddress: "b@new.example.org" } })).toBe(0);
    await browser.signIn("ben@example.org", minutesLater(11));
    await expect(ask(actor, browser, "b@new.example.org", minutesLater(12))).resolves.toBeUndefined();
  });

  it("refuses what is no address and the one that it is already", async () => {
    const { actor, browser } = await signedIn("cleo@example.org", NINE);
    for (const email of ["", "nobody", { not: "" }, undefined, "CLEO@example.org"]) {
      await expect(ask(actor, browser, email, NINE)).rejects.toBeInstanceOf(FieldProblem);
    }
  });

  it("answers the same when the address is somebody's, and falls under the same limits", async () => {
    await signedIn("taken@example.org", NINE);
    const { actor, browser } = await signedIn("dora@example.org", NINE);
    await expect(ask(actor, browser, "taken@example.org", NINE)).resolves.toBeUndefined();
    for (let n = 0; n < 3; n++) await ask(actor, browser, "taken@example.org", NINE);
    await expect(ask(actor, browser, "taken@example.org", NINE)).rejects.toBeInstanceOf(TooMany);
  });
});

describe("confirming the new address", () => {
  it("changes it, ends every session and link, signs this browser in anew, and tells the old address", async () => {
    const { actor, browser } = await signedIn("eve@example.org", NINE);
    const [phone, tablet] = [new Browser(), new Browser()];
    await phone.signIn("eve@example.org", NINE);
    const old = browser.session;
    await ask(actor, browser, "eve@new.example.org", minutesLater(1));
    const underWay = await tablet.ask("eve@example.org", minutesLater(1));
    const { token } = await letterTo("eve@new.example.org");
    const done = await browser.followLink(token, minutesLater(2));
    expect(done).toMatchObject({ purpose: "change_address", actor: { userId: actor.userId } });
    expect((await browser.who(minutesLater(2)))?.email).toBe("eve@new.example.org");
    expect(await Object.assign(new Browser(), { session: old }).who(minutesLater(2))).toBeNull();
    expect(await phone.who(minutesLater(2))).toBeNull();
    await expect(tablet.followLink(underWay.token, minutesLater(3))).rejects.toThrow(LINK_GONE);
    expect(await templatesTo("eve@example.org")).toContain("address-changed");
    const audit = await db.auditEntry.findMany({
      where: { subjectId: actor.userId },
      orderBy: { id: "asc" },
    });
    expect(audit.map(({ action }) => action)).toContain("address.changed");
    expect(JSON.stringify(audit.map(({ before, after }) => [before, after]))).not.toContain("example.org");
    expect((await signedIn("eve@new.example.org", minutesLater(20))).actor.userId).toBe(actor.userId);
  });

  it("works by the code too, once out of twenty at the same moment, and in the asking browser only", async () => {
    const { actor, browser } = await signedIn("fay@example.org", NINE);
    await ask(actor, browser, "fay@new.example.org", NINE);
    const { token, code } = await letterTo("fay@new.example.org");
    await expect(new Browser().followLink(token, NINE)).rejects.toThrow(LINK_GONE);
    const tries = Array.from({ length: 20 }, (_, n) =>
      n % 2 ? browser.followLink(token, NINE) : browser.typeCode(code, NINE),
    );
    expect(await succeeded(tries)).toBe(1);
    expect(await db.session.count({ where: { userId: actor.userId } })).toBe(1);
    expect(
      await db.outboxMessage.count({ where: { toAddress: "fay@example.org", template: "address-changed" } }),
    ).toBe(1);
  });

  it("is refused in plain words when the address became somebody's meanwhile", async () => {
    const { actor, browser } = await signedIn("gina@example.org", NINE);
    await ask(actor, browser, "soon.taken@example.org", NINE);
    const { token } = await letterTo("soon.taken@example.org");
    const phone = new Browser();
    const theirs = await phone.ask("soon.taken@example.org", NINE);
    // Both at the same moment, so that either may come first; the address is one person's in the end.
    const [change, signIn] = await Promise.allSettled([
      browser.followLink(token, minutesLater(1)),
      phone.followLink(theirs.token, minutesLater(1)),
    ]);
    if (change.status === "rejected") expect([ADDRESS_TAKEN, LINK_GONE]).toContain(change.reason.message);
    else expect(signIn.status).toBe("rejected");
    expect(await db.user.count({ where: { email: "soon.taken@example.org" } })).toBe(1);
  });

  it("is refused when the address had been somebody's all along", async () => {
    await signedIn("long.taken@example.org", NINE);
    const { actor, browser } = await signedIn("hal@example.org", NINE);
    await ask(actor, browser, "long.taken@example.org", NINE);
    const { token } = await letterTo("long.taken@example.org");
    await expect(browser.followLink(token, minutesLater(1))).rejects.toThrow(ADDRESS_TAKEN);
    expect((await browser.who(minutesLater(1)))?.email).toBe("hal@example.org");
  });

  it("is stopped by signing out everywhere and by the end of access", async () => {
    const grace = await administrator(NINE);
    for (const [n, stop] of [
      (actor: Actor) => signOutEverywhere(actor, NINE),
      (actor: Actor) => endAccess(grace.actor, actor.userId, NINE),
    ].entries()) {
      const { actor, browser } = await signedIn(`ines${n}@example.org`, NINE);
      await ask(actor, browser, `ines${n}@new.example.org`, NINE);
      const { token } = await letterTo(`ines${n}@new.example.org`);
      await stop(actor);
      await expect(browser.followLink(token, NINE)).rejects.toThrow(LINK_GONE);
      expect(await db.user.count({ where: { email: `ines${n}@new.example.org` } })).toBe(0);
    }
  });
});
