import "server-only";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { statesOf } from "./queue-where";
import { APPLICATION_STATES, type ApplicationState } from "./schema";
import { type QueueFilters, WAITING_ON, type WaitingOn } from "./schema-queue";

/** How many applications there are, for the queue. */

type Where = Prisma.ApplicationWhereInput;

/** By state; every state is there. One query. */
export async function countByState(where: Where): Promise<Record<ApplicationState, number>> {
  const groups = await db.application.groupBy({ by: ["state"], where, _count: { _all: true } });
  const none = Object.fromEntries(APPLICATION_STATES.map((state) => [state, 0]));
  for (const { state, _count } of groups) none[state] = _count._all;
  return none as Record<ApplicationState, number>;
}

/** By those they wait for, whom `where` is asked for one after another; `all` is without that filter. Five queries. */
export async function countByWaitingOn(
  where: (on: WaitingOn | undefined) => Where,
): Promise<Record<WaitingOn | "all", number>> {
  const counts = await Promise.all(
    [...WAITING_ON, undefined].map(async (on) => [
      on ?? "all",
      await db.application.count({ where: where(on) }),
    ]),
  );
  return Object.fromEntries(counts);
}

/** Of the counted, those that a view's states hold. */
export function totalOf(filters: QueueFilters, counts: Record<ApplicationState, number>): number {
  return statesOf(filters).reduce((sum, state) => sum + counts[state], 0);
}

/** The regions and phases that one can choose from: those of the workplaces there are. One query. */
export async function placesOfQueue(where: Where): Promise<{ regions: string[]; phases: string[] }> {
  const schools = await db.school.findMany({
    where: { applications: { some: where } },
    select: { region: true, phase: true },
    distinct: ["region", "phase"],
  });
  const sorted = (values: string[]) => [...new Set(values)].filter(Boolean).sort();
  return {
    regions: sorted(schools.map(({ region }) => region)),
    phases: sorted(schools.map(({ phase }) => phase)),
  };
}

/** An offer about to run out is one that has to be answered within so many days. */
export const RUNNING_OUT_DAYS = 3;
