import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CODE_GONE, LINK_GONE, redeemCode, redeemLink } from "@/lib/auth/redeem";
import { db, disconnect } from "@/lib/db";
import { FieldProblem, TooMany, WrongState } from "@/lib/errors";
import { freshDatabase } from "../support/database";
import { Browser, forged, minutesLater, NINE, someIp, succeeded } from "../support/signing-in";

beforeAll(async () => {
  await freshDatabase();
});
afterAll(disconnect);

const gone = new WrongState(LINK_GONE);
const codeGone = new WrongState(CODE_GONE);
const sessionsOf = (email: string) => db.session.count({ where: { user: { email } } });
/** A code that is certainly not the right one. */
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("using a link", () => {
  it("makes the person, their session and an audit row, and gives the way back", async () => {
    const browser = new Browser();
    const { token } = await browser.ask("amara@example.org", NINE, "/applications/new");
    const done = await browser.followLink(token, minutesLater(5));
    expect(done).toMatchObject({ returnTo: "/applications/new", purpose: "sign_in", cookieSeconds: 604_800 });
    expect(await browser.who(minutesLater(5))).toEqual({
      ...done.actor,
      email: "amara@example.org",
      name: "",
      roles: [],
    });
    const user = await db.user.findUniqueOrThrow({ where: { email: "amara@example.org" } });
    expect(user).toMatchObject({ emailVerifiedAt: minutesLater(5), createdAt: minutesLater(5) });
    const audit = await db.auditEntry.findMany({ where: { subjectId: user.id }, orderBy: { id: "asc" } });
    expect(audit.map(({ action }) => action)).toEqual(["person.created", "session.started"]);
    const [session] = await db.session.findMany({ where: { userId: user.id } });
    expect(JSON.stringify(session)).not.toContain(done.token);
  });

  it("works once: twenty at the same moment make one session", async () => {
    const browser = new Browser();
    const { token } = await browser.ask("ben@example.org", NINE);
    expect(
      await succeeded(Array.from({ length: 20 }, () => browser.followLink(token, minutesLater(1)))),
    ).toBe(1);
    expect(await sessionsOf("ben@example.org")).toBe(1);
    await expect(browser.followLink(token, minutesLater(2))).rejects.toThrow(gone);
    expect(await browser.who(minutesLater(2))).not.toBeNull();
  });

  it("works for ten minutes", async () => {
    const browser = new Browser();
    const { token } = await browser.ask("cleo@example.org", NINE);
    await expect(browser.followLink(token, minutesLater(10))).rejects.toThrow(gone);
    await expect(browser.followLink(token, new Date(minutesLater(10).getTime() - 1))).resolves.toBeTruthy();
  });

  it("works in the browser that asked only, and a try elsewhere does not use it up", async () => {
    const browser = new Browser();
    const { token } = await browser.ask("dora@example.org", NINE);
    await expect(new Browser().followLink(token, minutesLater(1))).rejects.toThrow(gone);
    const bare = redeemLink({ token, browserSecret: null, sessionToken: null }, minutesLater(1));
    await expect(bare).rejects.toThrow(gone);
    await expect(browser.followLink(token, minutesLater(2))).resolves.toBeTruthy();
  });

  it.each([undefined, null, "", { not: "" }, { contains: "" }, ["x"], "a".repeat(43)])(
    "%j is no link",
    async (token) => {
      await expect(new Browser().followLink(forged(token), NINE)).rejects.toThrow(gone);
    },
  );

  it("voids the address's other links, whichever browser asked for them", async () => {
    const [phone, laptop] = [new Browser(), new Browser()];
    const first = await phone.ask("eve@example.org", NINE);
    const second = await laptop.ask("eve@example.org", NINE);
    await laptop.followLink(second.token, minutesLater(1));
    await expect(phone.followLink(first.token, minutesLater(1))).rejects.toThrow(gone);
    await expect(phone.typeCode(first.code, minutesLater(1))).rejects.toThrow(codeGone);
  });

  it("lets one of four browsers in when all use their links at the same moment", async () => {
    const browsers = Array.from({ length: 4 }, () => new Browser());
    for (const browser of browsers) await browser.ask("fay@example.org", NINE);
    const letters = await db.outboxMessage.findMany({ where: { toAddress: "fay@example.org" } });
    const tokens = letters.map(({ text }) => /token=([\w-]{43})/.exec(text)?.[1] ?? "");
    const tries = tokens.flatMap((token) =>
      browsers.map((browser) => browser.followLink(token, minutesLater(1))),
    );
    expect(await succeeded(tries)).toBe(1);
    expect(await sessionsOf("fay@example.org")).toBe(1);
    expect(await db.user.count({ where: { email: "fay@example.org" } })).toBe(1);
  });

  it("replaces this browser's session, also another person's, and leaves other browsers alone", async () => {
    const [phone, laptop] = [new Browser(), new Browser()];
    await phone.signIn("gina@example.org", NINE);
    await laptop.signIn("gina@example.org", NINE);
    const replayed = Object.assign(new Browser(), { session: laptop.session });
    await laptop.signIn("gina@example.org", minutesLater(20));
    expect(await replayed.who(minutesLater(20))).toBeNull();
    expect(await sessionsOf("gina@example.org")).toBe(2);
    await laptop.signIn("harry@example.org", minutesLater(40));
    expect(await sessionsOf("gina@example.org")).toBe(1);
    expect(await phone.who(minutesLater(40))).toMatchObject({ email: "gina@example.org" });
  });
});

