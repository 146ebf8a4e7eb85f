import { openSealed, sealedId } from "../auth/sealed";
import { tokenHash } from "../auth/secrets";
import type { Topic } from "./schema";

/**
 * The links of being told. One e-mail confirms several topics, so a row keeps the hash of its topic and the token
 * together. The link to leave stands in e-mails that are written later, so it is drawn from the row's id.
 */

/** What a row keeps of the token in the e-mail that asks for confirmation. */
export function confirmHash(topic: Topic, token: string): string {
  return tokenHash(`${topic}:${token}`);
}

const LEAVE = "interest-leave";

/** What the link to leave carries, for the row with that id. */
export const leaveToken = (id: string): string => sealedId(LEAVE, id);

/** The id of the row that the link leaves, or null when the link was not made here. */
export const leaveId = (token: unknown): string | null => openSealed(LEAVE, token);
