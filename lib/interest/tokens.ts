import { keyed, sameHash, tokenHash } from "../auth/secrets";
import { isId } from "../ids";
import type { Topic } from "./schema";

/**
 * The links of being told. One e-mail confirms several topics, so a row keeps the hash of its topic and the token
 * together. The link to leave stands in e-mails that are written later, so it is not stored but drawn from the row's
 * id with the server's secret, 256 bits of it; with another secret, old links to leave stop working.
 */

/** What a row keeps of the token in the e-mail that asks for confirmation. */
export function confirmHash(topic: Topic, token: string): string {
  return tokenHash(`${topic}:${token}`);
}

const seal = (id: string) => Buffer.from(keyed(`interest-leave:${id}`), "hex").toString("base64url");

/** What the link to leave carries, for the row with that id. */
export function leaveToken(id: string): string {
  return `${id}.${seal(id)}`;
}

/** The id of the row that the link leaves, or null when the link was not made here. */
export function leaveId(token: unknown): string | null {
  if (typeof token !== "string") return null;
  const [id, mark = "", ...more] = token.split(".");
  return isId(id) && more.length === 0 && sameHash(mark, seal(id)) ? id : null;
}
