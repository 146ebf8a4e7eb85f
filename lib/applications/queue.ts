import "server-only";
import type { Actor } from "../auth/actor";
import { managedCohorts } from "../auth/actor";
import { addPlainDays, dateColumn, dayInLondon, plainDate } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { readByDay } from "./deadlines";
import { staffScope } from "./policy";
import { APPLICATION_STATES, type ApplicationState, type QueueFilters, shownStates, WAITING } from "./schema";
import type { Queue } from "./views";

const PAGE_SIZE = 50;

/**
 * The applications that staff may see, by the filters, with how many there are in each state: what waits with the
 * longest waiting first, anything else with the latest first. Three queries, whatever the number of rows. A page
 * beyond the last is the last.
 */
export async function applicationQueue(actor: Actor, filters: QueueFilters, at: Date): Promise<Queue> {
  const { cohort } = filters;
  const shown = shownStates(filters);
  const states = APPLICATION_STATES.filter(
    (state) => shown === "all" || state === shown || (shown === "waiting" && WAITING.includes(state)),
  );
  const waiting = states.every((state) => WAITING.includes(state));
  const base: Prisma.ApplicationWhereInput = {
    AND: [staffScope(actor), found(filters.q), cohort ? { cohortId: cohort } : {}],
  };
  const where = { AND: [base, { state: { in: states } }] };
  const [counts, cohorts] = await Promise.all([countByState(base), cohortsOf(actor)]);
  const total = states.reduce((sum, state) => sum + counts[state], 0);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(filters.page, pages);
  const rows = await db.application.findMany({
    where,
    select: {
      id: true,
      reference: true,
      fullName: true,
      workplace: true,
      fundingRoute: true,
      state: true,
      submittedAt: true,
      cohort: { select: { name: true } },
      offers: { where: { outcome: null }, select: { answerBy: true } },
    },
    orderBy: [{ submittedAt: waiting ? "asc" : "desc" }, { id: "asc" }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  return {
    rows: rows.map(({ cohort: its, offers: [offer], submittedAt, ...row }) => {
      const submittedOn = submittedAt && dayInLondon(submittedAt);
      const undecided = row.state === "submitted" || row.state === "under_review";
      const promisedBy = submittedOn && undecided ? readByDay(submittedOn) : null;
      return {
        ...row,
        cohortName: its.name,
        submittedOn,
        answerBy: offer ? plainDate(offer.answerBy) : null,
        promisedBy,
        late: promisedBy !== null && promisedBy < dayInLondon(at),
      };
    }),
    total,
    page,
    pages,
    counts,
    cohorts,
  };
}

/** An offer about to run out is one that has to be answered within so many days. */
export const RUNNING_OUT_DAYS = 3;

/**
 * For the staff's start page: how many applications there are in each state, and how many offers run out within
 * three days. Two queries.
 */
export async function applicationCounts(
  actor: Actor,
  at: Date,
): Promise<{ counts: Record<ApplicationState, number>; runningOut: number }> {
  const soon = dateColumn(addPlainDays(dayInLondon(at), RUNNING_OUT_DAYS));
  const [counts, runningOut] = await Promise.all([
    countByState(staffScope(actor)),
    db.offer.count({
      where: { outcome: null, answerBy: { lte: soon }, application: staffScope(actor) },
    }),
  ]);
  return { counts, runningOut };
}

async function countByState(where: Prisma.ApplicationWhereInput): Promise<Record<ApplicationState, number>> {
  const groups = await db.application.groupBy({ by: ["state"], where, _count: { _all: true } });
  const none = Object.fromEntries(APPLICATION_STATES.map((state) => [state, 0]));
  for (const { state, _count } of groups) none[state] = _count._all;
  return none as Record<ApplicationState, number>;
}

async function cohortsOf(actor: Actor): Promise<{ id: string; name: string }[]> {
  const managed = managedCohorts(actor);
  const rows = await db.cohort.findMany({
    where: managed === "all" ? {} : { id: { in: managed } },
    select: { id: true, name: true, programme: { select: { shortName: true } } },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, programme }) => ({ id, name: `${programme.shortName} ${name}` }));
}

/** What was typed, anywhere in the name, the workplace, the reference or the address. */
function found(q: string | undefined): Prisma.ApplicationWhereInput {
  if (!q) return {};
  // In LIKE these three have a meaning of their own; people type them for themselves.
  const contains = { contains: q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  return {
    OR: [
      { fullName: contains },
      { workplace: contains },
      { reference: contains },
      { user: { email: contains } },
    ],
  };
}
