import "server-only";
import { Prisma } from "../generated/prisma/client";

/**
 * An enrolment with all those that it goes on from in earlier cohorts, as a table with the columns `id` and `cohortId`:
 * `JOIN LATERAL ${lineOf(Prisma.sql`e.id`)} line ON true`.
 * @param enrolmentId as the statement has it
 */
export function lineOf(enrolmentId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    WITH RECURSIVE back AS (
      SELECT b.id, b."cohortId", b."continuesId" FROM "Enrolment" b WHERE b.id = ${enrolmentId}
      UNION ALL
      SELECT b.id, b."cohortId", b."continuesId" FROM back JOIN "Enrolment" b ON b.id = back."continuesId"
    ) SELECT id, "cohortId" FROM back)`;
}
