import { createHash, createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { env } from "../env";

/** Hashes of what lets people in. The values themselves leave in an e-mail or a cookie and are never stored. */

/** True for what newToken() makes: 43 characters of URL-safe base64. Anything else never reaches a query. */
export function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z0-9_-]{43}$/.test(value);
}

/** SHA-256, in hex. Enough for 256 random bits; a code is too short for it and takes codeHash. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A six-digit code, "042817". */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/**
 * A code's hash, keyed with the server's secret and bound to its request: a million codes are tried in a
 * second by whoever reads the table, unless the key is missing from it.
 */
export function codeHash(code: string, requestTokenHash: string): string {
  return keyed(`code:${requestTokenHash}:${code}`);
}

/** A recovery code's hash, keyed and bound to its person, for the same reason. */
export function recoveryHash(code: string, userId: string): string {
  return keyed(`recovery:${userId}:${code}`);
}

/** A stand-in for an address or network in the counters' keys, so that the table names nobody. */
export function keyed(text: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(text).digest("hex");
}

/**
 * A token that can be made again: always the same for that purpose and id, and out of reach for whoever lacks the
 * server's secret. For links that several e-mails carry over weeks, so that nothing has to be stored from which they
 * could be read; of the rest treat it like newToken()'s, and look people up by its hash.
 */
export function derivedToken(purpose: string, id: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(`token:${purpose}:${id}`).digest("base64url");
}

/** Compares two hashes in constant time. */
export function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
