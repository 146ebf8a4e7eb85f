import "server-only";
import { type Actor, managedCohorts } from "../auth/actor";
import { addPlainDays, londonTime } from "../dates";
import { db } from "../db";
import { NotFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { idsNamed, namesOf } from "./names";
import { type AuditFilters, type AuditRow, changesOf, textsOf } from "./schema";

/**
 * The audit log for those who may read it: an administrator all of it, a cohort manager what belongs to the cohorts
 * they manage. Nobody may change it, these queries least of all (prisma/migrations, docs/operating/database.md).
 */

const PAGE = 50;

/** True for those who may open the log at all. */
export function mayReadLog(actor: Actor): boolean {
  const managed = managedCohorts(actor);
  return managed === "all" || managed.length > 0;
}

export type AuditPage = {
  rows: AuditRow[];
  /** The last entry of this page, when there are older ones. */
  older: string | null;
  kinds: string[];
  /** Every action there has been, of the kind that is shown where one is. */
  actions: string[];
  cohorts: { id: string; name: string }[];
};

/** A page of the log, the newest first. Seven queries. @throws NotFound for whoever may not read it. */
export async function auditPage(actor: Actor, filters: AuditFilters): Promise<AuditPage> {
  const where = await whereOf(actor, filters);
  const managed = managedCohorts(actor);
  const [found, kinds, actions, cohorts] = await Promise.all([
    db.auditEntry.findMany({ where, orderBy: { id: "desc" }, take: PAGE + 1 }),
    valuesOf("subjectType"),
    valuesOf("action"),
    db.cohort.findMany({
      where: managed === "all" ? {} : { id: { in: managed } },
      select: { id: true, name: true, programme: { select: { shortName: true } } },
      orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    }),
  ]);
  const names = new Map(cohorts.map(({ id, name, programme }) => [id, `${programme.shortName} ${name}`]));
  const page = found.slice(0, PAGE);
  const rows = await shown(page, names);
  return {
    rows,
    older: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
    kinds,
    actions,
    cohorts: [...names].map(([id, name]) => ({ id, name })),
  };
}

/**
 * Every value that the column has, in their order: each found by one step down its index, since there are a hundred of
 * them among a million entries.
 */
async function valuesOf(column: "subjectType" | "action"): Promise<string[]> {
  const name = Prisma.raw(`"${column}"`);
  const rows = await db.$queryRaw<{ value: string }[]>`
    WITH RECURSIVE found AS (
      (SELECT ${name} AS value FROM "AuditEntry" ORDER BY 1 LIMIT 1)
      UNION ALL
      SELECT (SELECT ${name} FROM "AuditEntry" WHERE ${name} > found.value ORDER BY 1 LIMIT 1)
      FROM found WHERE found.value IS NOT NULL
    ) SELECT value FROM found WHERE value IS NOT NULL`;
  return rows.map(({ value }) => value);
}

/** What the actor may see, by the filters. @throws NotFound for who may not read the log */
export async function whereOf(actor: Actor, filters: AuditFilters): Promise<Prisma.AuditEntryWhereInput> {
  if (!mayReadLog(actor)) throw new NotFound();
  const { kind, action, who, about, subject, cohort, from, to, before } = filters;
  const managed = managedCohorts(actor);
  return {
    AND: [
      managed === "all" ? {} : { cohortId: { in: managed } },
      kind ? { subjectType: kind } : {},
      action ? { action } : {},
      about ? { subjectId: { in: await idsNamed(about) } } : {},
      who ? { actorId: { in: await peopleNamed(who) } } : {},
      subject ? { subjectId: subject } : {},
      cohort ? { cohortId: cohort } : {},
      from ? { at: { gte: londonTime(from, "00:00") } } : {},
      to ? { at: { lt: londonTime(addPlainDays(to, 1), "00:00") } } : {},
      before ? { id: { lt: BigInt(before) } } : {},
    ],
  };
}

async function peopleNamed(who: string): Promise<string[]> {
  const contains = { contains: who.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  const people = await db.user.findMany({
    where: { OR: [{ name: contains }, { email: contains }] },
    select: { id: true },
    take: 200,
  });
  return people.map(({ id }) => id);
}

type Entry = Prisma.AuditEntryGetPayload<object>;

/** Entries as they are shown, with who did each and what it was done to. Two queries. */
export async function shown(entries: Entry[], cohorts: ReadonlyMap<string, string>): Promise<AuditRow[]> {
  const ids = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))];
  const [people, called] = await Promise.all([
    db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, email: true } }),
    namesOf(
      entries.flatMap(({ subjectId, before, after }) => [subjectId, ...textsOf(before), ...textsOf(after)]),
    ),
  ]);
  const byId = new Map(people.map(({ id, ...person }) => [id, person]));
  return entries.map(({ id, at, actorId, action, subjectType, subjectId, cohortId, before, after }) => ({
    id: String(id),
    at,
    who: actorId ? (byId.get(actorId) ?? { name: "", email: actorId }) : null,
    action,
    kind: subjectType,
    subjectId,
    subjectName: called.get(subjectId) ?? null,
    href: pageOf(subjectType, subjectId, cohortId),
    cohortName: (cohortId && cohorts.get(cohortId)) ?? null,
    changes: changesOf(before, after, called),
  }));
}

const PAGES: Record<string, (id: string, cohortId: string | null) => string | null> = {
  application: (id) => `/staff/applications/${id}`,
  cohort: (id) => `/staff/cohorts/${id}`,
  enquiry: (id) => `/staff/enquiries/${id}`,
  enrolment: (id, cohortId) => cohortId && `/staff/cohorts/${cohortId}/participants/${id}`,
  event: (id) => `/staff/events/${id}`,
  webinar: (id) => `/staff/webinars/${id}`,
};
const pageOf = (kind: string, id: string, cohortId: string | null) => PAGES[kind]?.(id, cohortId) ?? null;
