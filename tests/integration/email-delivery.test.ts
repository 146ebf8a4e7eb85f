import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, disconnect, inTransaction } from "@/lib/db";
import { deliverDue } from "@/lib/email/deliver";
import { queueEmail } from "@/lib/email/queue";
import { smtpTransport, type Transport } from "@/lib/email/transport";
import { freshDatabase } from "../support/database";
import { emptyOutbox, later, NOON, queue, row } from "../support/outbox";
import { startSmtp, type TestSmtp } from "../support/smtp";

const FROM = "NPQ portal <npq@portal.example.org>";

let smtp: TestSmtp;
let transport: Transport;

beforeAll(async () => {
  await freshDatabase();
  smtp = await startSmtp();
  transport = smtpTransport(smtp.url, FROM);
});
beforeEach(async () => {
  await emptyOutbox();
  smtp.received = [];
  smtp.conduct = () => ({ does: "accept" });
});
afterAll(async () => {
  await smtp.stop();
  await disconnect();
});

const deliver = (at = NOON, batch = 20) => deliverDue(at, { transport, batch });

describe("a mail server that takes everything", () => {
  test("a queued e-mail arrives once, with both parts and an identity of its own", async () => {
    const { to, dedupeKey } = await queue();
    expect(await deliver()).toMatchObject({ sent: 1, postponed: 0, dead: 0 });
    expect(await deliver(later(600))).toMatchObject({ sent: 0 });
    const sent = await row(dedupeKey);
    expect(sent).toMatchObject({ sentAt: NOON, lockedUntil: null, deadAt: null, attempts: 1 });
    expect(smtp.received).toMatchObject([
      { to, subject: "Your offer", messageId: `<${sent.id}@portal.example.org>` },
    ]);
    expect(smtp.received[0]?.raw).toMatch(/text\/plain[\s\S]*text\/html/);
    expect(smtp.received[0]?.raw).toContain("Auto-Submitted: auto-generated");
  });

  test("the way off a list goes out in the head, and no other header does", async () => {
    const headers = {
      "List-Unsubscribe": `<https://npq.example.org/be-told/leave/${"x".repeat(80)}/one-click>\r\nBcc: all@example.org`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "X-Other": "no",
    };
    const message = { template: "news", subject: "News", text: "News", html: "News", headers };
    await inTransaction((tx) => queueEmail(tx, "bo@example.org", message, { dedupeKey: "news:1", at: NOON }));
    await deliver();
    const [head = ""] = smtp.received[0]?.raw.split("\r\n\r\n") ?? [];
    // A long header is folded: the line goes on after a space.
    expect(head.replace(/\r\n[ \t]+/g, " ")).toMatch(
      /^List-Unsubscribe: <https:\/\/npq\.example\.org\/be-told\/leave\/x{80}\/one-click>/m,
    );
    expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect(head).not.toMatch(/^(Bcc|X-Other):/im);
  });

  test("one step queued twice is one e-mail", async () => {
    await queue({ key: "offer:made-once" });
    await queue({ key: "offer:made-once" });
    await deliver();
    expect(smtp.received).toHaveLength(1);
  });

  test("a step that is rolled back sends nothing", async () => {
    const step = inTransaction(async (tx) => {
      const message = { template: "offer", subject: "Never", text: "Never", html: "Never" };
      await queueEmail(tx, "bo@example.org", message, { dedupeKey: "offer:rolled-back", at: NOON });
      throw new Error("The place had gone.");
    });
    await expect(step).rejects.toThrow("The place had gone.");
    expect(await deliver()).toMatchObject({ sent: 0 });
  });

  test("nothing leaves before its time", async () => {
    await queue({ at: later(5) });
    expect(await deliver(later(4))).toMatchObject({ sent: 0 });
    expect(await deliver(later(5))).toMatchObject({ sent: 1 });
  });

  test("a line break in a subject makes no header", async () => {
    await queue({ subject: "Your offer\r\nBcc: everyone@example.org\u2028X-Evil: yes" });
    await deliver();
    const [head = ""] = smtp.received[0]?.raw.split("\r\n\r\n") ?? [];
    expect(head).not.toMatch(/^(Bcc|X-Evil):/im);
    expect(smtp.received).toHaveLength(1);
  });

  test("four deliverers at once on 200 messages: each arrives once", async () => {
    const addresses = Array.from({ length: 200 }, (_, index) => `participant.${index}@example.org`);
    for (const to of addresses) await queue({ to });
    // A machine that stands still for ten seconds makes its mail server late as well: what was under way is then
    // postponed, as it should be, and goes in a later round. However many rounds: nothing is lost, nothing doubled.
    let sent = 0;
    for (let minute = 0; sent < 200 && minute <= 60; minute += 15) {
      const rounds = Array.from({ length: 4 }, () => deliver(later(minute), 200));
      for (const round of await Promise.all(rounds)) sent += round.sent;
    }
    expect(sent).toBe(200);
    expect(smtp.received.map(({ to }) => to).sort()).toEqual(addresses.sort());
    expect(await db.outboxMessage.count({ where: { sentAt: null } })).toBe(0);
  });
});

describe("messages that carry a way in", () => {
  test("are wiped once they are sent", async () => {
    const { dedupeKey } = await queue({ secret: true });
    await deliver(later(1));
    expect(smtp.received).toHaveLength(1);
    expect(await row(dedupeKey)).toMatchObject({ text: "", html: "" });
  });

  test("are not sent once the link has expired, and are wiped", async () => {
    const { to, dedupeKey } = await queue({ secret: true });
    expect(await deliver(later(10))).toMatchObject({ sent: 0, dead: 1 });
    expect(smtp.triesTo(to)).toBe(0);
    expect(await row(dedupeKey)).toMatchObject({ text: "", html: "", deadAt: later(10) });
  });

  test("are wiped when they are given up", async () => {
    const { dedupeKey } = await queue({ secret: true });
    smtp.conduct = () => ({ does: "refuse", step: "recipient", code: 550 });
    await deliver();
    expect(await row(dedupeKey)).toMatchObject({ text: "", html: "", deadAt: NOON });
  });
});

describe("the demo's mailbox", () => {
  const intoMailbox = () => deliverDue(NOON, { transport: { kind: "mailbox" } });

  test("holds each message once, whoever delivers", async () => {
    const { to, dedupeKey } = await queue({ secret: true });
    await Promise.all([intoMailbox(), intoMailbox()]);
    const mails = await db.demoMail.findMany();
    expect(mails).toMatchObject([{ toAddress: to, subject: "Your offer", arrivedAt: NOON }]);
    expect(mails[0]?.text).toContain("A place is yours.");
    expect(await row(dedupeKey)).toMatchObject({ sentAt: NOON, text: "" });
  });
});
