import "server-only";
import { type Actor, managedCohorts } from "../auth/actor";
import { dayInLondon, type PlainDate, plainDate } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { readByDay } from "./deadlines";
import { countByState, countByWaitingOn, placesOfQueue, totalOf } from "./queue-counts";
import { pageByScore, reviewFacts, scoreFor } from "./queue-scores";
import { queueWhere } from "./queue-where";
import { type QueueFilters, type Sort, shownSort } from "./schema-queue";
import type { Queue, QueueRow } from "./views-queue";
import { waitingOn } from "./waiting-on";

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
          select: rowSelect(actor),
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

const ORDERS: Record<Exclude<Sort, "score" | "score_up">, Prisma.ApplicationOrderByWithRelationInput> = {
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
): Promise<Row[]> {
  const ids = await pageByScore(actor, where, { best: sort === "score", skip, take: PAGE_SIZE });
  const rows = await db.application.findMany({ where: { id: { in: ids } }, select: rowSelect(actor) });
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function rowSelect(actor: Actor) {
  return {
    id: true,
    reference: true,
    fullName: true,
    workplace: true,
    fundingRoute: true,
    state: true,
    submittedAt: true,
    cohortId: true,
    school: { select: { region: true, phase: true } },
    offers: { where: { outcome: null }, select: { answerBy: true } },
    endorsements: { select: { endedAt: true, outcome: true } },
    ...reviewFacts(actor),
  } as const satisfies Prisma.ApplicationSelect;
}
type Row = Prisma.ApplicationGetPayload<{ select: ReturnType<typeof rowSelect> }>;

function toRow(row: Row, actor: Actor, cohorts: Cohort[], today: PlainDate): QueueRow {
  const { id, reference, fullName, workplace, fundingRoute, state, school } = row;
  const cohort = cohorts.find((each) => each.id === row.cohortId);
  const submittedOn = row.submittedAt && dayInLondon(row.submittedAt);
  const undecided = state === "submitted" || state === "under_review";
  const promisedBy = submittedOn && undecided ? readByDay(submittedOn) : null;
  const offer = row.offers[0];
  return {
    ...{ id, reference, fullName, workplace, fundingRoute, state, submittedOn, promisedBy },
    region: school?.region ?? null,
    phase: school?.phase ?? null,
    cohortName: cohort?.name ?? "",
    answerBy: offer ? plainDate(offer.answerBy) : null,
    late: promisedBy !== null && promisedBy < today,
    waitingOn: waitingOn({ state, endorsements: row.endorsements, placeFree: cohort?.placeFree ?? false }),
    ...scoreFor(actor, row),
    maxScore: cohort?.maxScore ?? 0,
  };
}

type Cohort = { id: string; name: string; placeFree: boolean; maxScore: number };

/** The cohorts that the actor manages, with what every line of theirs needs. */
async function cohortsOf(actor: Actor): Promise<Cohort[]> {
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
