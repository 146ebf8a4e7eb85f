import "server-only";
import type { Actor } from "../auth/actor";
import { dateColumn, dayInLondon } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { cohortScope } from "./policy";
import { cohortColumns, cohortFacts, programmeColumns } from "./rows";
import {
  APPLICATION_STATES,
  type CohortFacts,
  type CohortSituation,
  ENROLMENT_STATES,
  type OpenCohort,
  type StaffCohort,
  type StaffCohortRow,
} from "./schema";
import { situationOf } from "./situation";
import { PUBLIC_COHORT, stateOf } from "./states";

/** The cohorts of published programmes that take applications today, the first to start first. */
export async function openCohorts(at: Date): Promise<OpenCohort[]> {
  const today = dateColumn(dayInLondon(at));
  const rows = await db.cohort.findMany({
    where: {
      ...PUBLIC_COHORT,
      applicationsOpen: { lte: today },
      applicationsClose: { gte: today },
      programme: { publishedAt: { lte: at } },
    },
    select: { ...cohortColumns, programme: programmeColumns },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  return rows.flatMap((row) => {
    const { applicationsClose, ...facts } = cohortFacts(row);
    return applicationsClose ? [{ ...facts, applicationsClose, programme: row.programme }] : [];
  });
}

/** A programme's published cohorts, as anyone may see them, the first to start first. */
export async function publicCohorts(programmeId: string): Promise<CohortFacts[]> {
  const rows = await db.cohort.findMany({
    where: { programmeId, ...PUBLIC_COHORT },
    select: cohortColumns,
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  return rows.map(cohortFacts);
}

/** Where a programme stands for somebody who would like to join, on the day it is in London. */
export async function cohortSituation(programmeId: string, at: Date): Promise<CohortSituation> {
  return situationOf(await publicCohorts(programmeId), dayInLondon(at));
}

const staffSelect = {
  ...cohortColumns,
  offerDays: true,
  publishedAt: true,
  archivedAt: true,
  version: true,
  routeMapVersion: true,
  programme: programmeColumns,
} as const;
type StaffRow = Prisma.CohortGetPayload<{ select: typeof staffSelect }>;

const staffCohort = (row: StaffRow): StaffCohort => {
  const { programme, capacity, placesTaken, fundedPlaces, fundedTaken, offerDays } = row;
  const { version, routeMapVersion } = row;
  const counts = { capacity, placesTaken, fundedPlaces, fundedTaken, offerDays };
  return { ...cohortFacts(row), programme, ...counts, state: stateOf(row), version, routeMapVersion };
};

/**
 * The cohorts a person manages, the latest to start first, with their counts; the archived ones only when asked for.
 * Empty for everybody else.
 */
export async function cohortsFor(
  actor: Actor,
  _at: Date,
  { archived = false }: { archived?: boolean } = {},
): Promise<StaffCohortRow[]> {
  const rows = await db.cohort.findMany({
    where: { AND: [cohortScope(actor), archived ? {} : { archivedAt: null }] },
    select: staffSelect,
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
  });
  if (rows.length === 0) return [];
  const where = { cohortId: { in: rows.map((row) => row.id) } };
  const [applications, enrolments] = await Promise.all([
    db.application.groupBy({ by: ["cohortId", "state"], where, _count: { _all: true } }),
    db.enrolment.groupBy({ by: ["cohortId", "state"], where, _count: { _all: true } }),
  ]);
  return rows.map((row) => ({
    ...staffCohort(row),
    participants: counts(ENROLMENT_STATES, enrolments, row.id),
    applications: counts(APPLICATION_STATES, applications, row.id),
  }));
}

function counts<S extends string>(
  states: readonly S[],
  groups: { cohortId: string; state: S; _count: { _all: number } }[],
  cohortId: string,
): Record<S, number> {
  const all = Object.fromEntries(states.map((state) => [state, 0])) as Record<S, number>;
  for (const group of groups) if (group.cohortId === cohortId) all[group.state] = group._count._all;
  return all;
}

/** A cohort that the person manages, by its identifier; null when there is none for them. */
export async function cohortById(actor: Actor, id: string): Promise<StaffCohort | null> {
  if (!isId(id)) return null;
  const row = await db.cohort.findFirst({
    where: { AND: [cohortScope(actor), { id }] },
    select: staffSelect,
  });
  return row ? staffCohort(row) : null;
}
