import "server-only";
import { type Actor, hasRole, isAdministrator, managedCohorts } from "../auth/actor";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { matching } from "./queries";
import { typedWords, wordsSought } from "./words";

/** Whom a search may find, and the first of them by name, in SQL. */

export const SHOWN = 25;

/** In SQL, the enrolments or applications that the actor may see, by their alias. */
export function seenBy(actor: Actor, alias: "e" | "a"): Prisma.Sql {
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
function mine(actor: Actor, repeated: "ALL" | "DISTINCT"): Prisma.Sql {
  const union = Prisma.raw(`UNION ${repeated}`);
  const managed = managedCohorts(actor);
  const cohorts = Prisma.sql`"cohortId" = ANY(${managed === "all" ? [] : managed}::uuid[])`;
  return Prisma.sql`
    SELECT "userId" FROM "Enrolment" WHERE ${cohorts}
    ${union} SELECT m."userId" FROM "Enrolment" m WHERE m."peerGroupId" IN (${groupsOf(actor)})
    ${union} SELECT a."userId" FROM "Application" a WHERE ${cohorts} AND ${seenBy(actor, "a")}`;
}

/** Up to so many, the actor's people are looked through; past it, all by name, leaving out who is somebody else's. */
export const FEW = 2_500;

/** True where the actor may find no more people than that. One query. */
async function knowsFew(actor: Actor, few: number): Promise<boolean> {
  if (isAdministrator(actor)) return false;
  const [{ n } = { n: 0 }] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (SELECT FROM (${mine(actor, "ALL")}) m LIMIT ${few + 1}) m`;
  return n <= few;
}

/**
 * What stands after WITH, for `hit`: the first by name whom the actor may find. First those whose whole name begins so,
 * which an index gives in order; the others are only looked at where there is room: a common beginning fits ten
 * thousand people in a hundred thousand.
 */
export async function hits(actor: Actor, typed: string, few: number): Promise<Prisma.Sql> {
  const begins = Prisma.sql`${wordsSought(typed) !== null} AND lower(u."name") COLLATE "C" LIKE ${`${typedWords(typed).join(" ")}%`}`;
  const inOrder = Prisma.sql`ORDER BY lower(u."name") COLLATE "C", u."id"`;
  const person = Prisma.sql`u."id", u."name", u."email"`;
  const others = Prisma.sql`SELECT ${person} FROM "User" u WHERE NOT (${begins}) AND ${matching(typed)}`;
  const most = Prisma.sql`LIMIT ${SHOWN + 1}`;
  // LIMIT and OFFSET 0 look each of the few up, whatever the planner expects their number to be.
  if (await knowsFew(actor, few))
    return Prisma.sql`
    known AS MATERIALIZED (
      SELECT ${person} FROM (${mine(actor, "DISTINCT")} LIMIT ${few}) m
      CROSS JOIN LATERAL (SELECT * FROM "User" o WHERE o."id" = m."userId" OFFSET 0) u),
    hit AS (
      (SELECT ${person}, 1 AS rank FROM known u WHERE ${begins} ${inOrder} ${most})
      UNION ALL (SELECT ${person}, 2 FROM (${others}) u WHERE u."id" IN (SELECT "id" FROM known) ${inOrder} ${most})
      ${most})`;
  // One by one and in order, so that it ends with the last one shown: OFFSET 0 keeps the sorting in front.
  const seen = isAdministrator(actor)
    ? Prisma.sql`TRUE`
    : Prisma.sql`coalesce(
        (SELECT TRUE FROM "Enrolment" e WHERE e."userId" = u."id" AND ${seenBy(actor, "e")} LIMIT 1),
        (SELECT TRUE FROM "Application" a WHERE a."userId" = u."id" AND ${seenBy(actor, "a")} LIMIT 1), FALSE)`;
  return Prisma.sql`
    hit AS (
      (SELECT ${person}, 1 AS rank FROM "User" u WHERE ${begins} AND ${seen} ${inOrder} ${most})
      UNION ALL (SELECT ${person}, 2 FROM (${others} ${inOrder} OFFSET 0) u WHERE ${seen} ${most})
      ${most})`;
}
