import "server-only";
import { dateColumn, dayInLondon, type PlainDate, plainDate } from "../dates";
import { db, inTransaction, type Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import { errorFacts, log } from "../log";
import { milestonesOf } from "../route-map/queries";
import { urgencyOf } from "./alerts";
import { type Person, peopleRows, rowOf } from "./cohort-people";
import { type CohortTotals, countedIn, marksOf, NO_TOTALS, withPeople } from "./cohort-totals";
import type { AlertReason } from "./schema";
import { takeNotes } from "./summary-notes";

/**
 * What each participant's engagement comes to on a day, kept so that a list of thousands can be filtered and sorted
 * (decision 0016). Derived by the one rule of progress.ts and alerts.ts and by nothing else; triggers put down
 * whose has to be made again, and a page makes it before it reads. Timed work makes the new day's in the night.
 */

/** So many people a transaction, a quarter of a second or so. */
const BATCH = 500;
/** So many a page makes before it shows what there is: a cohort of the usual size at once, all of it. */
const A_PAGE_MAKES = 1_000;

/** True, in SQL, when every summary of the cohort holds for that day. Goes with a query that a page needs anyway. */
export function summariesHold(cohortId: Prisma.Sql, today: PlainDate): Prisma.Sql {
  return Prisma.sql`(
    EXISTS (SELECT 1 FROM "EngagementDay" d WHERE d."cohortId" = ${cohortId} AND d.day = ${today}::date)
    AND NOT EXISTS (SELECT 1 FROM "StaleSummary" s WHERE s."cohortId" = ${cohortId}))`;
}

/**
 * Makes all that does not hold for that day, however long it takes; answers how many summaries were made. May be broken off
 * and repeated. At midnight somebody may be at work for the other day: each would undo what the other has made, for ever,
 * so nobody makes everybody's more than about twice.
 */
export async function makeSummaries(cohortId: string, today: PlainDate): Promise<number> {
  for (let made = 0; ; ) {
    const some = await inTransaction((tx) => makeSome(tx, cohortId, today));
    made += some;
    if (some === 0) return made;
    if (made > 2 * BATCH && made > 2 * (await db.enrolment.count({ where: { cohortId } }))) return made;
  }
}

/** Cohorts whose summaries this server goes on making without anybody waiting for it. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * The same as far as a page may wait for it: true once all of them hold. Else the rest is made meanwhile, and the page
 * shows those of an earlier time and says so. A cohort of thousands comes to that when many changed at once, or when
 * a day's first page comes before the timed work.
 */
export async function summariesForPage(
  cohortId: string,
  today: PlainDate,
  most = A_PAGE_MAKES,
): Promise<boolean> {
  for (let made = 0; made < most; ) {
    const some = await inTransaction((tx) => makeSome(tx, cohortId, today));
    if (some === 0) return true;
    made += some;
  }
  if (!underWay.has(cohortId)) {
    const work = makeSummaries(cohortId, today)
      // The next page and the timed work take it up again.
      .catch((error: unknown) => log.warn({ error: errorFacts(error) }, "Summaries could not be made"))
      .finally(() => underWay.delete(cohortId));
    underWay.set(cohortId, work);
  }
  return false;
}

/** Settles when nothing is being made here that nobody waits for. */
export async function summariesAtRest(): Promise<void> {
  await Promise.all(underWay.values());
}

/** The new day's summaries of every cohort that is not archived and has somebody taking part: timed work. */
export async function makeAllSummaries(at: Date): Promise<number> {
  const today = dayInLondon(at);
  const cohorts = await db.cohort.findMany({
    where: { archivedAt: null, enrolments: { some: { state: "active" } } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let made = 0;
  for (const { id } of cohorts) made += await makeSummaries(id, today);
  return made;
}

/** One batch, one maker at a time: whoever came later with older facts would write over newer ones. */
async function makeSome(tx: Tx, cohortId: string, today: PlainDate): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`summaries ${cohortId}`}, 0))`;
  const ids = await due(tx, cohortId, today);
  const kept = await tx.engagementDay.findUnique({ where: { cohortId } });
  const holds = kept?.day !== undefined && kept.day !== null && plainDate(kept.day) === today;
  if (ids.length === 0 && holds) return 0;
  const [facts] = await tx.$queryRaw<{ line: number }[]>`
    SELECT p."engagementThresholdPercent" AS line
    FROM "Cohort" c JOIN "Programme" p ON p.id = c."programmeId" WHERE c.id = ${cohortId}::uuid`;
  const line = facts?.line ?? 0;
  const milestones = await milestonesOf(cohortId, tx);
  if (ids.length === 0) {
    const all = await countedIn(tx, cohortId);
    await keep(tx, cohortId, today, withPeople(NO_TOTALS, all, 1, { milestones, line }));
    return 0;
  }
  const page = Prisma.sql`SELECT id, place FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS p(id, place)`;
  const people = await tx.$queryRaw<Person[]>(peopleRows(page, cohortId));
  const rows = people.map((person) => summaryOf(person, milestones, today, line));
  const before = holds ? await countedIn(tx, cohortId, ids) : [];
  await write(tx, cohortId, today, rows);
  if (holds) {
    const without = withPeople(kept.totals as CohortTotals, before, -1, { milestones, line });
    await keep(tx, cohortId, today, withPeople(without, rows, 1, { milestones, line }));
  }
  return ids.length;
}

/** From now on the cohort's summaries hold for that day, and come to this. */
async function keep(tx: Tx, cohortId: string, today: PlainDate, totals: CohortTotals): Promise<void> {
  const data = { day: dateColumn(today), totals };
  await tx.engagementDay.upsert({ where: { cohortId }, create: { cohortId, ...data }, update: data });
}

/**
 * Takes the notes there are and answers whose summaries they ask for; else those of another day. What a note tells of
 * is read after it is taken, so a change that comes meanwhile either is read or leaves a note of its own.
 */
async function due(tx: Tx, cohortId: string, today: PlainDate): Promise<string[]> {
  const { named, all } = await takeNotes(tx, cohortId);
  if (!all && named.length > 0 && named.length <= BATCH) return named;
  if (all || named.length > 0) {
    // More than one transaction's worth: until the last of them is made, the cohort's summaries do not hold.
    await tx.engagementDay.updateMany({ where: { cohortId }, data: { day: null } });
    const which = all
      ? Prisma.sql`"cohortId" = ${cohortId}::uuid`
      : Prisma.sql`"enrolmentId" = ANY(${named}::uuid[])`;
    await tx.$executeRaw`UPDATE "EngagementSummary" SET day = NULL WHERE ${which} AND day IS NOT NULL`;
  }
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM "Enrolment" e LEFT JOIN "EngagementSummary" s ON s."enrolmentId" = e.id
    WHERE e."cohortId" = ${cohortId}::uuid AND s.day IS DISTINCT FROM ${today}::date LIMIT ${BATCH}`;
  return rows.map(({ id }) => id);
}

