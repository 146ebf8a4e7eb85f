import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { grantRole } from "@/lib/auth/roles";
import { endSecondFactor, resetSecondFactor } from "@/lib/auth/second-factor/end";
import { giveSecondFactor } from "@/lib/auth/second-factor/give";
import { newRecoveryCodes } from "@/lib/auth/second-factor/recovery";
import { seal, unseal } from "@/lib/auth/second-factor/seal";
import { beginSecondFactor, confirmSecondFactor, waitingSecret } from "@/lib/auth/second-factor/set-up";
import { codeOfStep, stepAt } from "@/lib/auth/second-factor/totp";
import { readAnySession, readSession } from "@/lib/auth/session-store";
import { db, disconnect } from "@/lib/db";
import { FieldProblem, NotAllowed, NotFound, TooMany, WrongState } from "@/lib/errors";
import { freshDatabase } from "../support/database";
import { administrator, Browser, minutesLater, NINE, signedIn, succeeded } from "../support/signing-in";

let grace: Actor;
let people = 0;

beforeAll(async () => {
  await freshDatabase();
  grace = (await administrator(NINE)).actor;
});
afterAll(disconnect);

/** A facilitator of a test's own, signed in by e-mail at nine. */
async function facilitator(): Promise<{ actor: Actor; browser: Browser; email: string }> {
  const email = `facilitator${++people}@example.org`;
  const { actor, browser } = await signedIn(email, NINE);
  await grantRole(grace, { userId: actor.userId, role: "facilitator", cohortId: null }, NINE);
  return { actor: (await browser.who(NINE)) as Actor, browser, email };
}

/** The same with a second factor that is on; the app's codes by instant. */
async function withFactor() {
  const who = await facilitator();
  await beginSecondFactor(who.actor, NINE);
  const secret = (await waitingSecret(who.actor)) ?? Buffer.alloc(0);
  const code = (at: Date) => codeOfStep(secret, stepAt(at));
  await confirmSecondFactor(
    who.actor,
    { code: code(NINE), codeAt: NINE, sessionToken: who.browser.session },
    NINE,
  );
  return { ...who, code };
}

/** Signs in by e-mail in a new browser and stands before the code. */
async function beforeTheCode(email: string, at: Date): Promise<Browser> {
  const browser = new Browser();
  await browser.signIn(email, at);
  expect(await browser.who(at), "not in before the code").toBeNull();
  expect((await readAnySession(browser.session, at))?.standing).toBe("factor");
  return browser;
}

const give = (browser: Browser, code: string, at: Date) =>
  giveSecondFactor({ code, codeAt: at, sessionToken: browser.session }, at);

describe("setting up", () => {
  it("shows one secret, takes a first code, counts for this session and tells its owner", async () => {
    const { actor, browser, email } = await facilitator();
    await Promise.all([beginSecondFactor(actor, NINE), beginSecondFactor(actor, NINE)]);
    const secret = await waitingSecret(actor);
    expect(secret).toHaveLength(20);
    const confirm = (code: string) =>
      confirmSecondFactor(actor, { code, codeAt: NINE, sessionToken: browser.session }, NINE);
    await expect(confirm("000000")).rejects.toBeInstanceOf(FieldProblem);
    expect((await readSession(browser.session, NINE))?.hasFactor).toBe(false);
    await confirm(codeOfStep(secret ?? Buffer.alloc(0), stepAt(NINE)));
    expect((await readSession(browser.session, NINE))?.hasFactor).toBe(true);
    await expect(confirm("000000")).rejects.toBeInstanceOf(WrongState);
    expect(
      await db.auditEntry.count({ where: { action: "second_factor.set_up", actorId: actor.userId } }),
    ).toBe(1);
    const told = await db.outboxMessage.findFirstOrThrow({
      where: { toAddress: email, template: "second-factor" },
    });
    expect(told.subject).toBe("A second factor was set up");
  });

  it("is for staff, and the secret is nowhere in plain", async () => {
    const { actor } = await signedIn("elena.marsh@example.org", NINE);
    await expect(beginSecondFactor(actor, NINE)).rejects.toBeInstanceOf(NotAllowed);
    const secret = Buffer.from("a secret of 20 bytes");
    const sealed = seal(secret, actor.userId);
    expect(Buffer.from(sealed, "base64").includes(secret)).toBe(false);
    expect(unseal(sealed, actor.userId)).toEqual(secret);
    expect(unseal(sealed, grace.userId)).toBeNull();
  });
});