describe("typing the code", () => {
  it("signs in the browser that asked, with spaces or a hyphen in it too", async () => {
    const browser = new Browser();
    const { code, token } = await browser.ask("ines@example.org", NINE);
    await browser.typeCode(` ${code.slice(0, 3)} ${code.slice(3)}`, minutesLater(1));
    expect(await browser.who(minutesLater(1))).toMatchObject({ email: "ines@example.org" });
    await expect(browser.followLink(token, minutesLater(1))).rejects.toThrow(gone);
    await expect(browser.typeCode(code, minutesLater(1))).rejects.toThrow(codeGone);
  });

  it("is refused in another browser", async () => {
    const { code } = await new Browser().ask("jack@example.org", NINE);
    await expect(new Browser().typeCode(code, minutesLater(1))).rejects.toThrow(codeGone);
    const bare = redeemCode(
      { code, browserSecret: null, sessionToken: null, clientIp: someIp() },
      minutesLater(1),
    );
    await expect(bare).rejects.toThrow(codeGone);
  });

  it("is refused after five wrong ones, even when right; the link still works", async () => {
    const browser = new Browser();
    const { code, token } = await browser.ask("kim@example.org", NINE);
    for (let times = 0; times < 5; times++) {
      await expect(browser.typeCode(wrong(code), minutesLater(1))).rejects.toBeInstanceOf(FieldProblem);
    }
    await expect(browser.typeCode(code, minutesLater(1))).rejects.toThrow(codeGone);
    await expect(browser.followLink(token, minutesLater(2))).resolves.toBeTruthy();
  });

  it("gets five tries out of twenty at once", async () => {
    const browser = new Browser();
    const { code } = await browser.ask("lou@example.org", NINE);
    const tries = Array.from({ length: 20 }, () => browser.typeCode(wrong(code), minutesLater(1)));
    const answers = await Promise.allSettled(tries);
    const compared = answers.filter((a) => a.status === "rejected" && a.reason instanceof FieldProblem);
    expect(compared).toHaveLength(5);
  });

  it("gets fifteen tries a day for one address, however many e-mails and browsers", async () => {
    const guess = async (minute: number) => {
      const browser = new Browser();
      const { code } = await browser.ask("mia@example.org", minutesLater(minute));
      const tries = Array.from({ length: 5 }, () => browser.typeCode(wrong(code), minutesLater(minute)));
      const answers = await Promise.allSettled(tries);
      return answers.filter((a) => a.status === "rejected" && a.reason instanceof TooMany).length;
    };
    expect([await guess(0), await guess(1), await guess(2), await guess(20)]).toEqual([0, 0, 0, 5]);
    const browser = new Browser();
    const { token } = await browser.ask("mia@example.org", minutesLater(40));
    await expect(browser.followLink(token, minutesLater(40))).resolves.toBeTruthy();
  });

  it.each([undefined, null, "", "12345", "1234567", "abcdef", { not: "" }, { equals: "123456" }])(
    "%j is no code, and costs no try",
    async (code) => {
      const browser = new Browser();
      await browser.ask(`nora.${randomUUID()}@example.org`, NINE);
      await expect(browser.typeCode(forged(code), NINE)).rejects.toThrow(
        "Enter the six digits from the e-mail",
      );
      expect(
        await db.signInRequest.count({ where: { codeAttempts: { gt: 0 }, email: { startsWith: "nora" } } }),
      ).toBe(0);
    },
  );
});
