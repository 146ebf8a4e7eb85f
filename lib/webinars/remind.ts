import "server-only";
import { db, inTransaction } from "../db";
import { reminderEmail } from "./emails";
import { lockedWebinar } from "./open";
import { isReminderHour, remindedSpan } from "./states";
import { PLACE, tellWithLink } from "./tell";

/**
 * Reminds those who have a place in a webinar that starts the next day in London, once each, in the daytime only.
 * Timed work; gives the number of reminders. Each is a transaction of its own: a place that is given up or a webinar
 * that is moved meanwhile gets none.
 */
export async function remindRegistered(at: Date): Promise<number> {
  if (!isReminderHour(at)) return 0;
  const { from, until } = remindedSpan(at);
  const due = await db.webinarRegistration.findMany({
    where: {
      cancelledAt: null,
      remindedAt: null,
      webinar: { publishedAt: { not: null }, cancelledAt: null, startsAt: { gte: from, lt: until } },
    },
    select: { id: true, webinarId: true },
    orderBy: { id: "asc" },
    take: 1_000,
  });
  let reminded = 0;
  for (const each of due) if (await remindOne(each, { from, until }, at)) reminded++;
  return reminded;
}

async function remindOne(
  { id, webinarId }: { id: string; webinarId: string },
  { from, until }: { from: Date; until: Date },
  at: Date,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const webinar = await lockedWebinar(tx, webinarId);
    if (webinar.cancelledAt || webinar.startsAt < from || webinar.startsAt >= until) return false;
    const { count } = await tx.webinarRegistration.updateMany({
      where: { id, cancelledAt: null, remindedAt: null },
      data: { remindedAt: at },
    });
    if (count === 0) return false;
    const place = await tx.webinarRegistration.findUniqueOrThrow({ where: { id }, select: PLACE });
    const letter = {
      // A webinar that is moved to another day has another reminder.
      step: `reminder:${webinar.startsAt.getTime()}:${place.registeredAt.getTime()}`,
      message: reminderEmail,
      calendar: false,
      usefulUntil: webinar.startsAt,
    };
    await tellWithLink(tx, webinar, place, letter, at);
    return true;
  });
}
