import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, disconnect } from "@/lib/db";
import { MOST_TRIES } from "@/lib/email/backoff";
import { deliverDue } from "@/lib/email/deliver";
import { wipeExpired } from "@/lib/email/lease";
import { SMTP_LIMITS, smtpTransport, type Transport } from "@/lib/email/transport";
import { isDatabaseAway } from "@/lib/errors";
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

describe("a mail server that refuses, stalls and dies", () => {
  test("a temporary refusal waits for a minute or so and then goes through", async () => {
    const { to, dedupeKey } = await queue();
    smtp.conduct = () => ({ does: "refuse", step: "recipient", code: 451, text: `4.7.1 <${to}> greylisted` });
    expect(await deliver()).toMatchObject({ sent: 0, postponed: 1, serverAway: false });
    const waiting = await row(dedupeKey);
    expect(waiting).toMatchObject({ attempts: 1, lockedUntil: null, sentAt: null });
    expect(waiting.lastError).toBe("The mail server refused the recipient (451 4.7.1).");
    expect(waiting.nextAttemptAt.getTime()).toBeGreaterThanOrEqual(later(0.8).getTime());
    expect(waiting.nextAttemptAt.getTime()).toBeLessThanOrEqual(later(1.2).getTime());
    smtp.conduct = () => ({ does: "accept" });
    expect(await deliver(later(2))).toMatchObject({ sent: 1 });
    expect(smtp.received).toHaveLength(1);
    expect(await row(dedupeKey)).toMatchObject({ lastError: null, attempts: 2 });
  });

  test("a recipient refused for good is a dead letter at once, and says why without the address", async () => {
    const { to, dedupeKey } = await queue();
    smtp.conduct = () => ({ does: "refuse", step: "recipient", code: 550, text: `5.1.1 <${to}> unknown` });
    expect(await deliver()).toMatchObject({ dead: 1 });
    const dead = await row(dedupeKey);
    expect(dead.deadAt).toEqual(NOON);
    expect(dead.lastError).toBe("The mail server refused the recipient (550 5.1.1).");
    expect(await deliver(later(10_000))).toMatchObject({ sent: 0, dead: 0 });
    expect(smtp.triesTo(to)).toBe(1);
  });

  test("a message refused for good is dead; a refused sender, the portal's own fault, is kept", async () => {
    const refused = await queue();
    smtp.conduct = (to) => (to ? { does: "refuse", step: "message", code: 554 } : { does: "accept" });
    await deliver();
    expect((await row(refused.dedupeKey)).deadAt).not.toBeNull();
    const kept = await queue();
    smtp.conduct = () => ({ does: "refuse", step: "sender", code: 550 });
    expect(await deliver()).toMatchObject({ postponed: 1, serverAway: true });
    expect((await row(kept.dedupeKey)).lastError).toBe("The mail server refused the sender (550).");
  });

  test("a server that stalls or dies in the middle of a message costs nothing", async () => {
    const stalled = await queue({ to: "chidi@example.org" });
    const cut = await queue({ to: "delia@example.org" });
    smtp.conduct = (to) => (to.startsWith("chidi") ? { does: "stall" } : { does: "die" });
    // Impatient, so that the test does not wait for the server that never answers.
    const impatient = smtpTransport(smtp.url, FROM, { ...SMTP_LIMITS, silence: 300 });
    const done = await deliverDue(NOON, { transport: impatient });
    expect(done).toMatchObject({ sent: 0, postponed: 2, serverAway: true });
    expect(smtp.received).toEqual([]);
    smtp.conduct = () => ({ does: "accept" });
    await deliver(later(2));
    expect(smtp.received.map(({ to }) => to).sort()).toEqual([stalled.to, cut.to]);
  });

  test("a server that is not there ends the pass, and every message is kept", async () => {
    for (let i = 0; i < 12; i++) await queue();
    const nobody = await startSmtp();
    await nobody.stop();
    const away = await deliverDue(NOON, { transport: smtpTransport(nobody.url, FROM) });
    expect(away.serverAway).toBe(true);
    expect(away.postponed).toBeLessThan(12);
    await deliver(later(2));
    expect(smtp.received).toHaveLength(12);
  });

  test("after eight tries it is a dead letter", async () => {
    const { to, dedupeKey } = await queue();
    smtp.conduct = () => ({ does: "refuse", step: "recipient", code: 452 });
    for (let day = 0; day < MOST_TRIES; day++) await deliver(later(day * 24 * 60));
    expect(await row(dedupeKey)).toMatchObject({
      attempts: MOST_TRIES,
      deadAt: later((MOST_TRIES - 1) * 24 * 60),
    });
    await deliver(later(MOST_TRIES * 24 * 60));
    expect(smtp.triesTo(to)).toBe(MOST_TRIES);
  });

  test("the one double: taken, but the answer is lost; both carry the same Message-ID", async () => {
    const { dedupeKey } = await queue();
    smtp.conduct = () => ({ does: "take and die" });
    await deliver();
    smtp.conduct = () => ({ does: "accept" });
    await deliver(later(2));
    const { id } = await row(dedupeKey);
    expect(smtp.received.map(({ messageId }) => messageId)).toEqual([
      `<${id}@portal.example.org>`,
      `<${id}@portal.example.org>`,
    ]);
  });
});

