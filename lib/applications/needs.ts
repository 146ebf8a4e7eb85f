import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { db } from "../db";
import { lineOf } from "../enrolments/line";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";

/** What somebody who has a place needs for the residential. */
export type NeedsRow = {
  applicationId: string;
  fullName: string;
  residentialPlace: string | null;
  access: string;
  dietary: string;
};

/**
 * The access and dietary needs of those who have a place in a cohort, as they said them when they applied, for it or for
 * the cohort that they moved here from. For those who run it: its managers and administrators; null for everybody else.
 * Nobody sees the needs of an application that is still being decided. One query.
 */
export async function needsOfCohort(actor: Actor, cohortId: string): Promise<NeedsRow[] | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  return db.$queryRaw<NeedsRow[]>`
    SELECT a.id AS "applicationId", e."fullName", a."residentialPlace", n.access, n.dietary
    FROM "Enrolment" e
    JOIN LATERAL ${lineOf(Prisma.sql`e.id`)} line ON true
    JOIN "Enrolment" first ON first.id = line.id
    JOIN "Application" a ON a.id = first."applicationId"
    JOIN "ApplicationNeeds" n ON n."applicationId" = a.id
    WHERE e."cohortId" = ${cohortId}::uuid AND e.state NOT IN ('transferred', 'withdrawn')
      AND (n.access <> '' OR n.dietary <> '')
    ORDER BY a."residentialPlace", e."fullName", e.id LIMIT 500`;
}
