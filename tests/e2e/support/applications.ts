import { ask } from "./database";
import { newAddress } from "./people";

/** Applications for journeys that begin where staff read them. */

export type Sent = { id: string; reference: string; name: string; email: string };

/** Somebody new whose application to the open cohort is under review: everything a reader needs to have before them. */
export async function underReview(name: string): Promise<Sent> {
  const email = newAddress(name.toLowerCase().replace(/[^a-z]+/g, "."));
  const [row] = await ask<{ id: string; reference: string }>(
    `WITH who AS (
       INSERT INTO "User" ("id", "email", "name", "createdAt") VALUES (gen_random_uuid(), $1, $2, now()) RETURNING "id"
     ), cohort AS (SELECT "id" FROM "Cohort" WHERE "slug" = 'spring-2027'),
     sent AS (
       INSERT INTO "Application" ("id", "reference", "userId", "cohortId", "state", "version", "fullName", "workplace",
         "jobTitle", "fundingRoute", "declaredAt", "createdAt", "updatedAt", "submittedAt")
       SELECT gen_random_uuid(), 'NPQEL-' || translate(upper(substr(md5(random()::text), 1, 6)), '01', '23'), who."id",
         cohort."id", 'under_review', 4, $2, 'Tidewell Trust', 'Executive headteacher', 'self_funded', $3, $3, $3, $3
       FROM who, cohort RETURNING "id", "reference"
     )
     INSERT INTO "ApplicationTransition" ("id", "applicationId", "toState", "at")
     SELECT gen_random_uuid(), "id", 'under_review', $3 FROM sent
     RETURNING "applicationId"::text AS id, (SELECT "reference" FROM sent) AS reference`,
    [email, name, new Date("2026-11-20T10:00:00Z")],
  );
  if (!row) throw new Error("The demo has no open cohort");
  return { ...row, name, email };
}
