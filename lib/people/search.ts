import "server-only";
import { type Actor, hasRole, isAdministrator, managedCohorts } from "../auth/actor";
import { countOrRefuse, LIMITS } from "../auth/rate-limit";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { searchWorkplaces } from "../schools/queries";
import { matching } from "./queries";
import type { Found, FoundPerson } from "./views-search";
import { numberSought, typedWords, wordsSought } from "./words";

/**
 * One box over people, schools, trusts and what people quote, for staff; each finds what they may open, and nothing
 * tells them of the rest. Three queries whatever is found, and one that counts.
 */

const SHOWN = 25;
const PLACES = 10;

/** @throws TooMany for whoever searches faster than people do. */
export async function search(actor: Actor, typed: string, at: Date): Promise<Found> {
  await countOrRefuse(LIMITS.searches, actor.userId, "You have searched very often in a short time.", at);
  const [people, quoted, places] = await Promise.all([
    findPeople(actor, typed),
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

/** In SQL, the enrolments or applications that the actor may see, by their alias. */
function seenBy(actor: Actor, alias: "e" | "a"): Prisma.Sql {
  const managed = managedCohorts(actor);
  const own =
    managed === "all"
      ? Prisma.sql`TRUE`
      : Prisma.sql`${Prisma.raw(alias)}."cohortId" = ANY(${managed}::uuid[])`;
  // What has been sent, and never one's own, as in the queue (lib/applications/policy.ts).
  if (alias === "a")
    return Prisma.sql`(a."submittedAt" IS NOT NULL AND a."userId" <> ${actor.userId}::uuid AND ${own})`;
  return Prisma.sql`(${own} OR e."peerGroupId" IN (${groupsOf(actor)}))`;
}

/** Facilitators know the members of their own groups, while they hold that role. */
const groupsOf = (actor: Actor): Prisma.Sql =>
  Prisma.sql`SELECT g."id" FROM "PeerGroup" g
    WHERE ${hasRole(actor, "facilitator")} AND g."facilitatorId" = ${actor.userId}::uuid`;

/** Whoever the actor may find, in SQL: three parts that each have an index, because one with OR has none. */
function mine(actor: Actor): Prisma.Sql {
  const managed = managedCohorts(actor);
  const cohorts = Prisma.sql`"cohortId" = ANY(${managed === "all" ? [] : managed}::uuid[])`;
  return Prisma.sql`
    SELECT "userId" FROM "Enrolment" WHERE ${cohorts}
    UNION SELECT m."userId" FROM "Enrolment" m WHERE m."peerGroupId" IN (${groupsOf(actor)})
    UNION SELECT a."userId" FROM "Application" a WHERE ${cohorts} AND ${seenBy(actor, "a")}`;
}

const COHORT = Prisma.sql`LEFT JOIN "Cohort" c ON c."id" = x."cohortId" LEFT JOIN "Programme" p ON p."id" = c."programmeId"`;

function findPeople(actor: Actor, typed: string): Promise<FoundPerson[]> {
  const all = isAdministrator(actor);
  const [enrolments, applications] = [seenBy(actor, "e"), seenBy(actor, "a")];
  const scope = all ? Prisma.empty : Prisma.sql`AND u."id" IN (${mine(actor)})`;
  const begins = Prisma.sql`${wordsSought(typed) !== null} AND lower(u."name") COLLATE "C" LIKE ${`${typedWords(typed).join(" ")}%`}`;
  const inOrder = Prisma.sql`ORDER BY lower(u."name") COLLATE "C", u."id" LIMIT ${SHOWN + 1}`;
  // First those whose whole name begins so, which an index gives in order; the others are only looked at where there
  // is room: a common beginning fits ten thousand people in a hundred thousand.
  return db.$queryRaw<FoundPerson[]>`
    WITH hit AS (
      (SELECT u."id", u."name", u."email", 1 AS rank FROM "User" u WHERE ${begins} ${scope} ${inOrder})
      UNION ALL
      (SELECT u."id", u."name", u."email", 2 FROM "User" u WHERE NOT (${begins}) AND ${matching(typed)} ${scope} ${inOrder})
      LIMIT ${SHOWN + 1})
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
