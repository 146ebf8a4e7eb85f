import "server-only";
import { type Actor, managedCohorts } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { countByState, countByWaitingOn, placesOfQueue, totalOf } from "./queue-counts";
import { type QueueCohort, type QueueFacts, rowSelect, toRow } from "./queue-rows";
import { pageByScore } from "./queue-scores";
import { queueWhere } from "./queue-where";
import { type QueueFilters, type Sort, shownSort } from "./schema-queue";
import type { Queue } from "./views-queue";

export const PAGE_SIZE = 50;

/**
 * A page of the applications that staff may see, by the filters and in their order, with how many there are in
 * each state and waiting on whom within the other filters. A fixed number of queries, whatever the number of rows.
 * A page beyond the last is the last.
 */
export async function applicationQueue(actor: Actor, filters: QueueFilters, at: Date): Promise<Queue> {
  const where = queueWhere(actor, filters, at);
  const [counts, waiting, cohorts, places] = await Promise.all([
    countByState(queueWhere(actor, { ...filters, state: "all" }, at)),
    countByWaitingOn((on) => queueWhere(actor, { ...filters, on }, at)),
    cohortsOf(actor),
    placesOfQueue(queueWhere(actor, { page: 1, state: "all", cohort: filters.cohort }, at)),
  ]);
  const total = totalOf(filters, counts);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(filters.page, pages);
  const sort = shownSort(filters);
  const skip = (page - 1) * PAGE_SIZE;
  const rows =
    sort === "score" || sort === "score_up"
      ? await byScore(actor, where, sort, skip)
      : await db.application.findMany({
          where,
          select: rowSelect,
          orderBy: [ORDERS[sort], { id: "asc" }],
          skip,
          take: PAGE_SIZE,
        });
  const today = dayInLondon(at);
  return {
    rows: rows.map((row) => toRow(row, actor, cohorts, today)),
    cohorts: cohorts.map(({ id, name }) => ({ id, name })),
    ...{ total, page, pages, counts, waiting, ...places },
  };
}

export const ORDERS: Record<
  Exclude<Sort, "score" | "score_up">,
  Prisma.ApplicationOrderByWithRelationInput
> = {
  waiting: { submittedAt: "asc" },
  submitted: { submittedAt: "desc" },
  name: { fullName: "asc" },
  name_down: { fullName: "desc" },
  workplace: { workplace: "asc" },
  workplace_down: { workplace: "desc" },
};

async function byScore(
  actor: Actor,
  where: Prisma.ApplicationWhereInput,
  sort: "score" | "score_up",
  skip: number,
): Promise<QueueFacts[]> {
  const ids = await pageByScore(actor, where, { best: sort === "score", skip, take: PAGE_SIZE });
  const rows = await db.application.findMany({ where: { id: { in: ids } }, select: rowSelect });
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** The cohorts that the actor manages, with what every line of theirs needs. */
export async function cohortsOf(actor: Actor): Promise<QueueCohort[]> {
  const managed = managedCohorts(actor);
  const rows = await db.cohort.findMany({
    where: managed === "all" ? {} : { id: { in: managed } },
    select: {
      id: true,
      name: true,
      capacity: true,
      placesTaken: true,
      programme: { select: { shortName: true, criteria: { select: { maxScore: true } } } },
    },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, capacity, placesTaken, programme }) => ({
    id,
    name: `${programme.shortName} ${name}`,
    placeFree: placesTaken < capacity,
    maxScore: programme.criteria.reduce((sum, criterion) => sum + criterion.maxScore, 0),
  }));
}
