import "server-only";
import { type Actor, managedCohorts, managesCohort } from "../auth/actor";
import { addPlainDays, dateColumn, dayInLondon, londonTime, longDate, plainDate, shortDate } from "../dates";
import { db, readRows } from "../db";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { LISTED, type TodayItem } from "../today";
import { lastOverdueDay } from "./deadlines";
import { RUNNING_OUT_DAYS } from "./queue-counts";
import { placesToFill } from "./seats";

/** What waits of the applications: to be read or decided, offers about to run out, places to fill. Three queries. */
export async function todayFor(actor: Actor, at: Date): Promise<TodayItem[]> {
  const managed = managedCohorts(actor);
  if (managed !== "all" && managed.length === 0) return [];
  const parts = await Promise.all([toDecide(actor, at), runningOut(actor, at), toFill(actor, at)]);
  return parts.flat();
}

type Row = {
  id: string;
  fullName: string;
  state: "submitted" | "under_review";
  submittedAt: Date;
  cohortId: string;
  cohortName: string;
  total: number;
};

async function toDecide(actor: Actor, at: Date): Promise<TodayItem[]> {
  const managed = managedCohorts(actor);
  const only = managed === "all" ? null : managed;
  const promised = londonTime(addPlainDays(lastOverdueDay(dayInLondon(at)), 1), "00:00");
  const rows = await db.$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT a.id, a."fullName", a.state::text AS state, a."submittedAt", a."cohortId",
        p."shortName" || ' ' || c.name AS "cohortName",
        (count(*) OVER same)::int AS total, row_number() OVER (same ORDER BY a."submittedAt", a.id) AS place
      FROM "Application" a JOIN "Cohort" c ON c.id = a."cohortId" JOIN "Programme" p ON p.id = c."programmeId"
      WHERE a.state IN ('submitted', 'under_review') AND a."submittedAt" IS NOT NULL
        AND a."userId" <> ${actor.userId}::uuid
        AND (${only}::uuid[] IS NULL OR a."cohortId" = ANY(${only}::uuid[]))
      WINDOW same AS (PARTITION BY a."cohortId", a.state)
    ) waiting WHERE place <= ${LISTED}`;
  return rows.map((row) => {
    const reading = row.state === "submitted";
    const sent = shortDate(dayInLondon(row.submittedAt));
    const late = row.submittedAt < promised;
    return {
      kind: "application",
      id: row.id,
      urgency: late ? "late" : "now",
      at: row.submittedAt,
      title: `${reading ? "Read" : "Decide"} the application of ${row.fullName}`,
      detail: row.cohortName,
      when: late ? `past the promised day, sent ${sent}` : `sent ${sent}`,
      href: `/staff/applications/${row.id}`,
      group: {
        key: `${row.cohortId} ${row.state}`,
        total: row.total,
        title: `${row.total} applications to ${reading ? "read" : "decide"}`,
        href: `/staff/applications?state=${row.state}&cohort=${row.cohortId}`,
      },
    };
  });
}

async function runningOut(actor: Actor, at: Date): Promise<TodayItem[]> {
  const managed = managedCohorts(actor);
  const today = dayInLondon(at);
  const offers = await db.offer.findMany({
    where: {
      outcome: null,
      answerBy: { lte: dateColumn(addPlainDays(today, RUNNING_OUT_DAYS)) },
      application: {
        userId: { not: actor.userId },
        ...(managed === "all" ? {} : { cohortId: { in: managed } }),
      },
    },
    select: {
      id: true,
      answerBy: true,
      application: {
        select: {
          id: true,
          fullName: true,
          cohortId: true,
          cohort: { select: { name: true, programme: { select: { shortName: true } } } },
        },
      },
    },
    orderBy: [{ answerBy: "asc" }, { id: "asc" }],
  });
  const totals = Map.groupBy(offers, ({ application }) => application.cohortId);
  return offers.map(({ id, answerBy, application: { id: applicationId, fullName, cohortId, cohort } }) => {
    const day = plainDate(answerBy);
    const total = totals.get(cohortId)?.length ?? 1;
    return {
      kind: "offer",
      id,
      urgency: day <= today ? "late" : "now",
      at: answerBy,
      title: `${fullName} has not answered the offer`,
      detail: `${cohort.programme.shortName} ${cohort.name}`,
      when: day === today ? "runs out today" : `runs out on ${longDate(day)}`,
      href: `/staff/applications/${applicationId}`,
      group: {
        key: `${cohortId} offer`,
        total,
        title: `${total} offers run out within ${RUNNING_OUT_DAYS} days`,
        href: `/staff/applications?state=offered&cohort=${cohortId}`,
      },
    };
  });
}

async function toFill(actor: Actor, at: Date): Promise<TodayItem[]> {
  const cohorts = await placesToFill(actor);
  return cohorts.map(({ cohortId, cohortName, free, next }) => {
    const title = `${free} ${free === 1 ? "place is" : "places are"} free while people wait`;
    const href = `/staff/cohorts/${cohortId}/seats`;
    return {
      kind: "place",
      id: cohortId,
      urgency: "now",
      at,
      title,
      detail: cohortName,
      when: `next on the waiting list: ${next}`,
      href,
      group: { key: `${cohortId} place`, total: 1, title, href },
    };
  });
}

/** How many applications of a cohort are to be read or decided, up to 99, for who manages it. One query. */
export async function waitingIn(actor: Actor, cohortId: string): Promise<number> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return 0;
  const [row] = await readRows<{ n: number }>(Prisma.sql`
    SELECT count(*)::int AS n FROM (
      SELECT FROM "Application" a WHERE a."cohortId" = ${cohortId}::uuid AND a.state IN ('submitted', 'under_review')
        AND a."submittedAt" IS NOT NULL AND a."userId" <> ${actor.userId}::uuid
      LIMIT 99) a`);
  return row?.n ?? 0;
}
