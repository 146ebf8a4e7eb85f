import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, disconnect, inTransaction } from "@/lib/db";
import { deliverDue } from "@/lib/email/deliver";
import { forgetEmails } from "@/lib/email/forget";
import { readMail } from "@/lib/email/mailbox";
import { queueEmail } from "@/lib/email/queue";
import { smtpTransport, type Transport } from "@/lib/email/transport";
import { freshDatabase } from "../support/database";
import { emptyOutbox, later, NOON, row } from "../support/outbox";
import { startSmtp, type TestSmtp } from "../support/smtp";

/** Files that go with an e-mail, and e-mails whose time is over. */

const FILE = {
  name: "webinar.ics",
  type: "text/calendar; charset=utf-8; method=REQUEST",
  text: "BEGIN:VCALENDAR\r\nSUMMARY:Fees – and funding\r\nEND:VCALENDAR\r\n",
};
const MESSAGE = {
  template: "invitation",
  subject: "Your place",
  text: "The link",
  html: "<p>The link</p>",
  attachments: [FILE],
};

let smtp: TestSmtp;
let transport: Transport;

beforeAll(async () => {
  await freshDatabase();
  smtp = await startSmtp();
  transport = smtpTransport(smtp.url, "NPQ portal <npq@portal.example.org>");
});
beforeEach(async () => {
  await emptyOutbox();
  smtp.received = [];
});
afterAll(async () => {
  await smtp.stop();
  await disconnect();
});

type Options = { secret?: boolean; usefulUntil?: Date };
const queue = (dedupeKey: string, options: Options = {}) =>
  inTransaction((tx) => queueEmail(tx, "amina@example.org", MESSAGE, { dedupeKey, at: NOON, ...options }));

/** The parts of a message: their heads, and their text as it was before it was coded for the way. */
function parts(raw: string): { head: string; text: string }[] {
  return raw.split(/^--.*$/m).map((part) => {
    const [head = "", ...rest] = part.split("\r\n\r\n");
    const coded = rest.join("\r\n\r\n");
    const text = /base64/i.test(head)
      ? Buffer.from(coded, "base64").toString("utf8")
      : Buffer.from(
          coded
            .replace(/=\r\n/g, "")
            .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          "latin1",
        ).toString("utf8");
    return { head: head.replace(/\r\n\s+/g, " "), text };
  });
}

describe("a file that goes with an e-mail", () => {
  test("arrives at a real mail server with its name, its type and every byte", async () => {
    await queue("invitation:1");
    expect(await deliverDue(NOON, { transport })).toMatchObject({ sent: 1 });
    const part = parts(smtp.received[0]?.raw ?? "").find(({ head }) => /text\/calendar/.test(head));
    expect(part?.head).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(part?.head).toMatch(/Content-Disposition: attachment; filename="?webinar\.ics/);
    expect(part?.text.trim()).toBe(FILE.text.trim());
    expect((await row("invitation:1")).attachments).toEqual([FILE]);
  });

  test("is wiped with a message that carries a way in", async () => {
    await queue("invitation:2", { secret: true, usefulUntil: later(600) });
    await deliverDue(NOON, { transport });
    expect(smtp.received).toHaveLength(1);
    expect(await row("invitation:2")).toMatchObject({ text: "", html: "", attachments: null });
  });

  test("stands in the demo's mailbox", async () => {
    await queue("invitation:3");
    await deliverDue(NOON, { transport: { kind: "mailbox" } });
    const { id } = await row("invitation:3");
    expect((await db.demoMail.findUniqueOrThrow({ where: { id } })).attachments).toEqual([FILE]);
    // Nobody can read a mailbox where e-mail is really sent.
    await expect(readMail(id)).rejects.toThrow();
  });
});

describe("an e-mail with a time of its own", () => {
  test("is sent until then, though it is secret and older than a sign-in link may be", async () => {
    await queue("invitation:4", { secret: true, usefulUntil: later(60) });
    expect(await deliverDue(later(59), { transport })).toMatchObject({ sent: 1 });
  });

  test("is not sent from then on", async () => {
    await queue("invitation:5", { usefulUntil: later(60) });
    expect(await deliverDue(later(60), { transport })).toMatchObject({ sent: 0, dead: 1 });
    expect(smtp.received).toEqual([]);
  });
});

test("e-mails can be forgotten by the step they told of, and no others", async () => {
  for (const key of ["place:1:a", "place:1:b", "place:2:a"]) await queue(key);
  await deliverDue(NOON, { transport: { kind: "mailbox" } });
  expect(await inTransaction((tx) => forgetEmails(tx, ["place:1:"]))).toBe(2);
  expect(await inTransaction((tx) => forgetEmails(tx, []))).toBe(0);
  expect(await db.outboxMessage.findMany({ select: { dedupeKey: true } })).toEqual([
    { dedupeKey: "place:2:a" },
  ]);
  expect(await db.demoMail.count()).toBe(1);
});
