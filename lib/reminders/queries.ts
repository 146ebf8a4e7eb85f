import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { whoseLink } from "./link";
import { DEFAULT_FREQUENCY, type Frequency } from "./schema";

/** How often the viewer is reminded; null for somebody who takes part in nothing. One query. */
export async function myFrequency(actor: Actor): Promise<Frequency | null> {
  return frequencyOf(actor.userId);
}

/** What a link from a reminder is for: the choice as it stands, and nothing of whose it is. Null for no link of ours. */
export async function frequencyBehind(token: unknown): Promise<Frequency | null> {
  const userId = whoseLink(token);
  return userId ? frequencyOf(userId) : null;
}

async function frequencyOf(userId: string): Promise<Frequency | null> {
  const [row] = await db.$queryRaw<{ frequency: Frequency | null }[]>`
    SELECT c.frequency::text AS frequency
    FROM "User" u LEFT JOIN "ReminderChoice" c ON c."userId" = u.id
    WHERE u.id = ${userId}::uuid AND EXISTS (SELECT 1 FROM "Enrolment" e WHERE e."userId" = u.id)`;
  return row ? (row.frequency ?? DEFAULT_FREQUENCY) : null;
}
