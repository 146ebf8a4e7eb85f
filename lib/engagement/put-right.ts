import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "../auth/actor";
import { dayInLondon, type PlainDate, plainDate, shortDate } from "../dates";
import type { Tx } from "../db";
import { isExpected } from "../enrolments/expected";
import { FieldProblem, NotFound, StaleVersion } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { doneBy } from "./progress";
import { type NewRecord, writeRecords } from "./record";
import { holdTallies, type Pair } from "./tally";

export type Right = Pair & {
  /** The record whose place it takes; null where nothing was recorded. */
  supersedesId: string | null;
  /** What it comes to: 0 to the milestone's minutes. 0 takes a record's place and counts for nothing. */
  minutes: number;
  happenedOn: PlainDate;
  note: string;
  /** One per rendered form, where a second click could make a second record. */
  formKey?: string;
};

/**
 * Puts right what is recorded of somebody's milestone, in the caller's transaction, and answers the new record. The
 * caller authorises. A mark of a register stays one, so that the register shows what is right; the day of an event
 * stays the event's. A record that was replaced meanwhile is a StaleVersion.
 */
export async function putRight(tx: Tx, actor: Actor, right: Right, at: Date): Promise<string> {
  const { enrolmentId, milestoneId, supersedesId, minutes, note, formKey = null } = right;
  const [held] = await holdTallies(tx, [right]);
  if (!held) throw new NotFound();
  const most = held.minutes ?? 0;
  const least = supersedesId ? 0 : 1;
  if (!Number.isInteger(minutes) || minutes < least || minutes > most)
    throw new FieldProblem("minutes", `Enter ${least} to ${most} minutes`);
  const mark = supersedesId
    ? await liveRecord(tx, right, supersedesId)
    : await unmarkedEvent(tx, right, doneBy(held.kind) === "event" ? at : null);
  const happenedOn = mark?.eventDay ?? right.happenedOn;
  const today = dayInLondon(at);
  if (happenedOn > today) throw new FieldProblem("happenedOn", "Enter a day that is not in the future");
  if (happenedOn < held.startsOn)
    throw new FieldProblem("happenedOn", `Enter a day on or after ${shortDate(held.startsOn)}`);
  const record: NewRecord & { id: string } = {
    id: randomUUID(),
    ...{ enrolmentId, milestoneId, minutes, happenedOn, note, supersedesId, formKey },
    completes: minutes > 0 && minutes === most,
    source: mark?.eventId ? "attendance_register" : "staff_entry",
    eventId: mark?.eventId ?? null,
    recordedById: actor.userId,
  };
  await writeRecords(tx, [record], at);
  return record.id;
}

type Mark = { eventId: string | null; eventDay: PlainDate | null };

/** The record to replace, which has to stand still. */
async function liveRecord(tx: Tx, { enrolmentId, milestoneId }: Pair, id: string): Promise<Mark> {
  const found = await tx.engagementRecord.findFirst({
    where: { id, enrolmentId, milestoneId },
    select: { eventId: true, happenedOn: true, supersededBy: { select: { id: true } } },
  });
  if (!found) throw new NotFound();
  if (found.supersededBy) throw new StaleVersion();
  return { eventId: found.eventId, eventDay: found.eventId ? plainDate(found.happenedOn) : null };
}

/** The latest event of it that has been, and at which this participant was expected and has no mark. */
async function unmarkedEvent(tx: Tx, pair: Pair, before: Date | null): Promise<Mark | undefined> {
  if (!before) return undefined;
  const [found] = await tx.$queryRaw<{ id: string; startsAt: Date }[]>`
    SELECT v.id, v."startsAt" FROM "Event" v
    WHERE v."milestoneId" = ${pair.milestoneId}::uuid AND v."startsAt" <= ${before}
      AND ${isExpected(Prisma.sql`v`, Prisma.sql`${pair.enrolmentId}::uuid`)}
      AND NOT EXISTS (SELECT 1 FROM "EngagementRecord" r
        WHERE r."eventId" = v.id AND r."enrolmentId" = ${pair.enrolmentId}::uuid)
    ORDER BY v."startsAt" DESC LIMIT 1`;
  return found && { eventId: found.id, eventDay: dayInLondon(found.startsAt) };
}
