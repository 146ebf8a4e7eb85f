import "server-only";
import { db, readRows, type Tx } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { Role } from "../generated/prisma/enums";
import { newToken } from "../ids";
import type { Actor } from "./actor";
import { isStaff } from "./actor";
import { sessionCookieSeconds, sessionEnd, TOUCH_MS } from "./limits";
import { isToken, tokenHash } from "./secrets";

/** Sessions as rows: a token's hash, whose, since when, last seen when. */

export type LiveSession = { id: string; actor: Actor; signedInAt: Date };

type Row = {
  id: string;
  userId: string;
  createdAt: Date;
  lastSeenAt: Date;
  name: string;
  email: string;
  roles: { role: Role; cohortId: string | null }[];
};

/**
 * The session with this token, its person and the roles that hold now, in one query; null when there is none,
 * when it has ended, or when the person's access has. Marks it as seen, at most every five minutes: the one
 * thing that a GET writes, and nothing that anybody can see.
 */
export async function readSession(token: unknown, at: Date): Promise<LiveSession | null> {
  if (!isToken(token)) return null;
  const [row] = await readRows<Row>(Prisma.sql`
    SELECT s."id", s."userId", s."createdAt", s."lastSeenAt", u."name", u."email",
      coalesce((SELECT json_agg(json_build_object('role', r."role", 'cohortId', r."cohortId") ORDER BY r."id")
        FROM "RoleAssignment" r WHERE r."userId" = u."id" AND r."endedAt" IS NULL), '[]') AS "roles"
    FROM "Session" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."tokenHash" = ${tokenHash(token)}::bpchar AND u."accessEndedAt" IS NULL`);
  if (!row) return null;
  const actor: Actor = { userId: row.userId, name: row.name, email: row.email, roles: row.roles };
  if (at >= sessionEnd(row, isStaff(actor))) return null;
  if (at.getTime() - row.lastSeenAt.getTime() >= TOUCH_MS) await touch(row, isStaff(actor), at);
  return { id: row.id, actor, signedInAt: row.createdAt };
}

async function touch(row: Row, staff: boolean, at: Date): Promise<void> {
  await db.session.updateMany({
    where: { id: row.id, lastSeenAt: { lt: at } },
    data: { lastSeenAt: at, expiresAt: sessionEnd({ createdAt: row.createdAt, lastSeenAt: at }, staff) },
  });
}

/** A new session in place of the one this browser had, if any. The token goes into a cookie and nowhere else. */
export async function startSession(
  tx: Tx,
  actor: Actor,
  oldToken: string | null,
  at: Date,
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
    },
  });
  return { token, cookieSeconds: sessionCookieSeconds(isStaff(actor)) };
}

/** Ends one session: signing out. Quiet when there is none. */
export async function endSession(token: unknown): Promise<void> {
  if (isToken(token)) await db.session.deleteMany({ where: { tokenHash: tokenHash(token) } });
}
