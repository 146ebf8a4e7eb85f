import { openSealed, sealedId } from "../auth/sealed";
import { env } from "../env";

/** The personal link in every reminder: how often somebody is reminded, and nothing else of theirs. */

const PURPOSE = "reminders";

/** The address for the person with that id. */
export const choiceAddress = (userId: string): string =>
  `${env().NEXTAUTH_URL}/reminders/${sealedId(PURPOSE, userId)}`;

/** Whose link it is, or null when it was not made here. */
export const whoseLink = (token: unknown): string | null => openSealed(PURPOSE, token);
