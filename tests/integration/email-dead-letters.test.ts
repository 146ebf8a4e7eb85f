import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db, disconnect } from "@/lib/db";
import { deadLetters } from "@/lib/email/dead-letters";
import { deliverDue } from "@/lib/email/deliver";
import { mailboxIsOpen, newestMails, readMail } from "@/lib/email/mailbox";
import { retryMessage } from "@/lib/email/retry";
import { smtpTransport, type Transport } from "@/lib/email/transport";
import type { Env } from "@/lib/env";
import { NotFound, WrongState } from "@/lib/errors";
import { freshDatabase } from "../support/database";
import { withEnvironment } from "../support/environment";
import { emptyOutbox, later, NOON, queue, row } from "../support/outbox";
import { startSmtp, type TestSmtp } from "../support/smtp";

const someone = (roles: Actor["roles"]): Actor => ({
  userId: "01939c00-0000-7000-8000-000000000001",
  name: "Ines Ferreira",
  email: "ines@example.org",
  roles,
});
const administrator = someone([{ role: "administrator", cohortId: null }]);
const manager = someone([{ role: "cohort_manager", cohortId: "01939c00-0000-7000-8000-000000000002" }]);

let smtp: TestSmtp;
let transport: Transport;

beforeAll(async () => {
  await freshDatabase();
  smtp = await startSmtp();
  transport = smtpTransport(smtp.url, "npq@portal.example.org");
});
beforeEach(async () => {
  await emptyOutbox();
  smtp.received = [];
  smtp.conduct = () => ({ does: "refuse", step: "recipient", code: 550 });
});
afterAll(async () => {
  await smtp.stop();
  await disconnect();
});

async function deadLetter(options: { secret?: boolean; usefulUntil?: Date } = {}) {
  const { dedupeKey, to } = await queue(options);
  await deliverDue(NOON, { transport });
  return { ...(await row(dedupeKey)), to };
}

describe("dead letters", () => {
  test("an administrator sees what was given up and why, newest first", async () => {
    const first = await deadLetter();
    const { dedupeKey } = await queue({ secret: true, at: later(1) });
    await deliverDue(later(1), { transport });
    const second = await row(dedupeKey);
    const seen = await deadLetters(administrator, later(2));
    expect(seen.map(({ id, canRetry }) => ({ id, canRetry }))).toEqual([
      { id: second.id, canRetry: false },
      { id: first.id, canRetry: true },
    ]);
    expect(seen[1]).toMatchObject({
      toAddress: first.to,
      queuedAt: NOON,
      diedAt: NOON,
      tries: 1,
      reason: "The mail server refused the recipient (550).",
    });
    expect(seen[1]).not.toHaveProperty("text");
  });

  test("nobody else sees or retries one; what does not exist looks the same", async () => {
    const { id } = await deadLetter();
    for (const actor of [manager, someone([])]) {
      await expect(deadLetters(actor, NOON)).rejects.toThrow(NotFound);
      await expect(retryMessage(actor, id, NOON)).rejects.toThrow(NotFound);
    }
    await expect(retryMessage(administrator, "01939c00-0000-7000-8000-000000000009", NOON)).rejects.toThrow(
      NotFound,
    );
    await expect(retryMessage(administrator, "x'; --", NOON)).rejects.toThrow(NotFound);
  });

  test("a retried one arrives, once, with the message it was; the audit log says who did it", async () => {
    const { id, to } = await deadLetter();
    smtp.conduct = () => ({ does: "accept" });
    await retryMessage(administrator, id, later(60));
    expect(await deadLetters(administrator, later(60))).toEqual([]);
    expect(await deliverDue(later(60), { transport })).toMatchObject({ sent: 1 });
    expect(smtp.received).toMatchObject([{ to, messageId: `<${id}@portal.example.org>` }]);
    const audit = await db.auditEntry.findFirst({ where: { subjectId: id } });
    expect(audit).toMatchObject({ action: "email.retried", actorId: administrator.userId, at: later(60) });
  });

  test("two at once: one retries, the other is told", async () => {
    const { id } = await deadLetter();
    const both = await Promise.allSettled([
      retryMessage(administrator, id, NOON),
      retryMessage(administrator, id, NOON),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = both.find((outcome) => outcome.status === "rejected");
    expect(refused?.reason).toBeInstanceOf(WrongState);
    expect(await db.auditEntry.count({ where: { subjectId: id } })).toBe(1);
  });

  test("a personal link can be sent again while it works, and not afterwards", async () => {
    const usefulUntil = later(28 * 24 * 60);
    const { id, to } = await deadLetter({ secret: true, usefulUntil });
    expect(await deadLetters(administrator, later(5))).toMatchObject([{ id, canRetry: true }]);
    expect(await deadLetters(administrator, usefulUntil)).toMatchObject([{ id, canRetry: false }]);
    await expect(retryMessage(administrator, id, usefulUntil)).rejects.toThrow(/has expired/);
    await retryMessage(administrator, id, later(5));
    smtp.conduct = () => ({ does: "accept" });
    await deliverDue(later(6), { transport });
    expect(smtp.received.map((each) => each.to)).toEqual([to]);
    expect(await db.outboxMessage.findUnique({ where: { id } })).toMatchObject({ text: "" });
  });

  test("a sign-in link is never sent again", async () => {
    const { id } = await deadLetter({ secret: true });
    await expect(retryMessage(administrator, id, NOON)).rejects.toThrow(WrongState);
    expect(await db.outboxMessage.count({ where: { id, deadAt: null } })).toBe(0);
  });
});

describe("the demo's mailbox page", () => {
  const open = (set: Partial<Env>) => withEnvironment(set, async () => mailboxIsOpen());

  test("exists only in the embedded demo without a mail server", async () => {
    expect(await open({ PORTAL_EMBEDDED: "1" })).toBe(true);
    expect(await open({ PORTAL_EMBEDDED: "1", SMTP_URL: "smtp://127.0.0.1:2525" })).toBe(false);
    expect(await open({})).toBe(false);
    await expect(newestMails()).rejects.toThrow(NotFound);
    await expect(readMail("01939c00-0000-7000-8000-000000000009")).rejects.toThrow(NotFound);
  });
});
