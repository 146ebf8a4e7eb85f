import "server-only";
import type { Tx } from "../db";

/** A message as its template made it. */
export type Message = { template: string; subject: string; text: string; html: string };

/**
 * Puts an e-mail into the outbox, in the transaction of the step it tells of; it leaves after commit
 * (lib/email/deliver.ts). `dedupeKey` names the step: queued twice, it is sent once.
 */
export async function queueEmail(
  tx: Tx,
  to: string,
  message: Message,
  options: { dedupeKey: string; at: Date; secret?: boolean },
): Promise<void> {
  await tx.outboxMessage.createMany({
    data: {
      toAddress: to,
      template: message.template,
      subject: oneLine(message.subject),
      text: message.text,
      html: message.html,
      dedupeKey: options.dedupeKey,
      secret: options.secret ?? false,
      createdAt: options.at,
      nextAttemptAt: options.at,
    },
    skipDuplicates: true,
  });
}

/** A line break in a subject would start another header; by characters, so that none is cut in half. */
function oneLine(subject: string): string {
  const line = subject.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return Array.from(line).slice(0, 200).join("");
}
