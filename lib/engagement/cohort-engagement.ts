import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { readRows } from "../db";
import { Prisma } from "../generated/prisma/client";
import { milestonesOf } from "../route-map/queries";
import { type RouteMapMilestone, SHORT_WORDS } from "../route-map/schema";
import { type Person, peopleRows, rowOf } from "./cohort-people";
import { groupNames, listedCohort, onlyGroupsOf, summaryOrder, summaryScope } from "./cohort-scope";
import {
  type CohortEngagement,
  ENGAGEMENT_PAGE_SIZE,
  type EngagementQuestion,
  type MilestoneColumn,
} from "./schema";

/**
 * A page of a cohort's engagement for those who manage it, and of their own groups' people for who facilitates one of
 * its groups; null for everybody else. Four queries, whatever the size
 * of the cohort: the summaries are filtered and sorted, and the figures of a page's people are derived as the
 * participant's own are.
 */
export async function cohortEngagement(
  actor: Actor,
  cohortId: string,
  question: EngagementQuestion,
  at: Date,
): Promise<CohortEngagement | null> {
  const today = dayInLondon(at);
  const cohort = await listedCohort(actor, cohortId, today);
  if (!cohort) return null;
  const facilitator = onlyGroupsOf(actor, cohortId);
  const scope = summaryScope(cohortId, question, facilitator);
  const [milestones, [counted]] = await Promise.all([
    milestonesOf(cohortId),
    readRows<{ total: number; groups: CohortEngagement["groups"] }>(Prisma.sql`
      SELECT (SELECT count(*)::int FROM "EngagementSummary" s WHERE ${scope}) AS total,
        (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.name), '[]')
          FROM "PeerGroup" g WHERE g."cohortId" = ${cohortId}::uuid
            AND (${facilitator}::uuid IS NULL OR g."facilitatorId" = ${facilitator}::uuid)) AS groups`),
  ]);
  const { total = 0, groups = [] } = counted ?? {};
  const pages = Math.max(1, Math.ceil(total / ENGAGEMENT_PAGE_SIZE));
  const page = Math.min(question.page, pages);
  const people = await readRows<Person>(peopleRows(pageOf(scope, { ...question, page }), cohortId));
  return {
    cohort,
    manages: facilitator === null,
    columns: columnsOf(milestones),
    rows: people.map((person) => rowOf(person, milestones, today, cohort.thresholdPercent)),
    groups,
    total,
    page,
    pages,
    question: { ...question, page },
  };
}

/** Who stands on a page of a view, each with their place. */
function pageOf(scope: Prisma.Sql, question: EngagementQuestion): Prisma.Sql {
  const order = summaryOrder(question);
  return Prisma.sql`
    SELECT p.id, row_number() OVER () AS place FROM (
      SELECT s."enrolmentId" AS id FROM "EngagementSummary" s ${groupNames(question)}
      WHERE ${scope} ORDER BY ${order}
      LIMIT ${ENGAGEMENT_PAGE_SIZE} OFFSET ${(question.page - 1) * ENGAGEMENT_PAGE_SIZE}) p`;
}

/** The milestones that count, as headings. */
export function columnsOf(milestones: readonly (RouteMapMilestone & { id: string })[]): MilestoneColumn[] {
  return milestones
    .filter(({ counts }) => counts)
    .map(({ id, number, module, kind, title }) => ({
      milestoneId: id,
      number,
      module,
      short: shortTitle(kind, title, module),
      title,
    }));
}

/** "Study 1", "Grp 2": the kind in short with the number in its title, else its module's. */
function shortTitle(kind: RouteMapMilestone["kind"], title: string, module: number | null): string {
  const number = /\s(\d+)$/.exec(title)?.[1] ?? module;
  return number ? `${SHORT_WORDS[kind]} ${number}` : SHORT_WORDS[kind];
}
