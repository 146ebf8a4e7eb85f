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
  /** False where the link in it has run out: its text is gone. */
  canRetry: boolean;
};

/** How many e-mails were given up, for those who see them; null for anybody else. */
export async function deadLetterCount(actor: Actor): Promise<number | null> {
  return isAdministrator(actor) ? db.outboxMessage.count({ where: { deadAt: { not: null } } }) : null;
}

/** Which of these steps' e-mails were given up. */
export async function givenUp(dedupeKeys: string[]): Promise<Set<string>> {
  const rows = await db.outboxMessage.findMany({
    where: { dedupeKey: { in: dedupeKeys }, deadAt: { not: null } },
    select: { dedupeKey: true },
  });
  return new Set(rows.map(({ dedupeKey }) => dedupeKey));
}

/** True when the newest e-mail to that address was given up: it may be wrong. */
export async function bounces(toAddress: string): Promise<boolean> {
  const newest = await db.outboxMessage.findFirst({
    where: { toAddress },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { deadAt: true },
  });
  return Boolean(newest?.deadAt);
}

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
      usefulUntil: true,
    },
  });
  return rows.map(({ createdAt, deadAt, attempts, lastError, secret, usefulUntil, ...shown }) => ({
    ...shown,
    queuedAt: createdAt,
    diedAt: deadAt ?? at,
    tries: attempts,
    reason: lastError ?? "The reason was not recorded.",
    canRetry: usefulUntil ? usefulUntil > at : !secret,
  }));
}
