import { createHmac, randomBytes } from "node:crypto";

/** Codes of an authenticator app: RFC 6238 over RFC 4226, with SHA-1, six digits and thirty seconds, as apps expect. */

const STEP_MS = 30_000;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** 160 random bits, which RFC 4226 (4, R6) asks for. */
export const newFactorSecret = (): Buffer => randomBytes(20);

/** The thirty seconds that an instant falls into, counted from 1970. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / STEP_MS);

/** The code of those thirty seconds, "042817" (RFC 4226, 5.3). */
export function codeOfStep(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** The step whose code this is: the present one, or the one before or after for a phone that goes wrong; null for none. */
export function stepOfCode(secret: Buffer, code: string, at: Date): number | null {
  const here = stepAt(at);
  return [here, here - 1, here + 1].find((step) => codeOfStep(secret, step) === code) ?? null;
}

/** The secret as people type it into an app (RFC 4648, without padding). */
export function base32(bytes: Buffer): string {
  let [text, bits, held] = ["", 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31] : text;
}

/** What the square picture says to the app. */
export function factorAddress(secret: Buffer, email: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`;
  const query = new URLSearchParams({ secret: base32(secret), issuer, digits: "6", period: "30" });
  return `otpauth://totp/${label}?${query.toString().replaceAll("+", "%20")}`;
}
