import { randomUUID } from "node:crypto";
import { db, inTransaction } from "@/lib/db";
import { emailLayout } from "@/lib/email/layout";
import { queueEmail } from "@/lib/email/queue";

/** Noon on the frozen day of the e-mail tests, and instants after it. */
export const NOON = new Date("2026-11-23T12:00:00Z");
export const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

type Queued = {
  to?: string;
  subject?: string;
  secret?: boolean;
  usefulUntil?: Date;
  key?: string;
  at?: Date;
};

/** Queues an e-mail as a verb does, to an address of its own unless told. */
export async function queue({
  to,
  subject = "Your offer",
  secret,
  usefulUntil,
  key,
  at = NOON,
}: Queued = {}) {
  const address = to ?? `amina.${randomUUID()}@example.org`;
  const parts = emailLayout({ heading: subject, paragraphs: ["A place is yours."] });
  const dedupeKey = key ?? `offer:${randomUUID()}`;
  const message = { template: "offer", subject, ...parts };
  await inTransaction((tx) => queueEmail(tx, address, message, { dedupeKey, at, secret, usefulUntil }));
  return { to: address, dedupeKey };
}

/** The outbox's row of a step. */
export const row = (dedupeKey: string) => db.outboxMessage.findUniqueOrThrow({ where: { dedupeKey } });

/** Empties the outbox and the demo's mailbox. */
export async function emptyOutbox(): Promise<void> {
  await db.outboxMessage.deleteMany();
  await db.demoMail.deleteMany();
}
