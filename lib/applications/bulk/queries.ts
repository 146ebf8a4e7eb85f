import "server-only";
import { type Actor, managedCohorts } from "../../auth/actor";
import { db } from "../../db";
import type { Prisma } from "../../generated/prisma/client";
import { isId } from "../../ids";
import { draftScope, staffScope } from "../policy";
import type { BulkKind } from "../schema-bulk";
import { rowOf } from "./rows";
import { readAct } from "./stored";
import type { BulkActLine, BulkResult } from "./views";

/** What was done with many applications at once, for those who manage the cohort it was done in. */

const PAGE_SIZE = 25;

const line = {
  id: true,
  byId: true,
  kind: true,
  at: true,
  settings: true,
  outcomes: true,
  finishedAt: true,
  cohortId: true,
  cohort: { select: { name: true, programme: { select: { shortName: true } } } },
  by: { select: { name: true } },
} as const satisfies Prisma.BulkActSelect;
type Row = Prisma.BulkActGetPayload<{ select: typeof line }>;

const scopeOf = (actor: Actor): Prisma.BulkActWhereInput => {
  const cohorts = managedCohorts(actor);
  return cohorts === "all" ? {} : { cohortId: { in: cohorts } };
};

function lineOf(row: Row): BulkActLine {
  const { settings, outcomes } = readAct(row);
  const done = outcomes.filter(({ outcome }) => outcome === "done").length;
  return {
    id: row.id,
    kind: row.kind as BulkKind,
    about: settings.kind === "remind" ? settings.about : null,
    cohortName: `${row.cohort.programme.shortName} ${row.cohort.name}`,
    by: row.by.name,
    at: row.at,
    chosen: settings.chosen.length,
    done,
    left: outcomes.length - done,
    finished: row.finishedAt !== null,
  };
}

const whereOf = (actor: Actor, cohort: string | undefined): Prisma.BulkActWhereInput => ({
  AND: [scopeOf(actor), cohort ? { cohortId: cohort } : {}],
});

async function actsFrom(where: Prisma.BulkActWhereInput, skip: number, take: number): Promise<BulkActLine[]> {
  const orderBy = [{ at: "desc" as const }, { id: "desc" as const }];
  return (await db.bulkAct.findMany({ where, select: line, orderBy, skip, take })).map(lineOf);
}

/** The same to be read out from a place on: `lib/applications/bulk/lists.ts`. */
export async function allBulkActs(actor: Actor, cohort: string | undefined) {
  const where = whereOf(actor, cohort);
  const page = (skip: number, take: number) => actsFrom(where, skip, take);
  return { count: await db.bulkAct.count({ where }), page };
}

/** A page of them, the latest first, of one cohort or of all that the actor manages. Three queries. */
export async function bulkActs(
  actor: Actor,
  { cohort, page }: { cohort?: string | undefined; page: number },
): Promise<{
  lines: BulkActLine[];
  page: number;
  pages: number;
  cohorts: { id: string; name: string }[];
}> {
  const managed = managedCohorts(actor);
  const where = whereOf(actor, cohort);
  const [total, cohorts] = await Promise.all([
    db.bulkAct.count({ where }),
    db.cohort.findMany({
      where: managed === "all" ? {} : { id: { in: managed } },
      select: { id: true, name: true, programme: { select: { shortName: true } } },
      orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    }),
  ]);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const shown = Math.min(page, pages);
  return {
    lines: await actsFrom(where, (shown - 1) * PAGE_SIZE, PAGE_SIZE),
    page: shown,
    pages,
    cohorts: cohorts.map(({ id, name, programme }) => ({ id, name: `${programme.shortName} ${name}` })),
  };
}

/**
 * What became of each; null for what is not in the actor's cohorts. One's own application, and one that has moved
 * out of sight since, is not among the rows. Two queries.
 */
export async function bulkResult(actor: Actor, id: string): Promise<BulkResult | null> {
  if (!isId(id)) return null;
  const act = await db.bulkAct.findFirst({ where: { AND: [{ id }, scopeOf(actor)] }, select: line });
  if (!act) return null;
  const { settings, outcomes } = readAct(act);
  const ids = settings.chosen.map(({ applicationId }) => applicationId);
  const scope = { OR: [staffScope(actor), draftScope(actor)] };
  const found = await db.application.findMany({
    where: { AND: [{ id: { in: ids }, cohortId: act.cohortId }, scope] },
    select: {
      id: true,
      version: true,
      reference: true,
      fullName: true,
      workplace: true,
      state: true,
      user: { select: { name: true, email: true } },
    },
  });
  const rows = ids.flatMap((each) => {
    const row = found.find((one) => one.id === each);
    const known = outcomes.find(({ applicationId }) => applicationId === each);
    if (!row) return [];
    const { version: _, ...shown } = rowOf(row);
    return [{ ...shown, outcome: known?.outcome ?? ("open" as const), message: known?.message ?? "" }];
  });
  return {
    ...lineOf(act),
    cohortId: act.cohortId,
    fundedPlace: settings.kind === "offer" && settings.fundedPlace,
    rows,
    canContinue: act.byId === actor.userId && act.finishedAt === null,
  };
}
