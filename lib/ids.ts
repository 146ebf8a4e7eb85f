import { randomBytes, randomInt } from "node:crypto";

/** True for an identifier the database could hold: checked before it reaches a query. */
export function isId(text: unknown): text is string {
  return (
    typeof text === "string" && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
  );
}

/** True for what could be the number of a version: it comes from an address, or bound to a form, where it can be forged. */
export function isVersionNumber(number: unknown): number is number {
  return Number.isInteger(number) && Number(number) >= 1 && Number(number) <= 1_000_000;
}

// No I, L, O, U, 0 or 1: read aloud and typed from paper without doubt, and no words by accident.
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A reference to quote, such as NPQEL-4F7KQ2: 30^6, about 730 million; unique by the database's word. */
export function newReference(prefix: string): string {
  let tail = "";
  for (let i = 0; i < 6; i++) tail += ALPHABET[randomInt(ALPHABET.length)];
  return `${prefix}-${tail}`;
}

/** 256 random bits for links and cookies, in URL-safe base64. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}
