import "server-only";
import type { Actor } from "../auth/actor";
import { addPlainDays, dateColumn, dayInLondon, plainDate } from "../dates";
import { db } from "../db";
import { fullTitle } from "../route-map/schema";
import { whoseLink } from "./link";
import { DEFAULT_FREQUENCY, type Frequency, KIND_WORDS, type SentLetter } from "./schema";

const SHOWN_DAYS = 28;

/**
 * How often the viewer is reminded, and of what they were in the last four weeks, newest first; null for somebody who
 * takes part in nothing. Six queries, whatever there is.
 */
export async function myReminders(
  actor: Actor,
  at: Date,
): Promise<{ frequency: Frequency; letters: SentLetter[] } | null> {
  const { userId } = actor;
  const [frequency, rows] = await Promise.all([
    frequencyOf(userId),
    db.reminderLetter.findMany({
      where: { userId, day: { gt: dateColumn(addPlainDays(dayInLondon(at), -SHOWN_DAYS)) } },
      select: {
        day: true,
        digestOf: true,
        items: {
          select: {
            id: true,
            kind: true,
            milestone: { select: { id: true, title: true, module: true } },
            event: { select: { title: true } },
          },
          orderBy: [{ fallsOn: "desc" }, { milestone: { number: "asc" } }],
        },
      },
      orderBy: { day: "desc" },
    }),
  ]);
  if (!frequency) return null;
  const letters = rows.map(({ day, digestOf, items }) => ({
    day: plainDate(day),
    digest: digestOf !== null,
    items: items.map(({ id, kind, milestone, event }) => ({
      id,
      href: `/dashboard/route-map/${milestone.id}`,
      title: event?.title ?? fullTitle(milestone),
      what: KIND_WORDS[kind],
    })),
  }));
  return { frequency, letters };
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
