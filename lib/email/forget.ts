import "server-only";
import type { Tx } from "../db";

/**
 * Deletes the e-mails of steps whose people the portal may no longer remember, sent or not, with their addresses;
 * `dedupeKeys` are the beginnings of the keys that they were queued under. Gives their number.
 */
export async function forgetEmails(tx: Tx, dedupeKeys: string[]): Promise<number> {
  const OR = dedupeKeys.map((startsWith) => ({ dedupeKey: { startsWith } }));
  if (OR.length === 0) return 0;
  const found = await tx.outboxMessage.findMany({ where: { OR }, select: { id: true } });
  const id = { in: found.map((message) => message.id) };
  // The demo's mailbox keeps its copy under the same identifier.
  await tx.demoMail.deleteMany({ where: { id } });
  return (await tx.outboxMessage.deleteMany({ where: { id } })).count;
}
