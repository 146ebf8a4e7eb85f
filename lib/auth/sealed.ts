import { isId } from "../ids";
import { keyed, sameHash } from "./secrets";

/**
 * Links that stand in many e-mails over months and let one do one small thing, such as leave a list: not stored, but
 * drawn from a row's id with the server's secret, 256 bits of it. With another secret, old links stop working.
 */

const seal = (purpose: string, id: string) =>
  Buffer.from(keyed(`${purpose}:${id}`), "hex").toString("base64url");

/** What a link for that purpose carries, for the row with that id. */
export function sealedId(purpose: string, id: string): string {
  return `${id}.${seal(purpose, id)}`;
}

/** The id that a link for that purpose carries, or null when the link was not made here for it. */
export function openSealed(purpose: string, token: unknown): string | null {
  if (typeof token !== "string") return null;
  const [id, mark = "", ...more] = token.split(".");
  return isId(id) && more.length === 0 && sameHash(mark, seal(purpose, id)) ? id : null;
}

/** The headers with which mail programs offer a button of their own for it (RFC 2369 and 8058). */
export function oneClickHeaders(address: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${address}/one-click>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
