import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import { expectedCounts } from "../enrolments/expected";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { staffEventScope } from "./policy";
import type { EventsQuestion, StaffEvent } from "./schema";
import { eventTimes } from "./times";

const byStart = [
  { startsAt: "asc" },
  { id: "asc" },
] as const satisfies Prisma.EventOrderByWithRelationInput[];
const live = { where: { supersededBy: null } } as const;

const staffShown = {
  id: true,
  title: true,
  place: true,
  startsAt: true,
  endsAt: true,
  milestoneId: true,
  facilitator: { select: { name: true } },
  byChoice: true,
  capacity: true,
  cancelledAt: true,
  cohort: { select: { name: true } },
  peerGroup: { select: { name: true } },
  _count: { select: { records: live } },
} as const satisfies Prisma.EventSelect;

type Row = Prisma.EventGetPayload<{ select: typeof staffShown }>;

/** The rows as staff see them, with how many each event expects. One query. */
async function staffEventsOf(rows: readonly Row[], at: Date): Promise<StaffEvent[]> {
  const expected = await expectedCounts(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => staffEvent(row, expected.get(row.id) ?? 0, at));
}

function staffEvent(row: Row, expected: number, at: Date): StaffEvent {
  const { startsAt, endsAt, facilitator, peerGroup, cohort, cancelledAt, _count, ...event } = row;
  return {
    ...event,
    day: dayInLondon(startsAt),
    when: eventTimes(startsAt, endsAt),
    cohortName: cohort.name,
    groupName: peerGroup?.name ?? null,
    facilitatorName: facilitator?.name || null,
    cancelled: cancelledAt !== null,
    started: dayInLondon(startsAt) <= dayInLondon(at),
    over: endsAt < at,
    marked: _count.records,
    expected,
  };
}

/** A cohort's events in order, for those who manage it; none for anybody else. Two queries. */
export async function eventsOfCohort(actor: Actor, cohortId: string, at: Date): Promise<StaffEvent[]> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return [];
  const rows = await db.event.findMany({ where: { cohortId }, select: staffShown, orderBy: byStart });
  return staffEventsOf(rows, at);
}

export const EVENTS_PAGE_SIZE = 50;

/**
 * Events of the cohorts one manages and those one runs, a page of them: coming ones in order, those whose
 * register is not taken with the longest past first, or all with the latest first. Three queries.
 */
export async function staffEvents(
  actor: Actor,
  { show, page }: EventsQuestion,
  at: Date,
): Promise<{ rows: StaffEvent[]; total: number; page: number; pages: number }> {
  const total = await countEvents(actor, show, at);
  const pages = Math.max(1, Math.ceil(total / EVENTS_PAGE_SIZE));
  const at1 = Math.min(page, pages);
  const rows = await eventsFrom(actor, show, at, (at1 - 1) * EVENTS_PAGE_SIZE, EVENTS_PAGE_SIZE);
  return { rows, total, page: at1, pages };
}

const scopeOf = (actor: Actor, show: EventsQuestion["show"], at: Date) => ({
  AND: [staffEventScope(actor), showing(show, at)],
});

/** How many events a view of that list has. One query. */
export const countEvents = (actor: Actor, show: EventsQuestion["show"], at: Date): Promise<number> =>
  db.event.count({ where: scopeOf(actor, show, at) });

/** Those of a view in its order, from a place on. Two queries. */
export async function eventsFrom(
  actor: Actor,
  show: EventsQuestion["show"],
  at: Date,
  skip: number,
  take: number,
): Promise<StaffEvent[]> {
  const rows = await db.event.findMany({
    where: scopeOf(actor, show, at),
    select: staffShown,
    orderBy: show === "all" ? [{ startsAt: "desc" }, { id: "asc" }] : [...byStart],
    skip,
    take,
  });
  return staffEventsOf(rows, at);
}

function showing(show: EventsQuestion["show"], at: Date): Prisma.EventWhereInput {
  if (show === "coming") return { endsAt: { gte: at }, cancelledAt: null };
  if (show === "to_take") return { endsAt: { lt: at }, cancelledAt: null, records: { none: {} } };
  return {};
}
