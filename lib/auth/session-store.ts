import "server-only";
import { db, readRows, type Tx } from "../db";
import { secondFactorIsRequired, staffProvider } from "../env";
import { Prisma } from "../generated/prisma/client";
import type { Role } from "../generated/prisma/enums";
import { newToken } from "../ids";
import type { PersonalRead } from "../personal-read";
import type { Actor, Viewing } from "./actor";
import { isStaff, managesCohort } from "./actor";
import { sessionCookieSeconds, sessionEnd, TOUCH_MS } from "./limits";
import { isToken, tokenHash } from "./secrets";
import { type Standing, standingOf } from "./standing";

/** Sessions as rows: a token's hash, whose, since when, last seen when. */

export type LiveSession = {
  id: string;
  actor: Actor;
  signedInAt: Date;
  standing: Standing;
  hasFactor: boolean;
  byProvider: boolean;
  /** Whose pages are being looked at, as that person would be there; null for one's own. */
  seen: Actor | null;
  /** What was asked for beside it, of the session's own person; undefined when nothing was. */
  beside: unknown;
};

type Row = {
  id: string;
  userId: string;
  createdAt: Date;
  lastSeenAt: Date;
  name: string;
  email: string;
  byProvider: boolean;
  factorGiven: boolean;
  linkAllowed: boolean;
  hasFactor: boolean;
  roles: { role: Role; cohortId: string | null }[];
  viewingId: string | null;
  viewingCohortId: string;
  until: Date;
  seenId: string;
  seenName: string;
  seenEmail: string;
  beside?: unknown;
};

/**
 * The session with this token if its person is wholly signed in, with the roles that hold now; null otherwise, and
 * when it has ended or the person's access has. One query.
 */
export async function readSession(token: unknown, at: Date): Promise<LiveSession | null> {
  const session = await readAnySession(token, at);
  return session?.standing === "in" ? session : null;
}

/**
 * The same for a session that may still wait for a step of signing in: only for the pages of those steps. Marks it as
 * seen, at most every five minutes: the one thing that a GET writes, and nothing that anybody can see.
 * @param beside read in the same statement, about the person whose session it is
 */
export async function readAnySession(
  token: unknown,
  at: Date,
  beside?: Pick<PersonalRead<unknown>, "sql">,
): Promise<LiveSession | null> {
  if (!isToken(token)) return null;
  // The name of that table is nobody's inside a `beside`: it would take its own for this one.
  const more = beside
    ? Prisma.sql`, ${beside.sql(Prisma.sql`session_person."id"`)} AS "beside"`
    : Prisma.empty;
  const [row] = await readRows<Row>(Prisma.sql`
    SELECT s."id", s."userId", s."createdAt", s."lastSeenAt", session_person."name", session_person."email", s."byProvider",
      s."factorAt" IS NOT NULL AS "factorGiven", session_person."linkAllowedAt" IS NOT NULL AS "linkAllowed",
      EXISTS (SELECT 1 FROM "SecondFactor" f WHERE f."userId" = session_person."id" AND f."confirmedAt" IS NOT NULL) AS "hasFactor",
      coalesce((SELECT json_agg(json_build_object('role', r."role", 'cohortId', r."cohortId") ORDER BY r."id")
        FROM "RoleAssignment" r WHERE r."userId" = session_person."id" AND r."endedAt" IS NULL), '[]') AS "roles",
      v."id" AS "viewingId", v."cohortId" AS "viewingCohortId", v."until", w."id" AS "seenId", w."name" AS "seenName", w."email" AS "seenEmail"${more}
    FROM "Session" s JOIN "User" session_person ON session_person."id" = s."userId"
    LEFT JOIN "Viewing" v ON v."sessionId" = s."id" AND v."endedAt" IS NULL AND v."until" > ${at}
    LEFT JOIN "User" w ON w."id" = v."seenId"
    WHERE s."tokenHash" = ${tokenHash(token)}::bpchar AND session_person."accessEndedAt" IS NULL`);
  if (!row) return null;
  const person: Actor = { userId: row.userId, name: row.name, email: row.email, roles: row.roles };
  const staff = isStaff(person);
  if (at >= sessionEnd(row, staff)) return null;
  if (at.getTime() - row.lastSeenAt.getTime() >= TOUCH_MS) await touch(row, staff, at);
  const rules = { provider: staffProvider() !== null, factorRequired: secondFactorIsRequired() };
  // A look ends with the role by which it was begun.
  const viewing = managesCohort(person, row.viewingCohortId) ? viewingOf(row) : null;
  return {
    id: row.id,
    actor: viewing ? { ...person, viewing } : person,
    signedInAt: row.createdAt,
    standing: standingOf({ ...row, staff }, rules),
    hasFactor: row.hasFactor,
    byProvider: row.byProvider,
    seen: viewing && { ...viewing.seen, email: row.seenEmail, roles: [], viewing },
    beside: row.beside,
  };
}

function viewingOf(row: Row): Viewing | null {
  if (row.viewingId === null) return null;
  return {
    id: row.viewingId,
    by: { userId: row.userId, name: row.name },
    seen: { userId: row.seenId, name: row.seenName },
    until: row.until,
  };
}

async function touch(row: Row, staff: boolean, at: Date): Promise<void> {
  await db.session.updateMany({
    where: { id: row.id, lastSeenAt: { lt: at } },
    data: { lastSeenAt: at, expiresAt: sessionEnd({ createdAt: row.createdAt, lastSeenAt: at }, staff) },
  });
}

/** How a session came about, beside its person's mailbox. */
export type SignedInBy = { factorAt?: Date; byProvider?: true };

/** A new session in place of the one this browser had, if any. The token goes into a cookie and nowhere else. */
export async function startSession(
  tx: Tx,
  actor: Actor,
  oldToken: string | null,
  at: Date,
  by: SignedInBy = {},
): Promise<{ token: string; cookieSeconds: number }> {
  if (isToken(oldToken)) await tx.session.deleteMany({ where: { tokenHash: tokenHash(oldToken) } });
  const token = newToken();
  await tx.session.create({
    data: {
      userId: actor.userId,
      tokenHash: tokenHash(token),
      createdAt: at,
      lastSeenAt: at,
      expiresAt: sessionEnd({ createdAt: at, lastSeenAt: at }, isStaff(actor)),
      ...by,
    },
  });
  return { token, cookieSeconds: sessionCookieSeconds(isStaff(actor)) };
}

/** Ends one session: signing out. Quiet when there is none. */
export async function endSession(token: unknown): Promise<void> {
  if (isToken(token)) await db.session.deleteMany({ where: { tokenHash: tokenHash(token) } });
}
