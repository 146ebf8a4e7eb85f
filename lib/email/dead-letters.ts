import "server-only";
import { type Actor, isAdministrator } from "../auth/actor";
import { db } from "../db";
import { NotFound } from "../errors";

/** An e-mail that was given up, as administrators see it. */
export type DeadLetter = {
  id: string;
  template: string;
  toAddress: string;
  subject: string;
  queuedAt: Date;
  diedAt: Date;
  tries: number;
  /** A plain sentence. */
  reason: string;
  /** False for sign-in links: they have expired, and their text is gone. */
  canRetry: boolean;
};

/** The newest given up first, at most 200. @throws NotFound for anyone but an administrator. */
export async function deadLetters(actor: Actor, at: Date): Promise<DeadLetter[]> {
  if (!isAdministrator(actor)) throw new NotFound();
  const rows = await db.outboxMessage.findMany({
    where: { deadAt: { lte: at } },
    orderBy: [{ deadAt: "desc" }, { id: "desc" }],
    take: 200,
    select: {
      id: true,
      template: true,
      toAddress: true,
      subject: true,
      createdAt: true,
      deadAt: true,
      attempts: true,
      lastError: true,
      secret: true,
    },
  });
  return rows.map(({ createdAt, deadAt, attempts, lastError, secret, ...shown }) => ({
    ...shown,
    queuedAt: createdAt,
    diedAt: deadAt ?? at,
    tries: attempts,
    reason: lastError ?? "The reason was not recorded.",
    canRetry: !secret,
  }));
}
