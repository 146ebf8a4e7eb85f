import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { derivedToken, isToken, tokenHash } from "../auth/secrets";
import type { CalendarEvent } from "../calendar/ics";
import { db, inTransaction, readRows, type Tx, uniqueViolation } from "../db";
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
 * access has ended. One query, straight to the driver: calendars ask several times a day, for everybody.
 */
export async function feedAt(asked: string, at: Date): Promise<CalendarEvent[] | null> {
  if (!isToken(asked)) return null;
  const [feed] = await readRows<{ enrolments: FeedEnrolment[] }>(Prisma.sql`
    SELECT (
      SELECT coalesce(json_agg(json_build_object('shortName', p."shortName", 'routeMapVersion', c."routeMapVersion",
        'milestones', ${TO_DO}, 'events', ${EXPECTED}) ORDER BY me."enrolledAt"), '[]')
      FROM "Enrolment" me JOIN "Cohort" c ON c.id = me."cohortId" JOIN "Programme" p ON p.id = c."programmeId"
      WHERE me."userId" = feed."userId" AND me.state = 'active'
    ) AS enrolments
    FROM "CalendarFeed" feed JOIN "User" owner ON owner.id = feed."userId"
    WHERE feed."tokenHash" = ${tokenHash(asked)}::bpchar AND feed."endedAt" IS NULL AND owner."accessEndedAt" IS NULL`);
  return feed?.enrolments.flatMap((each) => feedEvents(each, env().NEXTAUTH_URL, at)) ?? null;
}

/** What is required of the enrolment `me` and not complete, in the route map's order, as JSON. */
const TO_DO = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', m.id, 'module', m.module, 'title', m.title, 'minutes', m.minutes,
    'kind', m.kind, 'counts', m.counts, 'opensOn', m."opensOn", 'closesOn', m."closesOn") ORDER BY m.number), '[]')
  FROM "EnrolmentMilestone" em JOIN "Milestone" m ON m.id = em."milestoneId"
  WHERE em."enrolmentId" = me.id AND em.required AND em."completedAt" IS NULL)`;

/** The events that it is expected at, in order, as JSON. */
const EXPECTED = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', v.id, 'title', v.title, 'place', v.place, 'startsAt', v."startsAt",
    'endsAt', v."endsAt", 'milestoneId', v."milestoneId", 'version', v.version) ORDER BY v."startsAt", v.id), '[]')
  FROM "Event" v
  WHERE v."cohortId" = me."cohortId" AND ${isExpected(Prisma.sql`v`, Prisma.sql`me.id`)})`;
