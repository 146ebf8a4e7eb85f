import "server-only";
import { db, type Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { Outgoing } from "./transport";

/**
 * Whose turn a message is. A deliverer claims one message at a time for two minutes and may settle it only
 * while it still holds that very claim; `lockedUntil` is the claim's mark. The two minutes run by the
 * database's clock: the portal's may be moved, and those of several servers differ.
 */

export type Claimed = Outgoing & {
  secret: boolean;
  attempts: number;
  createdAt: Date;
  usefulUntil: Date | null;
  lockedUntil: Date;
};

/** Takes the message that has waited longest, or answers undefined when none is due at `at`. */
export async function claimNext(at: Date): Promise<Claimed | undefined> {
  // SKIP LOCKED: two deliverers that ask at once get two messages, neither waits for the other.
  const [message] = await db.$queryRaw<Claimed[]>`
    UPDATE "OutboxMessage"
    SET "lockedUntil" = clock_timestamp() + interval '2 minutes', "attempts" = "attempts" + 1
    WHERE "id" = (
      SELECT "id" FROM "OutboxMessage"
      WHERE "sentAt" IS NULL AND "deadAt" IS NULL AND "nextAttemptAt" <= ${at}::timestamptz
        AND ("lockedUntil" IS NULL OR "lockedUntil" < clock_timestamp())
      ORDER BY "nextAttemptAt", "id"
      LIMIT 1
      FOR UPDATE SKIP LOCKED
    )
    RETURNING "id", "toAddress", "subject", "text", "html", "attachments", "headers", "secret", "attempts", "createdAt",
      "usefulUntil", "lockedUntil"`;
  return message;
}

const held = ({ id, lockedUntil }: Claimed) => ({ id, lockedUntil, sentAt: null, deadAt: null });

/** A message that carries a way in keeps nothing of it once it is sent, or dead with a link that is over. */
const wiped = ({ secret }: Claimed) => (secret ? WIPED : {});
const WIPED = { text: "", html: "", attachments: Prisma.DbNull };

/** Marks it sent; false when the claim has run out and somebody else may have it. */
export async function markSent(tx: Tx, message: Claimed, at: Date): Promise<boolean> {
  const { count } = await tx.outboxMessage.updateMany({
    where: held(message),
    data: { sentAt: at, lockedUntil: null, lastError: null, ...wiped(message) },
  });
  return count === 1;
}

/** Lets it go, to be tried again then. */
export async function postpone(
  tx: Tx,
  message: Claimed,
  nextAttemptAt: Date,
  lastError: string,
): Promise<void> {
  await tx.outboxMessage.updateMany({
    where: held(message),
    data: { nextAttemptAt, lastError, lockedUntil: null },
  });
}

/** Gives it up: a dead letter, which staff can see, and retry as long as its link works. */
export async function giveUp(tx: Tx, message: Claimed, at: Date, lastError: string): Promise<void> {
  await tx.outboxMessage.updateMany({
    where: held(message),
    data: { deadAt: at, lastError, lockedUntil: null, ...(isTooLateToRetry(message, at) ? WIPED : {}) },
  });
}

const isTooLateToRetry = ({ secret, usefulUntil }: Claimed, at: Date) =>
  secret && (usefulUntil === null || usefulUntil <= at);

/** Wipes the dead letters whose links have run out meanwhile. Timed work; answers how many. */
export async function wipeExpired(at: Date): Promise<number> {
  const { count } = await db.outboxMessage.updateMany({
    where: { secret: true, deadAt: { not: null }, usefulUntil: { lte: at }, text: { not: "" } },
    data: WIPED,
  });
  return count;
}
