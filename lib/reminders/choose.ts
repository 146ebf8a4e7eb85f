import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { NotFound } from "../errors";
import { whoseLink } from "./link";
import { DEFAULT_FREQUENCY, type Frequency } from "./schema";

/**
 * Chooses how often the viewer is reminded, from the next reminder on. Done twice, it is done once.
 * @throws NotFound for somebody who takes part in nothing.
 */
export async function chooseFrequency(actor: Actor, frequency: Frequency, at: Date): Promise<void> {
  await choose(actor.userId, frequency, actor, at);
}

/**
 * The same by the link that a reminder carries, signed out: whoever has the e-mail may do so much.
 * @throws NotFound for a link that was not made here.
 */
export async function chooseByLink(token: unknown, frequency: Frequency, at: Date): Promise<void> {
  const userId = whoseLink(token);
  if (!userId) throw new NotFound();
  await choose(userId, frequency, null, at);
}

async function choose(userId: string, frequency: Frequency, actor: Actor | null, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    // The lock keeps two choices of one person's apart, so that each is written down with what it changed.
    const known = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "User" u WHERE u.id = ${userId}::uuid
        AND EXISTS (SELECT 1 FROM "Enrolment" e WHERE e."userId" = u.id) FOR NO KEY UPDATE`;
    if (known.length === 0) throw new NotFound();
    const before = await tx.reminderChoice.findUnique({ where: { userId }, select: { frequency: true } });
    if (before?.frequency === frequency) return;
    const row = { frequency, chosenAt: at };
    await tx.reminderChoice.upsert({ where: { userId }, create: { userId, ...row }, update: row });
    const fact = { action: "reminders.chosen", subjectType: "user", subjectId: userId };
    const from = before?.frequency ?? DEFAULT_FREQUENCY;
    await recordAudit(
      tx,
      actor,
      { ...fact, before: { frequency: from }, after: { frequency, byLink: actor === null } },
      at,
    );
  });
}
