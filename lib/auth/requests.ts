import "server-only";
import { db, type Tx } from "../db";
import type { SignInPurpose } from "../generated/prisma/enums";
import { newToken } from "../ids";
import { CODE_ATTEMPTS, LINK_MS } from "./limits";
import { codeHash, isToken, newCode, tokenHash } from "./secrets";

/** Askings for a link: made, looked at, used up, voided. What using one leads to is redeem.ts. */

type Asked = {
  purpose: SignInPurpose;
  email: string;
  userId: string | null;
  browserSecret: string;
  returnTo: string | null;
};

/** Stores the hashes of a new link and code, and gives the two themselves, for the e-mail. */
export async function openRequest(
  tx: Tx,
  asked: Asked,
  at: Date,
): Promise<{ id: string; token: string; code: string }> {
  const { browserSecret, ...kept } = asked;
  const token = newToken();
  const code = newCode();
  const hash = tokenHash(token);
  const { id } = await tx.signInRequest.create({
    data: {
      ...kept,
      tokenHash: hash,
      codeHash: codeHash(code, hash),
      browserHash: tokenHash(browserSecret),
      createdAt: at,
      expiresAt: new Date(at.getTime() + LINK_MS),
    },
    select: { id: true },
  });
  return { id, token, code };
}

/** A request that has just been used up. */
export type UsedRequest = {
  id: string;
  email: string;
  userId: string | null;
  purpose: SignInPurpose;
  returnTo: string | null;
};

/** Uses a request up. One conditional update: of any number at once, one gets it. */
export async function useUp(
  tx: Tx,
  which: { tokenHash: string; browserHash: string },
  at: Date,
): Promise<UsedRequest | undefined> {
  const used = await tx.signInRequest.updateManyAndReturn({
    where: { ...which, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
    select: { id: true, email: true, userId: true, purpose: true, returnTo: true },
  });
  return used[0];
}

/** Takes one attempt from each of the browser's open requests; those without any left are not compared. */
export async function spendAttempt(browserHash: string, at: Date) {
  return db.signInRequest.updateManyAndReturn({
    where: { browserHash, usedAt: null, expiresAt: { gt: at }, codeAttempts: { lt: CODE_ATTEMPTS } },
    data: { codeAttempts: { increment: 1 } },
    select: { email: true, tokenHash: true, codeHash: true },
  });
}

/** Voids what is still open, for an address or for a person's change of address: a voided link counts as used. */
export async function voidRequests(
  tx: Tx,
  whose: { emails?: string[]; userId?: string },
  at: Date,
): Promise<void> {
  await tx.signInRequest.updateMany({
    where: {
      usedAt: null,
      OR: [{ email: { in: whose.emails ?? [] } }, ...(whose.userId ? [{ userId: whose.userId }] : [])],
    },
    data: { usedAt: at },
  });
}

/** What this browser asked for last and can still use: where the e-mail went, and what for. */
export async function waitingRequest(
  browserSecret: unknown,
  at: Date,
): Promise<{ email: string; purpose: SignInPurpose; expiresAt: Date } | null> {
  if (!isToken(browserSecret)) return null;
  return db.signInRequest.findFirst({
    where: { browserHash: tokenHash(browserSecret), usedAt: null, expiresAt: { gt: at } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { email: true, purpose: true, expiresAt: true },
  });
}

export type LinkState =
  /** The button may be shown, and for which address it signs in. */
  | { state: "ready"; purpose: SignInPurpose; email: string }
  /** The link is good, but this browser did not ask for it. */
  | { state: "elsewhere" }
  /** Used, too old, or never given out: not told apart. */
  | { state: "gone" };

/** What a link is good for in this browser. Reads only: mail scanners open links (checklist, 3). */
export async function lookAtLink(token: unknown, browserSecret: unknown, at: Date): Promise<LinkState> {
  if (!isToken(token)) return { state: "gone" };
  const request = await db.signInRequest.findFirst({
    where: { tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: at } },
    select: { purpose: true, email: true, browserHash: true },
  });
  if (!request) return { state: "gone" };
  const here = isToken(browserSecret) && tokenHash(browserSecret) === request.browserHash;
  return here ? { state: "ready", purpose: request.purpose, email: request.email } : { state: "elsewhere" };
}
