import "server-only";
import { type Actor, isAdministrator, managedCohorts } from "../auth/actor";
import { countOrRefuse, LIMITS } from "../auth/rate-limit";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { searchWorkplaces } from "../schools/queries";
import { FEW, hits, SHOWN, seenBy } from "./search-hits";
import type { Found, FoundPerson } from "./views-search";
import { numberSought } from "./words";

/**
 * One box over people, schools, trusts and what people quote, for staff; each finds what they may open, and nothing
 * tells them of the rest. Three queries whatever is found, one that counts, and for managers one that sizes their cohorts.
 */

const PLACES = 10;

/**
 * @param few up to how many people one looks among them: what is found is the same whatever it is.
 * @throws TooMany for whoever searches faster than people do.
 */
export async function search(actor: Actor, typed: string, at: Date, few = FEW): Promise<Found> {
  await countOrRefuse(LIMITS.searches, actor.userId, "You have searched very often in a short time.", at);
  const [people, quoted, places] = await Promise.all([
    findPeople(actor, typed, few),
    findQuoted(actor, typed),
    searchWorkplaces(typed, PLACES),
  ]);
  return {
    people: people.slice(0, SHOWN),
    morePeople: people.length > SHOWN,
    quoted,
    places: places.workplaces.map(({ kind, code, name, town, detail }) => ({
      kind,
      code,
      name,
      town,
      detail,
    })),
  };
}

const COHORT = Prisma.sql`LEFT JOIN "Cohort" c ON c."id" = x."cohortId" LEFT JOIN "Programme" p ON p."id" = c."programmeId"`;

async function findPeople(actor: Actor, typed: string, few: number): Promise<FoundPerson[]> {
  const all = isAdministrator(actor);
  const [enrolments, applications] = [seenBy(actor, "e"), seenBy(actor, "a")];
  return db.$queryRaw<FoundPerson[]>`
    WITH ${await hits(actor, typed, few)}
    SELECT x.kind, x."id", x."cohortId", coalesce(nullif(hit."name", ''), split_part(hit."email", '@', 1)) AS "name", x.detail,
      p."shortName" || ' ' || c."name" AS cohort
    FROM hit CROSS JOIN LATERAL (
      SELECT 'participant' AS kind, 1 AS place, e."id", e."cohortId", e."workplace" AS detail, e."enrolledAt" AS since
        FROM "Enrolment" e WHERE e."userId" = hit."id" AND ${enrolments}
      UNION ALL
      SELECT 'applicant', 2, a."id", a."cohortId", a."reference", a."createdAt"
        FROM "Application" a WHERE a."userId" = hit."id" AND a."state" <> 'accepted' AND ${applications}
      UNION ALL
      SELECT 'account', 3, hit."id", NULL, (SELECT string_agg(DISTINCT replace(r."role"::text, '_', ' '), ', ')
          FROM "RoleAssignment" r WHERE r."userId" = hit."id" AND r."endedAt" IS NULL), NULL
        WHERE ${all} AND (EXISTS (SELECT 1 FROM "RoleAssignment" r WHERE r."userId" = hit."id" AND r."endedAt" IS NULL)
          OR NOT EXISTS (SELECT 1 FROM "Enrolment" e WHERE e."userId" = hit."id"))
    ) AS x
    ${COHORT}
    ORDER BY hit.rank, lower(hit."name") COLLATE "C", hit."id", x.place, x.since DESC, x."id" LIMIT ${SHOWN + 1}`;
}

/** Whatever carries exactly this number or reference: NPQEL-4F7KQ2, Q-4F7KQ2, a TRN, or the people of a school's URN. */
function findQuoted(actor: Actor, typed: string): Promise<FoundPerson[]> {
  const number = numberSought(typed);
  const managed = managedCohorts(actor);
  const answers = managed === "all" || managed.length > 0;
  return db.$queryRaw<FoundPerson[]>`
    SELECT x.kind, x."id", x."cohortId", x."name", x.detail, p."shortName" || ' ' || c."name" AS cohort
    FROM (
      SELECT 'applicant' AS kind, a."id", a."cohortId", a."fullName" AS "name", a."reference" AS detail
        FROM "Application" a
        WHERE (a."reference" = ${number.reference} OR a."trn" = ${number.trn} OR a."workplaceUrn" = ${number.urn})
          AND ${seenBy(actor, "a")}
      UNION ALL
      SELECT 'participant', e."id", e."cohortId", e."fullName", e."workplace" FROM "Enrolment" e
        LEFT JOIN "Application" a ON a."id" = e."applicationId" AND ${number.urn}::text IS NOT NULL
        WHERE (e."trn" = ${number.trn} OR a."workplaceUrn" = ${number.urn}) AND ${seenBy(actor, "e")}
      UNION ALL
      SELECT 'enquiry', q."id", NULL, q."name", q."reference" FROM "Enquiry" q
        WHERE q."reference" = ${number.reference} AND ${answers}
    ) AS x
    ${COHORT}
    ORDER BY x.kind DESC, lower(x."name"), x."id" LIMIT ${SHOWN}`;
}