function summaryOf(
  person: Person,
  milestones: Awaited<ReturnType<typeof milestonesOf>>,
  today: PlainDate,
  line: number,
) {
  const { engagement, overdueCount, alerts } = rowOf(person, milestones, today, line);
  const since = (reason: AlertReason) => alerts.find((alert) => alert.reason === reason)?.since ?? null;
  const { enrolmentId, fullName, workplace, state, peerGroupId, lastActivityOn } = person;
  return {
    ...{ enrolmentId, fullName, workplace, state, peerGroupId, lastActivityOn, overdueCount },
    toDatePercent: engagement.toDate.percent,
    overallPercent: engagement.overall.percent,
    forecastPercent: engagement.forecast.percent,
    belowSince: since("below"),
    overdueSince: since("overdue"),
    quietSince: since("quiet"),
    unreachableSince: since("unreachable"),
    urgency: urgencyOf(alerts),
    marks: marksOf(person.required ?? [], person.completed ?? []),
  };
}

/** All of a batch in one statement */
async function write(
  tx: Tx,
  cohortId: string,
  today: PlainDate,
  rows: ReturnType<typeof summaryOf>[],
): Promise<void> {
  const data = JSON.stringify(rows.map((row) => ({ ...row, cohortId, day: today })));
  await tx.$executeRaw`
    INSERT INTO "EngagementSummary"
    SELECT (jsonb_populate_record(NULL::"EngagementSummary", value)).* FROM jsonb_array_elements(${data}::jsonb)
    ON CONFLICT ("enrolmentId") DO UPDATE SET day = EXCLUDED.day, "fullName" = EXCLUDED."fullName",
      workplace = EXCLUDED.workplace, state = EXCLUDED.state, "peerGroupId" = EXCLUDED."peerGroupId",
      "toDatePercent" = EXCLUDED."toDatePercent", "overallPercent" = EXCLUDED."overallPercent",
      "forecastPercent" = EXCLUDED."forecastPercent", "overdueCount" = EXCLUDED."overdueCount",
      "lastActivityOn" = EXCLUDED."lastActivityOn", "belowSince" = EXCLUDED."belowSince",
      "overdueSince" = EXCLUDED."overdueSince", "quietSince" = EXCLUDED."quietSince",
      "unreachableSince" = EXCLUDED."unreachableSince", urgency = EXCLUDED.urgency, marks = EXCLUDED.marks`;
}
