import "server-only";
import { type Actor, hasRole, managesCohort } from "../auth/actor";
import type { PlainDate } from "../dates";
import { readRows } from "../db";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { type EngagementQuestion, type EngagementSort, NO_GROUP } from "./schema";
import { summariesForPage, summariesHold } from "./summaries";

/** A cohort as its lists name it. */
export type CohortFacts = {
  id: string;
  name: string;
  slug: string;
  programmeShortName: string;
  thresholdPercent: number;
  /** False while the order, the filters and the counts of a list are partly of an earlier time. */
  upToDate: boolean;
};

/** The cohort's facts for those who manage it, as `listedCohort` answers them; null for everybody else. */
export async function managedCohort(
  actor: Actor,
  cohortId: string,
  today: PlainDate,
): Promise<CohortFacts | null> {
  return managesCohort(actor, cohortId) ? listedCohort(actor, cohortId, today) : null;
}

/** Whose people somebody may see in a cohort's list: all of them, or those of the groups that they facilitate. */
export const onlyGroupsOf = (actor: Actor, cohortId: string): string | null =>
  managesCohort(actor, cohortId) ? null : actor.userId;

/**
 * The cohort's facts, once its summaries hold for that day or a page cannot wait for it any longer, for those who manage
 * it and for who facilitates one of its groups; null for everybody else and where there is none. One query, and more
 * only when something has changed since the last page.
 */
export async function listedCohort(
  actor: Actor,
  cohortId: string,
  today: PlainDate,
): Promise<CohortFacts | null> {
  if (!isId(cohortId)) return null;
  const facilitator = onlyGroupsOf(actor, cohortId);
  if (facilitator && !hasRole(actor, "facilitator")) return null;
  const [found] = await readRows<Omit<CohortFacts, "upToDate"> & { hold: boolean }>(Prisma.sql`
    SELECT c.id, c.name, c.slug, p."shortName" AS "programmeShortName", p."engagementThresholdPercent" AS "thresholdPercent",
      ${summariesHold(Prisma.sql`c.id`, today)} AS hold
    FROM "Cohort" c JOIN "Programme" p ON p.id = c."programmeId" WHERE c.id = ${cohortId}::uuid
      AND (${facilitator}::uuid IS NULL OR EXISTS (
        SELECT 1 FROM "PeerGroup" g WHERE g."cohortId" = c.id AND g."facilitatorId" = ${facilitator}::uuid))`);
  if (!found) return null;
  const { hold, ...facts } = found;
  return { ...facts, upToDate: hold || (await summariesForPage(cohortId, today)) };
}

const REASON_COLUMNS = {
  any: Prisma.sql`s.urgency > 0`,
  below: Prisma.sql`s."belowSince" IS NOT NULL`,
  overdue: Prisma.sql`s."overdueSince" IS NOT NULL`,
  quiet: Prisma.sql`s."quietSince" IS NOT NULL`,
  unreachable: Prisma.sql`s."unreachableSince" IS NOT NULL`,
};

type Filters = Pick<EngagementQuestion, "q" | "state" | "group" | "show">;

/** The summaries `s` of a cohort that a view asks for; with `facilitator`, of the groups that are theirs. */
export function summaryScope(
  cohortId: string,
  { q, state, group, show }: Filters,
  facilitator: string | null = null,
): Prisma.Sql {
  const conditions = [
    Prisma.sql`s."cohortId" = ${cohortId}::uuid`,
    ...(facilitator
      ? [
          Prisma.sql`s."peerGroupId" IN (SELECT id FROM "PeerGroup" WHERE "facilitatorId" = ${facilitator}::uuid)`,
        ]
      : []),
    ...(state ? [Prisma.sql`s.state = ${state}::"EnrolmentState"`] : []),
    ...(group === NO_GROUP ? [Prisma.sql`s."peerGroupId" IS NULL`] : []),
    ...(group && group !== NO_GROUP ? [Prisma.sql`s."peerGroupId" = ${group}::uuid`] : []),
    ...(show ? [REASON_COLUMNS[show]] : []),
    ...(q
      ? [
          Prisma.sql`(strpos(lower(s."fullName"), lower(${q})) > 0 OR strpos(lower(s.workplace), lower(${q})) > 0)`,
        ]
      : []),
  ];
  return Prisma.join(conditions, " AND ");
}

const SORT_COLUMNS: Record<Exclude<EngagementSort, "name">, Prisma.Sql> = {
  state: Prisma.sql`s.state`,
  group: Prisma.sql`g.name`,
  to_date: Prisma.sql`s."toDatePercent"`,
  overall: Prisma.sql`s."overallPercent"`,
  forecast: Prisma.sql`s."forecastPercent"`,
  overdue: Prisma.sql`s."overdueCount"`,
  last: Prisma.sql`s."lastActivityOn"`,
};

/** The order of a view; within it by name. Who has no figure comes last, whose activity is none first. */
export function summaryOrder({ sort, dir }: Pick<EngagementQuestion, "sort" | "dir">): Prisma.Sql {
  const way = dir === "desc" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  if (sort === "name") return Prisma.sql`s."fullName" ${way}, s."enrolmentId" ${way}`;
  const nulls = sort === "last" && dir === "asc" ? Prisma.sql`NULLS FIRST` : Prisma.sql`NULLS LAST`;
  return Prisma.sql`${SORT_COLUMNS[sort]} ${way} ${nulls}, s."fullName", s."enrolmentId"`;
}

/** The groups' names, where the order needs them. */
export const groupNames = ({ sort }: Pick<EngagementQuestion, "sort">) =>
  sort === "group" ? Prisma.sql`LEFT JOIN "PeerGroup" g ON g.id = s."peerGroupId"` : Prisma.empty;
