import "server-only";
import { type Actor, isAdministrator } from "../auth/actor";
import { db } from "../db";
import { NotFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import type { PeopleFilters } from "./schema";
import type { PersonRow, WaitingInvitation } from "./views";
import { wordsSought } from "./words";

/** Who has an account and who holds which role: for administrators. */

const PAGE = 50;

export function requirePeople(actor: Actor): void {
  if (!isAdministrator(actor)) throw new NotFound();
}

export const cohortName = (cohort: { name: string; programme: { shortName: string } } | null) =>
  cohort && `${cohort.programme.shortName} ${cohort.name}`;

export const COHORT = {
  select: { id: true, name: true, programme: { select: { shortName: true } } },
} as const;

/** A page of people by name. Two queries. @throws NotFound for whoever is no administrator. */
export async function listPeople(
  actor: Actor,
  filters: PeopleFilters,
): Promise<{ rows: PersonRow[]; total: number; pages: number }> {
  requirePeople(actor);
  const where = whereOf(filters);
  const [rows, counted] = await Promise.all([
    peopleFrom(actor, filters, (filters.page - 1) * PAGE, PAGE),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::integer AS total FROM "User" u WHERE ${where}`,
  ]);
  const total = counted[0]?.total ?? 0;
  return { rows, total, pages: Math.ceil(total / PAGE) };
}

/** Those of a view by name, from a place on. One query. @throws NotFound for whoever is no administrator. */
export function peopleFrom(
  actor: Actor,
  filters: PeopleFilters,
  skip: number,
  take: number,
): Promise<PersonRow[]> {
  requirePeople(actor);
  return db.$queryRaw<PersonRow[]>`
      SELECT u."id", u."name", u."email", u."accessEndedAt" IS NOT NULL AS "ended",
        coalesce((SELECT json_agg(json_build_object('role', r."role", 'cohort', p."shortName" || ' ' || c."name") ORDER BY r."id")
          FROM "RoleAssignment" r LEFT JOIN "Cohort" c ON c."id" = r."cohortId" LEFT JOIN "Programme" p ON p."id" = c."programmeId"
          WHERE r."userId" = u."id" AND r."endedAt" IS NULL), '[]') AS "roles",
        (SELECT max(s."lastSeenAt") FROM "Session" s WHERE s."userId" = u."id") AS "lastSeenAt",
        EXISTS (SELECT 1 FROM "SecondFactor" f WHERE f."userId" = u."id" AND f."confirmedAt" IS NOT NULL) AS "hasFactor"
      FROM "User" u WHERE ${whereOf(filters)}
      ORDER BY lower(u."name"), u."id" LIMIT ${take} OFFSET ${skip}`;
}

function whereOf({ q, role }: PeopleFilters): Prisma.Sql {
  const holds = (what: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT 1 FROM "RoleAssignment" r WHERE r."userId" = u."id" AND r."endedAt" IS NULL ${what})`;
  const parts: Prisma.Sql[] = [];
  if (role === "ended") parts.push(Prisma.sql`u."accessEndedAt" IS NOT NULL`);
  else if (role === "staff") parts.push(holds(Prisma.empty));
  else if (role !== "everyone") parts.push(holds(Prisma.sql`AND r."role"::text = ${role}`));
  if (q) parts.push(matching(q));
  return parts.length > 0 ? Prisma.join(parts, " AND ") : Prisma.sql`TRUE`;
}

/** True in SQL for people `u` whose name or address has words that begin so; for nobody where too little was typed. */
export function matching(typed: string): Prisma.Sql {
  const words = wordsSought(typed);
  if (!words) return Prisma.sql`FALSE`;
  return Prisma.sql`to_tsvector('simple', person_words(u."name", u."email")) @@ to_tsquery('simple', ${words})`;
}

/** Invitations that wait, and those that ran out within the last weeks. One query. */
export async function waitingInvitations(actor: Actor, at: Date): Promise<WaitingInvitation[]> {
  requirePeople(actor);
  const rows = await db.invitation.findMany({
    where: { takenAt: null, withdrawnAt: null },
    orderBy: [{ invitedAt: "desc" }, { id: "desc" }],
    take: 100,
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      invitedAt: true,
      expiresAt: true,
      cohort: COHORT,
      invitedBy: { select: { name: true } },
    },
  });
  return rows.map(({ cohort, invitedBy, ...row }) => ({
    ...row,
    cohort: cohortName(cohort),
    by: invitedBy.name,
    expired: row.expiresAt <= at,
  }));
}

/** The cohorts that a manager can be given, the newest first. One query. */
export async function cohortChoices(actor: Actor): Promise<{ value: string; label: string }[]> {
  requirePeople(actor);
  const rows = await db.cohort.findMany({ orderBy: [{ startsOn: "desc" }, { id: "asc" }], ...COHORT });
  return rows.map((cohort) => ({ value: cohort.id, label: cohortName(cohort) ?? "" }));
}
