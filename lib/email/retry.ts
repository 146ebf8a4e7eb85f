import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, isAdministrator } from "../auth/actor";
import { inTransaction } from "../db";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";

/**
 * Puts a dead letter back into the queue, with all its tries before it; call `wakeOutbox` afterwards.
 * @throws NotFound for anyone but an administrator and for a message that does not exist.
 * @throws WrongState when the message is not dead, or carried a link that has expired.
 */
export async function retryMessage(actor: Actor, id: string, at: Date): Promise<void> {
  if (!isAdministrator(actor) || !isId(id)) throw new NotFound();
  await inTransaction(async (tx) => {
    const message = await tx.outboxMessage.findUnique({
      where: { id },
      select: { secret: true, usefulUntil: true, template: true, attempts: true },
    });
    if (!message) throw new NotFound();
    const { secret, usefulUntil } = message;
    if (usefulUntil ? usefulUntil <= at : secret) {
      throw new WrongState(
        "What this message carried has expired. A new one can be asked for where this one was.",
      );
    }
    const { count } = await tx.outboxMessage.updateMany({
      where: { id, deadAt: { not: null }, ...(secret ? { text: { not: "" } } : {}) },
      data: { deadAt: null, lastError: null, lockedUntil: null, attempts: 0, nextAttemptAt: at },
    });
    if (count !== 1)
      throw new WrongState(
        "This message is no longer waiting for a decision: it is being sent again already.",
      );
    await recordAudit(
      tx,
      actor,
      {
        action: "email.retried",
        subjectType: "outbox_message",
        subjectId: id,
        before: { state: "dead", tries: message.attempts },
        after: { state: "queued", template: message.template },
      },
      at,
    );
  });
}
