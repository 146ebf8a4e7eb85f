import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "../../env";

/**
 * A second factor's secret has to be read again, so it is encrypted and not hashed: AES-256-GCM under a key drawn from
 * the server's secret, bound to its person, so that a row put into another's place opens nothing.
 */

const key = () => Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "second-factor", 32));

/** IV, tag and cipher, in base64. */
export function seal(secret: Buffer, userId: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), iv).setAAD(Buffer.from(userId));
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
}

/** Null when it was sealed under another secret or for somebody else: the factor then has to be set up again. */
export function unseal(sealed: string, userId: string): Buffer | null {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, 12)).setAAD(Buffer.from(userId));
  try {
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  } catch {
    return null;
  }
}
