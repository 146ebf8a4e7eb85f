import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { derivedToken, isToken, tokenHash } from "../auth/secrets";
import type { CalendarEvent } from "../calendar/ics";
import { db, inTransaction, type Tx, uniqueViolation } from "../db";
import { isExpected } from "../enrolments/expected";
import { env } from "../env";
import { Prisma } from "../generated/prisma/client";
import { type FeedEnrolment, feedEvents } from "./feed-events";

/**
 * A participant's private calendar address. Whoever has it can read the calendar, so it is long, can be replaced and
 * ended, and says nothing of anybody else. Calendars have no account: the token is all they bring.
 */

const token = (id: string) => derivedToken("calendar-feed", id);

/** The address of the viewer's calendar, with a token that only they are shown; null when they have none. */
export async function myFeed(actor: Actor): Promise<string | null> {
  const feed = await db.calendarFeed.findFirst({
    where: { userId: actor.userId, endedAt: null },
    select: { id: true },
  });
  return feed && `${env().NEXTAUTH_URL}/calendar/${token(feed.id)}.ics`;
}

/** Makes the viewer an address, unless they have one: two clicks make one. */
export async function startFeed(actor: Actor, at: Date): Promise<void> {
  try {
    await inTransaction(async (tx) => {
      const { userId } = actor;
      if (await tx.calendarFeed.findFirst({ where: { userId, endedAt: null }, select: { id: true } })) return;
      await make(tx, actor, at);
    });
  } catch (error) {
    // Another tab was quicker.
    if (!uniqueViolation(error)) throw error;
  }
}

/** Ends the address that there is and makes another. */
export async function replaceFeed(actor: Actor, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await end(tx, actor, at);
    await make(tx, actor, at);
  });
}

/** Ends the address: calendars that still ask get nothing. */
export async function stopFeed(actor: Actor, at: Date): Promise<void> {
  await inTransaction((tx) => end(tx, actor, at));
}

async function make(tx: Tx, actor: Actor, at: Date): Promise<void> {
  const id = randomUUID();
  await tx.calendarFeed.create({
    data: { id, userId: actor.userId, tokenHash: tokenHash(token(id)), madeAt: at },
  });
  await audit(tx, actor, "calendar_feed.made", id, at);
}

async function end(tx: Tx, actor: Actor, at: Date): Promise<void> {
  const ended = await tx.calendarFeed.updateManyAndReturn({
    where: { userId: actor.userId, endedAt: null },
    data: { endedAt: at },
    select: { id: true },
  });
  for (const { id } of ended) await audit(tx, actor, "calendar_feed.ended", id, at);
}

async function audit(tx: Tx, actor: Actor, action: string, subjectId: string, at: Date): Promise<void> {
  await recordAudit(tx, actor, { action, subjectType: "calendar_feed", subjectId }, at);
}

/**
 * What a calendar gets at that address: the windows of what is still to be done and the events one is expected at, of
 * every cohort the person is active in. Null for an address that never was or has ended, and for somebody whose
 * access has ended. Five queries at most, whatever the number of milestones.
 */
export async function feedAt(asked: string, at: Date): Promise<CalendarEvent[] | null> {
  if (!isToken(asked)) return null;
  const feed = await db.calendarFeed.findFirst({
    where: { tokenHash: tokenHash(asked), endedAt: null, user: { accessEndedAt: null } },
    select: { userId: true },
  });
  if (!feed) return null;
  const enrolments = await db.enrolment.findMany({
    where: { userId: feed.userId, state: "active" },
    select: {
      id: true,
      cohort: { select: { routeMapVersion: true, programme: { select: { shortName: true } } } },
      milestones: {
        where: { required: true, completedAt: null },
        select: {
          milestone: {
            select: {
              id: true,
              module: true,
              title: true,
              minutes: true,
              kind: true,
              counts: true,
              opensOn: true,
              closesOn: true,
            },
          },
        },
        orderBy: { milestone: { number: "asc" } },
      },
    },
    orderBy: { enrolledAt: "asc" },
  });
  const events = await eventsOf(enrolments.map(({ id }) => id));
  return enrolments.flatMap(({ id, cohort, milestones }) => {
    const mine = events.filter(({ enrolmentId }) => enrolmentId === id);
    const { routeMapVersion, programme } = cohort;
    const facts = { shortName: programme.shortName, routeMapVersion, events: mine, milestones };
    return feedEvents(facts, env().NEXTAUTH_URL, at);
  });
}

/** The events that these enrolments are expected at, in order. */
function eventsOf(
  enrolmentIds: string[],
): Promise<(FeedEnrolment["events"][number] & { enrolmentId: string })[]> {
  return db.$queryRaw`
    SELECT me.id::text AS "enrolmentId", v.id::text AS id, v.title, v.place, v."startsAt", v."endsAt",
      v."milestoneId"::text AS "milestoneId", v.version
    FROM "Enrolment" me JOIN "Event" v ON v."cohortId" = me."cohortId"
    WHERE me.id = ANY(${enrolmentIds}::uuid[]) AND ${isExpected(Prisma.sql`v`, Prisma.sql`me.id`)}
    ORDER BY v."startsAt", v.id`;
}
