import "server-only";
import { type Actor, managedCohorts, managesCohort } from "../auth/actor";
import { dateColumn, dayInLondon, type PlainDate, shortDate } from "../dates";
import { db, readRows } from "../db";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { LISTED, type TodayItem } from "../today";
import { staffEvents } from "./queries";

/** Registers to take, and choices of place that are over with people who have none. Four queries. */
export async function todayFor(actor: Actor, at: Date): Promise<TodayItem[]> {
  const [registers, choices] = await Promise.all([registersToTake(actor, at), choicesMissed(actor, at)]);
  return [...registers, ...choices];
}

async function registersToTake(actor: Actor, at: Date): Promise<TodayItem[]> {
  const today = dayInLondon(at);
  const { rows, total } = await staffEvents(actor, { show: "to_take", page: 1 }, at);
  const group = {
    key: "registers",
    total,
    title: `${total} registers to take`,
    href: "/staff/events?show=to_take",
  };
  return rows.slice(0, LISTED).map((event) => ({
    kind: "register",
    id: event.id,
    // What people remember of a day fades with it.
    urgency: event.day < today ? "late" : "now",
    at: dateColumn(event.day),
    title: `Take the register: ${event.title}`,
    detail: [event.cohortName, event.groupName].filter(Boolean).join(" · "),
    when: event.when,
    href: `/staff/events/${event.id}/register`,
    group,
  }));
}

type Missed = {
  milestoneId: string;
  title: string;
  cohortName: string;
  eventId: string;
  until: PlainDate;
  people: number;
};

/** Of the cohorts one manages: choices whose last day has passed, with how many active participants hold no place. */
async function choicesMissed(actor: Actor, at: Date): Promise<TodayItem[]> {
  const managed = managedCohorts(actor);
  if (managed !== "all" && managed.length === 0) return [];
  const only = managed === "all" ? null : managed;
  const today = dateColumn(dayInLondon(at));
  const rows = await db.$queryRaw<Missed[]>`
    SELECT m.id AS "milestoneId", m.title, p."shortName" || ' ' || c.name AS "cohortName", v."eventId", v.until,
      count(*)::int AS people
    FROM (
      SELECT "milestoneId", to_char(max("choiceUntil"), 'YYYY-MM-DD') AS until,
        (array_agg(id ORDER BY "startsAt", id))[1] AS "eventId"
      FROM "Event" WHERE "byChoice" AND "cancelledAt" IS NULL AND "endsAt" > ${at}
      GROUP BY "milestoneId" HAVING max("choiceUntil") < ${today}::date
    ) v
    JOIN "Milestone" m ON m.id = v."milestoneId"
    JOIN "Cohort" c ON c.id = m."cohortId" JOIN "Programme" p ON p.id = c."programmeId"
    JOIN "EnrolmentMilestone" em ON em."milestoneId" = m.id AND em.required AND em."completedAt" IS NULL
    JOIN "Enrolment" e ON e.id = em."enrolmentId" AND e.state = 'active'
    WHERE (${only}::uuid[] IS NULL OR c.id = ANY(${only}::uuid[]))
      AND NOT EXISTS (SELECT 1 FROM "EventPlace" h
        WHERE h."milestoneId" = m.id AND h."enrolmentId" = e.id AND h.state = 'held')
    GROUP BY m.id, m.title, p."shortName", c.name, v."eventId", v.until`;
  return rows.map(({ milestoneId, title: what, cohortName, eventId, until, people }) => {
    const title = `${people === 1 ? "1 person has" : `${people} people have`} no place: ${what}`;
    const href = `/staff/events/${eventId}/places`;
    return {
      kind: "choice",
      id: milestoneId,
      urgency: "late",
      at: dateColumn(until),
      title,
      detail: cohortName,
      when: `they could choose until ${shortDate(until)}`,
      href,
      group: { key: `choice ${milestoneId}`, total: 1, title, href },
    };
  });
}

/** How many registers of a cohort are to be taken, for who manages it. One query. */
export async function waitingIn(actor: Actor, cohortId: string, at: Date): Promise<number> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return 0;
  const [row] = await readRows<{ n: number }>(Prisma.sql`
    SELECT count(*)::int AS n FROM "Event" v
    WHERE v."cohortId" = ${cohortId}::uuid AND v."endsAt" < ${at} AND v."cancelledAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "EngagementRecord" r WHERE r."eventId" = v.id)`);
  return row?.n ?? 0;
}
