import { DEMO_NOW } from "../../../prisma/seed/cast";
import { ask } from "./database";

/** A cohort of a journey's own with two places, and people who have applied to it: no other journey meets them. */

export type Applicants = { cohortId: string; mark: string; email: (name: string) => string };

/** Ana and Ben are under review and endorsed, Cleo is not endorsed yet, Dan has only sent his. */
export async function applicants(): Promise<Applicants> {
  const mark = Math.random().toString(36).slice(2, 8);
  const at = new Date(Date.parse(DEMO_NOW));
  const [cohort] = await ask<{ id: string }>(
    `INSERT INTO "Cohort" ("id", "programmeId", "slug", "name", "startsOn", "capacity", "fundedPlaces", "createdAt")
     SELECT gen_random_uuid(), id, $1, $2, '2028-05-01', 2, 1, $3 FROM "Programme" WHERE slug = 'npqel' RETURNING id`,
    [`bulk-${mark}`, `Bulk ${mark}`, at],
  );
  const cohortId = cohort?.id ?? "";
  const email = (name: string) => `${name.toLowerCase()}.${mark}@example.org`;
  const people: [name: string, state: string, outcome: string | null][] = [
    ["Ana", "under_review", "endorsed"],
    ["Ben", "under_review", "endorsed"],
    ["Cleo", "under_review", null],
    ["Dan", "submitted", null],
  ];
  for (const [index, [name, state, outcome]] of people.entries()) {
    const reference = `NPQEL-${mark.slice(0, 4).toUpperCase()}${name.slice(0, 2).toUpperCase()}`;
    await ask(
      `WITH u AS (INSERT INTO "User" ("id", "email", "name", "createdAt") VALUES (gen_random_uuid(), $1, $2, $3) RETURNING id),
       a AS (INSERT INTO "Application" ("id", "reference", "userId", "cohortId", "state", "fullName", "workplace",
         "sponsorName", "sponsorEmail", "createdAt", "updatedAt", "submittedAt", "declaredAt")
         SELECT gen_random_uuid(), $4, u.id, $5, $6::"ApplicationState", $2, 'Tidewell Trust', 'Helen Marchbank', $7, $3, $3, $8, $8 FROM u RETURNING id)
       INSERT INTO "Endorsement" ("id", "applicationId", "sponsorName", "sponsorEmail", "tokenHash", "askedAt", "expiresAt", "outcome", "answeredAt")
       SELECT gen_random_uuid(), a.id, 'Helen Marchbank', $7, $9, $8, $10, $11::"EndorsementOutcome", CASE WHEN $11 IS NULL THEN NULL ELSE $3 END FROM a`,
      [
        email(name),
        `${name} Marlow`,
        at,
        reference,
        cohortId,
        state,
        email("helen"),
        new Date(at.getTime() - (9 - index) * 86_400_000),
        `${mark}${name}`.padEnd(64, "0"),
        new Date(at.getTime() + 20 * 86_400_000),
        outcome,
      ],
    );
  }
  return { cohortId, mark, email };
}

/** Ben withdraws while somebody has the page open. */
export async function withdraws(email: string): Promise<void> {
  await ask(
    `UPDATE "Application" a SET "state" = 'withdrawn', "version" = a."version" + 1 FROM "User" u
     WHERE u.id = a."userId" AND u.email = $1`,
    [email],
  );
}