describe("a personal link that works for weeks", () => {
  const usefulUntil = later(28 * 24 * 60);
  const link = () => queue({ secret: true, usefulUntil });

  test("outlives a server that is away, stalls and dies, and arrives once", async () => {
    const { to, dedupeKey } = await link();
    const away = smtpTransport("smtp://127.0.0.1:1", FROM);
    await deliverDue(NOON, { transport: away });
    expect(await row(dedupeKey)).toMatchObject({ sentAt: null, deadAt: null, attempts: 1 });
    const hasty = smtpTransport(smtp.url, FROM, { ...SMTP_LIMITS, silence: 300 });
    smtp.conduct = () => ({ does: "stall" });
    await deliverDue(later(60), { transport: hasty });
    smtp.conduct = () => ({ does: "die" });
    await deliverDue(later(180), { transport: hasty });
    expect(await row(dedupeKey)).toMatchObject({ sentAt: null, deadAt: null, attempts: 3 });
    smtp.conduct = () => ({ does: "accept" });
    await deliver(later(600));
    await deliver(later(601));
    expect(smtp.received.map((each) => each.to)).toEqual([to]);
    expect(await row(dedupeKey)).toMatchObject({ text: "", html: "" });
  });

  test("is kept by a dead letter while it works, and wiped when it has run out", async () => {
    smtp.conduct = () => ({ does: "refuse", step: "recipient", code: 550 });
    const { dedupeKey } = await link();
    await deliver();
    const dead = await row(dedupeKey);
    expect(dead.deadAt).toEqual(NOON);
    expect(dead.text).not.toBe("");
    expect(await wipeExpired(later(60))).toBe(0);
    expect(await wipeExpired(usefulUntil)).toBe(1);
    expect(await row(dedupeKey)).toMatchObject({ text: "", html: "" });
  });
});

describe("a deliverer that dies", () => {
  test("its message is left alone while its claim holds, and sent by the next afterwards", async () => {
    const { dedupeKey } = await queue();
    const minutes = (count: number) =>
      db.$executeRaw`UPDATE "OutboxMessage" SET "attempts" = 1, "lockedUntil" = clock_timestamp() + make_interval(mins => ${count}::int)`;
    await minutes(1);
    expect(await deliver(later(600))).toMatchObject({ sent: 0 });
    await minutes(-1);
    expect(await deliver(later(600))).toMatchObject({ sent: 1 });
    expect(await row(dedupeKey)).toMatchObject({ attempts: 2 });
  });

  test("one whose claim ran out may not settle what another holds", async () => {
    const { dedupeKey } = await queue();
    const other = later(9_999);
    const slow: Transport = {
      kind: "smtp",
      send: async () => void (await db.outboxMessage.updateMany({ data: { lockedUntil: other } })),
    };
    await deliverDue(NOON, { transport: slow });
    expect(await row(dedupeKey)).toMatchObject({ sentAt: null, lockedUntil: other });
  });

  test("a message that kills its deliverer every time is given up", async () => {
    const { to, dedupeKey } = await queue();
    await db.outboxMessage.updateMany({ data: { attempts: MOST_TRIES } });
    expect(await deliver()).toMatchObject({ dead: 1, sent: 0 });
    expect((await row(dedupeKey)).deadAt).not.toBeNull();
    expect(smtp.triesTo(to)).toBe(0);
  });

  test("a database that breaks off while the message is on its way: still sent once", async () => {
    const { dedupeKey } = await queue();
    const breaking: Transport = {
      kind: "smtp",
      async send(message, at) {
        if (transport.kind === "smtp") await transport.send(message, at);
        await db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'npq-portal'`;
      },
    };
    // It may still hold a broken connection when it looks for the next message; the loop then looks again.
    await deliverDue(NOON, { transport: breaking, batch: 1 }).catch((error) => {
      if (!isDatabaseAway(error)) throw error;
    });
    // Which of its other connections are broken comes out only as they are used: new ones.
    await disconnect();
    expect((await row(dedupeKey)).sentAt).toEqual(NOON);
    await deliver(later(600));
    expect(smtp.received).toHaveLength(1);
  });
});
