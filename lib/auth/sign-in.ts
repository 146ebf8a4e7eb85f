import "server-only";
import { recordAudit } from "../audit/record";
import type { Tx } from "../db";
import type { Actor } from "./actor";
import { takeInvitations } from "./invitations";
import { actorOf, ensurePerson } from "./people";
import { type UsedRequest, voidRequests } from "./requests";
import { type SignedInBy, startSession } from "./session-store";

export type NewSession = { actor: Actor; token: string; cookieSeconds: number };

/**
 * The rest of signing in, once the link is used up: the person (made when new), the session in place of the one
 * this browser had, and the address's other links voided. Null when the person's access has ended.
 */
export async function completeSignIn(
  tx: Tx,
  request: UsedRequest,
  oldToken: string | null,
  at: Date,
): Promise<NewSession | null> {
  const { id } = await ensurePerson(tx, { email: request.email }, at);
  await voidRequests(tx, { emails: [request.email] }, at);
  return admit(tx, id, oldToken, at);
}

/**
 * Starts a session for a person whose address has just been shown to be theirs. Updating their row first makes an
 * administrator who ends their access at this moment wait, and then find the new session to end. Roles that were
 * waiting for this address are taken up.
 */
export async function admit(
  tx: Tx,
  userId: string,
  oldToken: string | null,
  at: Date,
  by: SignedInBy = {},
): Promise<NewSession | null> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, accessEndedAt: null },
    data: { emailVerifiedAt: at },
  });
  if (count === 1) await takeInvitations(tx, userId, at);
  const actor = count === 1 ? await actorOf(tx, userId) : null;
  if (!actor) return null;
  const session = await startSession(tx, actor, oldToken, at, by);
  await recordAudit(
    tx,
    actor,
    {
      action: "session.started",
      subjectType: "user",
      subjectId: userId,
      ...(by.byProvider ? { after: { by: "provider" } } : {}),
    },
    at,
  );
  return { actor, ...session };
}
