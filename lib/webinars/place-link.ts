import "server-only";
import { derivedToken, tokenHash } from "../auth/secrets";
import type { Tx } from "../db";
import { env } from "../env";

/**
 * The personal link of somebody who registered. The table has only the hash of its token, and yet a reminder weeks
 * later has to carry the link again: so the token is drawn from the registration's id with the server's secret, and
 * is made afresh whenever an e-mail needs it. Whoever has the table but not the secret can make none.
 */
export const placeToken = (registrationId: string) => derivedToken("webinar-place", registrationId);

export const placeLink = (registrationId: string) =>
  `${env().NEXTAUTH_URL}/webinars/places/${placeToken(registrationId)}`;

export const placeHash = (registrationId: string) => tokenHash(placeToken(registrationId));

/** Before a link is written again: where the server's secret has changed since, the new link is the one that works. */
export async function renewPlaceHash(
  tx: Tx,
  { id, tokenHash }: { id: string; tokenHash: string },
): Promise<void> {
  const hash = placeHash(id);
  if (hash !== tokenHash) await tx.webinarRegistration.update({ where: { id }, data: { tokenHash: hash } });
}
