import "server-only";
import type { Tx } from "../db";

/** A file of text that goes with an e-mail. `name` is our own; `type` a media type such as "text/calendar; method=REQUEST". */
export type Attachment = { name: string; type: string; text: string };

/** A message as its template made it. */
export type Message = {
  template: string;
  subject: string;
  text: string;
  html: string;
  attachments?: Attachment[];
  /** Headers of its own, by name: how to leave a list. */
  headers?: Record<string, string>;
};

/**
 * Puts an e-mail into the outbox, in the transaction of the step it tells of; it leaves after commit
 * (lib/email/deliver.ts). `dedupeKey` names the step: queued twice, it is sent once. `secret` is for what carries a
 * way in: its text is wiped once sent, and it is not sent at all after `usefulUntil`, ten minutes on unless told.
 */
export async function queueEmail(tx: Tx, to: string, message: Message, options: Options): Promise<void> {
  await tx.outboxMessage.createMany({ data: [row(to, message, options)], skipDuplicates: true });
}

/** An e-mail of many that one step sends. */
export type Letter = { to: string; message: Message; dedupeKey: string; usefulUntil?: Date };

/** The same for many at once, in one statement. */
export async function queueEmails(tx: Tx, letters: readonly Letter[], at: Date): Promise<void> {
  const data = letters.map(({ to, message, ...options }) => row(to, message, { ...options, at }));
  if (data.length > 0) await tx.outboxMessage.createMany({ data, skipDuplicates: true });
}

type Options = { dedupeKey: string; at: Date; secret?: boolean; usefulUntil?: Date };

function row(to: string, message: Message, options: Options) {
  return {
    toAddress: to,
    template: message.template,
    subject: oneLine(message.subject),
    text: message.text,
    html: message.html,
    ...(message.headers ? { headers: message.headers } : {}),
    dedupeKey: options.dedupeKey,
    secret: options.secret ?? false,
    usefulUntil: options.usefulUntil ?? null,
    ...(message.attachments ? { attachments: message.attachments } : {}),
    createdAt: options.at,
    nextAttemptAt: options.at,
  };
}

/** How many messages a step has queued whose keys begin so, whatever became of them. */
export async function countQueued(tx: Tx, keyBegins: string): Promise<number> {
  return tx.outboxMessage.count({ where: { dedupeKey: { startsWith: keyBegins } } });
}

/** Takes messages to that address out of the outbox that have not left yet and whose keys end so. */
export async function dropUnsent(tx: Tx, to: string, keyEnds: string): Promise<void> {
  await tx.outboxMessage.deleteMany({
    where: { toAddress: to, dedupeKey: { endsWith: keyEnds }, sentAt: null, lockedUntil: null },
  });
}

/** A line break in a subject would start another header; by characters, so that none is cut in half. */
function oneLine(subject: string): string {
  const line = subject.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return Array.from(line).slice(0, 200).join("");
}
