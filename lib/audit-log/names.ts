import "server-only";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";

/** What the identifiers in entries are called: people, things and places of theirs, each by the name staff know. */

const NAMED = Prisma.sql`
  SELECT id, "fullName" AS name FROM "Enrolment" UNION ALL
  SELECT id, "fullName" || ', ' || reference FROM "Application" UNION ALL
  SELECT id, coalesce(nullif(name, ''), email) FROM "User" UNION ALL
  SELECT id, title FROM "Event" UNION ALL
  SELECT id, title FROM "Milestone" UNION ALL
  SELECT id, name FROM "Cohort" UNION ALL
  SELECT id, name FROM "PeerGroup" UNION ALL
  SELECT id, title FROM "Webinar" UNION ALL
  SELECT id, name FROM "Enquiry" UNION ALL
  SELECT id, "shortName" FROM "Programme" UNION ALL
  SELECT id, name FROM "NpqMentor"`;

/** By identifier; what is gone, or has no name, is not there. One query, each table by its key. */
export async function namesOf(ids: Iterable<string>): Promise<Map<string, string>> {
  const asked = [...new Set(ids)].filter(isId);
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id::text AS id, name FROM (${NAMED}) named WHERE id = ANY(${asked}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** More things of one name than that nobody looks through. */
const MOST_NAMED = 500;

/** The things and people whose name has the text in it, by identifier: what an entry can be about. One query. */
export async function idsNamed(text: string): Promise<string[]> {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM (${NAMED}) named WHERE name ILIKE ${pattern} LIMIT ${MOST_NAMED}`;
  return rows.map(({ id }) => id);
}
