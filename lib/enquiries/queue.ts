import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { canAnswer } from "./policy";
import { rowOf, rowSelect } from "./rows";
import { type EnquiryFilters, type EnquiryState, shownEnquiries } from "./schema";
import { NEAR_HOURS } from "./states";
import type { EnquiryCounts, EnquiryQueue } from "./views";

const PAGE_SIZE = 50;
const RECENT_DAYS = 30;

/**
 * The enquiries by the filters: what waits with the soonest due first, so that what is late stands on top; anything
 * else with the latest first. Null for who may not see enquiries. Three queries. A page beyond the last is the last.
 */
export async function enquiryQueue(
  actor: Actor,
  filters: EnquiryFilters,
  at: Date,
): Promise<EnquiryQueue | null> {
  if (!canAnswer(actor)) return null;
  const where = whereOf(filters);
  const [{ answered_recently, in_time, ...counts }, total] = await Promise.all([
    figures(at),
    db.enquiry.count({ where }),
  ]);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(filters.page, pages);
  const rows = await enquiriesFrom(filters, (page - 1) * PAGE_SIZE, PAGE_SIZE);
  return {
    rows: rows.map((row) => rowOf(row, at)),
    total,
    page,
    pages,
    counts,
    recent: { answered: answered_recently, inTime: in_time },
  };
}

export function whereOf(filters: EnquiryFilters): Prisma.EnquiryWhereInput {
  return { AND: [inState(shownEnquiries(filters)), found(filters.q)] };
}

/** The enquiries of a view in its order, from a place on; the caller authorises. One query. */
export function enquiriesFrom(filters: EnquiryFilters, skip: number, take: number) {
  return db.enquiry.findMany({
    where: whereOf(filters),
    select: rowSelect,
    orderBy: [ORDER[shownEnquiries(filters)], { id: "asc" }],
    skip,
    take,
  });
}

const ORDER: Record<EnquiryState | "all", Prisma.EnquiryOrderByWithRelationInput> = {
  waiting: { dueAt: "asc" },
  answered: { answeredAt: "desc" },
  set_aside: { closedAt: "desc" },
  all: { createdAt: "desc" },
};

function inState(state: EnquiryState | "all"): Prisma.EnquiryWhereInput {
  if (state === "all") return {};
  if (state === "answered") return { answeredAt: { not: null } };
  return { answeredAt: null, closedAt: state === "waiting" ? null : { not: null } };
}

type Figures = EnquiryCounts & { answered_recently: number; in_time: number };

async function figures(at: Date): Promise<Figures> {
  const near = new Date(at.getTime() + NEAR_HOURS * 3_600_000);
  const since = new Date(at.getTime() - RECENT_DAYS * 86_400_000);
  const [row] = await db.$queryRaw<Figures[]>`
    SELECT count(*) FILTER (WHERE waits)::int AS waiting,
           count(*) FILTER (WHERE waits AND "dueAt" < ${at})::int AS late,
           count(*) FILTER (WHERE waits AND "dueAt" >= ${at} AND "dueAt" <= ${near})::int AS near,
           count("answeredAt")::int AS answered,
           count(*) FILTER (WHERE "answeredAt" IS NULL AND "closedAt" IS NOT NULL)::int AS set_aside,
           count(*) FILTER (WHERE "answeredAt" > ${since} AND "answeredAt" <= ${at})::int AS answered_recently,
           count(*) FILTER (WHERE "answeredAt" > ${since} AND "answeredAt" <= ${at} AND "answeredAt" <= "dueAt")::int AS in_time
    FROM (SELECT *, "answeredAt" IS NULL AND "closedAt" IS NULL AS waits FROM "Enquiry") AS e`;
  return row as Figures;
}

/** What was typed, anywhere in the name, the address, the reference or the question. */
function found(q: string | undefined): Prisma.EnquiryWhereInput {
  if (!q) return {};
  // In LIKE these three have a meaning of their own; people type them for themselves.
  const contains = { contains: q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  return {
    OR: [{ name: contains }, { email: contains }, { reference: contains }, { question: contains }],
  };
}
