import "server-only";
import { randomUUID } from "node:crypto";
import { addPlainDays, dateColumn, dayInLondon, londonTime } from "../dates";
import { db, inTransaction, type Tx } from "../db";
import { queueEmails } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { DAY_ENDS, type Due, isReminderTime, letterDue } from "./due";
import { reminderEmail } from "./email";
import { nextPeople, type Person, stillDue } from "./load";

const BATCH = 100;
const FIRST = "00000000-0000-0000-0000-000000000000";
/** A transaction-long lock of this number: only one server makes letters at a time. */
const LOCK = 7_340_031;
/** Days for which it is kept what somebody was reminded of. */
export const KEPT_DAYS = 180;

/**
 * Reminds everybody of what is due to them, in one e-mail each. Timed work; answers how many e-mails it queued. Each
 * batch is a transaction, which reads what is due, holds it, and writes the letters and what they said: it may be
 * broken off at any point, and goes on with whoever has not been written to on that day.
 */
export async function sendReminders(at: Date, { batch = BATCH } = {}): Promise<number> {
  if (!isReminderTime(at)) return 0;
  await takeBack(at);
  let queued = 0;
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    const from: string = after;
    const done = await inTransaction((tx) => writeBatch(tx, { from, batch }, at));
    if (done.queued > 0) wakeOutbox();
    queued += done.queued;
    after = done.last;
  }
  return queued;
}

/** What an e-mail said that could not leave on its day counts as not said; what was said long ago is forgotten. */
async function takeBack(at: Date): Promise<void> {
  const today = dayInLondon(at);
  await db.$executeRaw`
    DELETE FROM "ReminderLetter" l USING "OutboxMessage" o
    WHERE l.day BETWEEN ${addPlainDays(today, -7)}::date AND ${addPlainDays(today, -1)}::date
      AND o."dedupeKey" = 'reminder:' || l.id AND o."sentAt" IS NULL
      AND (o."lockedUntil" IS NULL OR o."lockedUntil" < clock_timestamp())`;
  await db.reminderLetter.deleteMany({ where: { day: { lt: dateColumn(addPlainDays(today, -KEPT_DAYS)) } } });
}

type Done = { queued: number; last?: string };

async function writeBatch(tx: Tx, { from, batch }: { from: string; batch: number }, at: Date): Promise<Done> {
  const [lock] = await tx.$queryRaw<
    [{ mine: boolean }]
  >`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS mine`;
  // Another server is at it, and goes on to the end.
  if (!lock.mine) return { queued: 0 };
  const people = await nextPeople(tx, from, batch, at);
  const last = people.at(-1)?.userId;
  const found = people.flatMap((person) => {
    const letter = letterDue(person, at);
    return letter ? [{ person, letter }] : [];
  });
  if (found.length > 0) {
    const held = new Set(
      await stillDue(
        tx,
        found.flatMap(({ letter }) => letter.said),
      ),
    );
    const standing = (due: readonly Due[]) => due.filter((each) => held.has(each));
    const letters = found.flatMap(({ person, letter: { digestOf, lines, said } }) => {
      const letter = { id: randomUUID(), digestOf, lines: standing(lines), said: standing(said) };
      return letter.lines.length > 0 ? [{ person, letter }] : [];
    });
    await write(tx, letters, at);
    return { queued: letters.length, last };
  }
  return { queued: 0, last };
}

type Letter = { id: string; digestOf: string | null; lines: Due[]; said: Due[] };

/** The letters, what they say, and the e-mails, which do not leave in the evening any more. */
async function write(tx: Tx, letters: { person: Person; letter: Letter }[], at: Date): Promise<void> {
  const today = dayInLondon(at);
  await tx.reminderLetter.createMany({
    data: letters.map(({ person, letter: { id, digestOf } }) => ({
      id,
      userId: person.userId,
      day: dateColumn(today),
      digestOf: digestOf && dateColumn(digestOf),
      queuedAt: at,
    })),
  });
  await tx.reminderSent.createMany({
    data: letters.flatMap(({ letter: { id: letterId, said } }) =>
      said.map(({ enrolmentId, milestone, event, kind, fallsOn }) => ({
        letterId,
        enrolmentId,
        milestoneId: milestone.id,
        eventId: event?.id ?? null,
        kind,
        fallsOn: dateColumn(fallsOn),
      })),
    ),
  });
  const usefulUntil = londonTime(today, DAY_ENDS);
  await queueEmails(
    tx,
    letters.map(({ person, letter }) => {
      const message = reminderEmail(person, letter, today);
      return { to: person.email, message, dedupeKey: `reminder:${letter.id}`, usefulUntil };
    }),
    at,
  );
}
