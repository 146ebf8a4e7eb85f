import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import type { ExportRow } from "./export-columns";
import { staffScope } from "./policy";
import { cohortsOf, ORDERS } from "./queue";
import { rowSelect, toRow } from "./queue-rows";
import { pageByScore } from "./queue-scores";
import { queueWhere } from "./queue-where";
import { type QueueFilters, shownSort } from "./schema-queue";
import { MATCHED_BY } from "./schema-registrations";

/** Applications read at a time. */
const PART = 500;
/** More than any provider has; a bound all the same. */
const MOST = 100_000;

/** The identifiers of all the applications of a view, in its order, as they are at this moment. */
export async function exportedIds(actor: Actor, filters: QueueFilters, at: Date): Promise<string[]> {
  const where = queueWhere(actor, filters, at);
  const sort = shownSort(filters);
  if (sort === "score" || sort === "score_up")
    return pageByScore(actor, where, { best: sort === "score", skip: 0, take: MOST });
  const rows = await db.application.findMany({
    where,
    select: { id: true },
    orderBy: [ORDERS[sort], { id: "asc" }],
    take: MOST,
  });
  return rows.map(({ id }) => id);
}

/** Those applications, part by part; one that the actor may not see (any more) is left out. */
export async function* exportParts(
  actor: Actor,
  ids: readonly string[],
  at: Date,
): AsyncGenerator<ExportRow[]> {
  const cohorts = await cohortsOf(actor);
  const today = dayInLondon(at);
  for (let from = 0; from < ids.length; from += PART) {
    const part = ids.slice(from, from + PART);
    const rows = await db.application.findMany({
      where: { AND: [{ id: { in: part } }, staffScope(actor)] },
      select: { ...rowSelect, ...more },
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    yield part.flatMap((id) => {
      const row = byId.get(id);
      return row ? [{ ...toRow(row, actor, cohorts, today), ...extraOf(row) }] : [];
    });
  }
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
