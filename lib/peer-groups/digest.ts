import "server-only";
import { createHash } from "node:crypto";

/** A short name for what a page showed, so that the form can say what it was made from. */
export function digest(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 22);
}