describe("the code", () => {
  it("lets in, once, with a new session in place of the one that waited", async () => {
    const { email, code } = await withFactor();
    const at = minutesLater(20);
    const browser = await beforeTheCode(email, at);
    const waiting = browser.session;
    // Four, and the fifth below: a quarter of an hour has no more tries than that, whichever of these are counted.
    const tries = Array.from({ length: 4 }, () => give(browser, code(at), at));
    expect(await succeeded(tries)).toBe(1);
    expect(await readAnySession(waiting, at)).toBeNull();
    // The very code again, in another browser within its thirty seconds.
    const other = await beforeTheCode(email, minutesLater(40));
    await expect(give(other, code(at), at)).rejects.toBeInstanceOf(FieldProblem);
  });

  it("is refused when wrong, five times, then for a while", async () => {
    const { email, code } = await withFactor();
    const at = minutesLater(20);
    const browser = await beforeTheCode(email, at);
    const wrong = code(minutesLater(60));
    for (let n = 0; n < 5; n++) await expect(give(browser, wrong, at)).rejects.toBeInstanceOf(FieldProblem);
    await expect(give(browser, code(at), at)).rejects.toBeInstanceOf(TooMany);
    expect((await readAnySession(browser.session, at))?.standing).toBe("factor");
    await give(browser, code(minutesLater(36)), minutesLater(36));
  });

  it("is for a session that waits for one", async () => {
    const { browser } = await facilitator();
    await expect(give(browser, "123456", NINE)).rejects.toBeInstanceOf(WrongState);
    await expect(give(new Browser(), "123456", NINE)).rejects.toBeInstanceOf(WrongState);
  });
});

describe("recovery codes", () => {
  it("are eight, kept as hashes, and let in once each", async () => {
    const { actor, email, browser: mine } = await withFactor();
    const first = await newRecoveryCodes(actor, mine.session, NINE);
    const codes = await newRecoveryCodes(actor, mine.session, NINE);
    expect(codes).toHaveLength(8);
    expect(await db.recoveryCode.count({ where: { userId: actor.userId } })).toBe(8);
    const at = minutesLater(20);
    const browser = await beforeTheCode(email, at);
    await expect(give(browser, first[0] ?? "", at)).rejects.toBeInstanceOf(FieldProblem);
    const typed = ` ${(codes[0] ?? "").toLowerCase()} `;
    await give(browser, typed, at);
    const again = await beforeTheCode(email, minutesLater(40));
    await expect(give(again, typed, minutesLater(40))).rejects.toBeInstanceOf(FieldProblem);
    expect(
      await db.outboxMessage.count({ where: { toAddress: email, subject: "A recovery code was used" } }),
    ).toBe(1);
  });

  it("need a code of this session's last ten minutes, so that an open device does not take the factor away", async () => {
    const { actor, browser, email } = await withFactor();
    const codes = await newRecoveryCodes(actor, browser.session, minutesLater(9));
    const later = minutesLater(10);
    await expect(newRecoveryCodes(actor, browser.session, later)).rejects.toBeInstanceOf(WrongState);
    await expect(newRecoveryCodes(actor, null, NINE)).rejects.toBeInstanceOf(WrongState);
    const waiting = await beforeTheCode(email, later);
    await expect(newRecoveryCodes(actor, waiting.session, later)).rejects.toBeInstanceOf(WrongState);
    await give(waiting, codes[0] ?? "", later);
    const told = { toAddress: email, subject: "Recovery codes were made" };
    expect(await db.outboxMessage.count({ where: told })).toBe(1);
  });

  it("need a factor that is on", async () => {
    const { actor, browser } = await facilitator();
    await expect(newRecoveryCodes(actor, browser.session, NINE)).rejects.toBeInstanceOf(WrongState);
  });
});

describe("taking it away", () => {
  it("needs a code from its owner", async () => {
    const { actor, code, browser } = await withFactor();
    const at = minutesLater(5);
    await expect(endSecondFactor(actor, { code: "000000", codeAt: at }, at)).rejects.toBeInstanceOf(
      FieldProblem,
    );
    await endSecondFactor(actor, { code: code(at), codeAt: at }, at);
    expect((await readSession(browser.session, at))?.hasFactor).toBe(false);
  });

  it("is an administrator's for somebody else: sessions end, and they are told", async () => {
    const { actor, browser, email } = await withFactor();
    await expect(resetSecondFactor(actor, grace.userId, NINE)).rejects.toBeInstanceOf(NotAllowed);
    await expect(resetSecondFactor(grace, grace.userId, NINE)).rejects.toBeInstanceOf(WrongState);
    await expect(resetSecondFactor(grace, "nobody", NINE)).rejects.toBeInstanceOf(NotFound);
    await resetSecondFactor(grace, actor.userId, NINE);
    expect(await browser.who(NINE)).toBeNull();
    await expect(resetSecondFactor(grace, actor.userId, NINE)).rejects.toBeInstanceOf(WrongState);
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { action: "second_factor.reset", subjectId: actor.userId },
    });
    expect(audit.actorId).toBe(grace.userId);
    const told = { toAddress: email, subject: "An administrator reset your second factor" };
    expect(await db.outboxMessage.count({ where: told })).toBe(1);
  });
});
