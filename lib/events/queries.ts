import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
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
const active = { where: { state: "active" } } as const;

const staffShown = {
  id: true,
  title: true,
  place: true,
  startsAt: true,
  endsAt: true,
  milestoneId: true,
  facilitator: { select: { name: true } },
  cohort: { select: { name: true, _count: { select: { enrolments: active } } } },
  peerGroup: { select: { name: true, _count: { select: { members: active } } } },
  _count: { select: { records: live } },
} as const satisfies Prisma.EventSelect;

function staffEvent(row: Prisma.EventGetPayload<{ select: typeof staffShown }>, at: Date): StaffEvent {
  const { startsAt, endsAt, facilitator, peerGroup, cohort, _count, ...event } = row;
  return {
    ...event,
    day: dayInLondon(startsAt),
    when: eventTimes(startsAt, endsAt),
    cohortName: cohort.name,
    groupName: peerGroup?.name ?? null,
    facilitatorName: facilitator?.name || null,
    started: dayInLondon(startsAt) <= dayInLondon(at),
    over: endsAt < at,
    marked: _count.records,
    expected: peerGroup ? peerGroup._count.members : cohort._count.enrolments,
  };
}

/** A cohort's events in order, for those who manage it; none for anybody else. One query. */
export async function eventsOfCohort(actor: Actor, cohortId: string, at: Date): Promise<StaffEvent[]> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return [];
  const rows = await db.event.findMany({ where: { cohortId }, select: staffShown, orderBy: byStart });
  return rows.map((row) => staffEvent(row, at));
}

export const EVENTS_PAGE_SIZE = 50;

/**
 * Events of the cohorts one manages and those one runs, a page of them: coming ones in order, those whose
 * register is not taken with the longest past first, or all with the latest first. Two queries.
 */
export async function staffEvents(
  actor: Actor,
  { show, page }: EventsQuestion,
  at: Date,
): Promise<{ rows: StaffEvent[]; total: number; page: number; pages: number }> {
  const where = { AND: [staffEventScope(actor), showing(show, at)] };
  const total = await db.event.count({ where });
  const pages = Math.max(1, Math.ceil(total / EVENTS_PAGE_SIZE));
  const at1 = Math.min(page, pages);
  const rows = await db.event.findMany({
    where,
    select: staffShown,
    orderBy: show === "all" ? [{ startsAt: "desc" }, { id: "asc" }] : [...byStart],
    skip: (at1 - 1) * EVENTS_PAGE_SIZE,
    take: EVENTS_PAGE_SIZE,
  });
  return { rows: rows.map((row) => staffEvent(row, at)), total, page: at1, pages };
}

function showing(show: EventsQuestion["show"], at: Date): Prisma.EventWhereInput {
  if (show === "coming") return { endsAt: { gte: at } };
  if (show === "to_take") return { endsAt: { lt: at }, records: { none: {} } };
  return {};
}

const MOST_TO_DO = 200;

/**
 * What a member of staff has before them: events of theirs whose register is not taken yet, the longest past
 * first, then those still to come. One query.
 */
export async function eventsFor(actor: Actor, at: Date): Promise<StaffEvent[]> {
  const rows = await db.event.findMany({
    where: { AND: [staffEventScope(actor), { OR: [showing("coming", at), showing("to_take", at)] }] },
    select: staffShown,
    orderBy: [...byStart],
    take: MOST_TO_DO,
  });
  return rows.map((row) => staffEvent(row, at));
}
