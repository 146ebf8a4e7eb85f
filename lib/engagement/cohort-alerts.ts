import "server-only";
import { type Actor, managedCohorts } from "../auth/actor";
import { addPlainDays, dayInLondon } from "../dates";
import { readRows } from "../db";
import { Prisma } from "../generated/prisma/client";
import { milestonesOf } from "../route-map/queries";
import { type Person, peopleRows, rowOf } from "./cohort-people";
import { type CohortFacts, managedCohort, summaryScope } from "./cohort-scope";
import { type LastContact, lastContacts } from "./contacts";
import { type AlertReason, ENGAGEMENT_PAGE_SIZE, type EngagementRow } from "./schema";
import { summariesForPage, summariesHold } from "./summaries";

/** Who needs a word. */

export type AlertRow = EngagementRow & { contact: LastContact | null };

export type CohortAlerts = {
  cohort: CohortFacts;
  rows: AlertRow[];
  total: number;
  /** How many have each reason. */
  counts: Record<AlertReason, number>;
  page: number;
  pages: number;
};

/**
 * A page of those of a cohort who need a word, the most urgent first, each with the last contact; for those who manage
 * it, null for everybody else. Five queries, whatever the size of the cohort.
 */
export async function cohortAlerts(
  actor: Actor,
  cohortId: string,
  asked: { show: AlertReason | "any"; page: number },
  at: Date,
): Promise<CohortAlerts | null> {
  const today = dayInLondon(at);
  const cohort = await managedCohort(actor, cohortId, today);
  if (!cohort) return null;
  const all = summaryScope(cohortId, { q: "", state: "", group: "", show: "any" });
  const [milestones, [counts]] = await Promise.all([
    milestonesOf(cohortId),
    readRows<CohortAlerts["counts"] & { any: number }>(Prisma.sql`
      SELECT count(*)::int AS any, count(s."belowSince")::int AS below, count(s."overdueSince")::int AS overdue,
        count(s."quietSince")::int AS quiet, count(s."unreachableSince")::int AS unreachable
      FROM "EngagementSummary" s WHERE ${all}`),
  ]);
  const { any: everybody = 0, ...byReason } = counts ?? NONE;
  const total = asked.show === "any" ? everybody : byReason[asked.show];
  const pages = Math.max(1, Math.ceil(total / ENGAGEMENT_PAGE_SIZE));
  const page = Math.min(asked.page, pages);
  const scope = summaryScope(cohortId, { q: "", state: "", group: "", show: asked.show });
  const people = await readRows<Person>(peopleRows(mostUrgent(scope, page), cohortId));
  const contacts = await lastContacts(people.map(({ enrolmentId }) => enrolmentId));
  const rows = people.map((person) => ({
    ...rowOf(person, milestones, today, cohort.thresholdPercent),
    contact: contacts.get(person.enrolmentId) ?? null,
  }));
  return { cohort, rows, total, counts: byReason, page, pages };
}

const NONE = { any: 0, below: 0, overdue: 0, quiet: 0, unreachable: 0 };

/** The graver the reasons, and among equals the lower engagement to date, the sooner. */
export const MOST_URGENT = Prisma.sql`s.urgency DESC, s."toDatePercent" NULLS LAST, s."fullName", s."enrolmentId"`;

const mostUrgent = (scope: Prisma.Sql, page: number) => Prisma.sql`
  SELECT p.id, row_number() OVER () AS place FROM (
    SELECT s."enrolmentId" AS id FROM "EngagementSummary" s WHERE ${scope} AND s.urgency > 0
    ORDER BY ${MOST_URGENT}
    LIMIT ${ENGAGEMENT_PAGE_SIZE} OFFSET ${(page - 1) * ENGAGEMENT_PAGE_SIZE}) p`;

/** Somebody for whom a reason has held since yesterday or today. */
export type NewlyAtRisk = {
  cohortId: string;
  cohortName: string;
  enrolmentId: string;
  fullName: string;
  /** Those that are new, the gravest first. */
  reasons: AlertReason[];
};

/**
 * The participants newly at risk in the cohorts that the actor manages and with whom nobody has been in touch since,
 * the most urgent first, at most so many, with how many there are: for the Today page. New is what has held for no
 * longer than so many days. Nobody for who manages none; not up to date while a large cohort's summaries are made. Two
 * queries, and more only where something has changed since the last page.
 */
export async function newlyAtRisk(
  actor: Actor,
  at: Date,
  most = 10,
  days = 1,
): Promise<{ people: NewlyAtRisk[]; total: number; upToDate: boolean }> {
  const managed = managedCohorts(actor);
  if (managed !== "all" && managed.length === 0) return { people: [], total: 0, upToDate: true };
  const today = dayInLondon(at);
  const running = Prisma.sql`c."archivedAt" IS NULL
    AND EXISTS (SELECT 1 FROM "Enrolment" e WHERE e."cohortId" = c.id AND e.state = 'active')
    ${managed === "all" ? Prisma.empty : Prisma.sql`AND c.id = ANY(${managed}::uuid[])`}`;
  const cohorts = await readRows<{ id: string; hold: boolean }>(Prisma.sql`
    SELECT c.id, ${summariesHold(Prisma.sql`c.id`, today)} AS hold FROM "Cohort" c WHERE ${running}`);
  let upToDate = true;
  for (const { id, hold } of cohorts) if (!hold && !(await summariesForPage(id, today))) upToDate = false;
  const from = addPlainDays(today, -days);
  const isNew = (column: string) => Prisma.sql`s.${Prisma.raw(`"${column}"`)} >= ${from}::date`;
  const rows = await readRows<NewlyAtRisk & { total: number }>(Prisma.sql`
    SELECT s."cohortId", p."shortName" || ', ' || c.name AS "cohortName", s."enrolmentId", s."fullName",
      array_remove(ARRAY[CASE WHEN ${isNew("unreachableSince")} THEN 'unreachable' END,
        CASE WHEN ${isNew("belowSince")} THEN 'below' END, CASE WHEN ${isNew("overdueSince")} THEN 'overdue' END,
        CASE WHEN ${isNew("quietSince")} THEN 'quiet' END], NULL) AS reasons,
      (count(*) OVER ())::int AS total
    FROM "EngagementSummary" s JOIN "Cohort" c ON c.id = s."cohortId" JOIN "Programme" p ON p.id = c."programmeId"
    WHERE s."cohortId" = ANY(${cohorts.map(({ id }) => id)}::uuid[]) AND s.urgency > 0
      AND greatest(s."unreachableSince", s."belowSince", s."overdueSince", s."quietSince") >= ${from}::date
      AND NOT EXISTS (SELECT 1 FROM "EngagementContact" k WHERE k."enrolmentId" = s."enrolmentId"
        AND k."happenedOn" >= greatest(s."unreachableSince", s."belowSince", s."overdueSince", s."quietSince"))
    ORDER BY ${MOST_URGENT} LIMIT ${most}`);
  return { people: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0, upToDate };
}
