import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { MOST_ROWS } from "../list-file";
import type { ExportRow } from "./export-columns";
import { staffScope } from "./policy";
import { cohortsOf, ORDERS } from "./queue";
import { rowSelect, toRow } from "./queue-rows";
import { pageByScore } from "./queue-scores";
import { queueWhere } from "./queue-where";
import { type QueueFilters, shownSort } from "./schema-queue";
import { MATCHED_BY } from "./schema-registrations";

/** The identifiers of all the applications of a view, in its order, as they are at this moment. */
export async function exportedIds(actor: Actor, filters: QueueFilters, at: Date): Promise<string[]> {
  const where = queueWhere(actor, filters, at);
  const sort = shownSort(filters);
  if (sort === "score" || sort === "score_up")
    return pageByScore(actor, where, { best: sort === "score", skip: 0, take: MOST_ROWS });
  const rows = await db.application.findMany({
    where,
    select: { id: true },
    orderBy: [ORDERS[sort], { id: "asc" }],
    take: MOST_ROWS,
  });
  return rows.map(({ id }) => id);
}

/** How rows of the file are read by their identifiers; one that the actor may not see (any more) is left out. */
export async function exportedRows(
  actor: Actor,
  at: Date,
): Promise<(ids: string[]) => Promise<Map<string, ExportRow>>> {
  const cohorts = await cohortsOf(actor);
  const today = dayInLondon(at);
  return async (ids) => {
    const rows = await db.application.findMany({
      where: { AND: [{ id: { in: ids } }, staffScope(actor)] },
      select: { ...rowSelect, ...more },
    });
    return new Map(rows.map((row) => [row.id, { ...toRow(row, actor, cohorts, today), ...extraOf(row) }]));
  };
}

const more = {
  trn: true,
  jobTitle: true,
  workplaceTown: true,
  workplacePostcode: true,
  workplaceUrn: true,
  trust: { select: { name: true } },
  sponsorName: true,
  sponsorEmail: true,
  user: { select: { email: true } },
  registrations: {
    select: { matchedBy: true, upload: { select: { uploadedAt: true } } },
    orderBy: { id: "asc" },
    take: 1,
  },
} as const satisfies Prisma.ApplicationSelect;

function extraOf(row: Prisma.ApplicationGetPayload<{ select: typeof more }>) {
  const [registered] = row.registrations;
  const matchedBy = MATCHED_BY.find((by) => by === registered?.matchedBy);
  return {
    email: row.user.email,
    trn: row.trn,
    jobTitle: row.jobTitle,
    town: row.workplaceTown,
    postcode: row.workplacePostcode,
    urn: row.workplaceUrn,
    trust: row.trust?.name ?? null,
    sponsorName: row.sponsorName,
    sponsorEmail: row.sponsorEmail,
    registration:
      registered && matchedBy ? { confirmedOn: dayInLondon(registered.upload.uploadedAt), matchedBy } : null,
  };
}
