import "server-only";
import { recordAudit } from "../audit/record";
import { db, inTransaction, type Tx } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { staffProvider } from "../env";
import { FieldProblem, NotAllowed, WrongState } from "../errors";
import { type Actor, isStaff } from "./actor";
import { ADDRESS_PROBLEM, normaliseAddress } from "./address";
import { limitAsking } from "./ask-for-link";
import { addressChangeAskedEmail, addressChangedEmail, newAddressEmail } from "./emails";
import { FRESH_SIGN_IN_MS } from "./limits";
import { openRequest, type UsedRequest, voidRequests } from "./requests";
import { isToken, tokenHash } from "./secrets";
import { admit, type NewSession } from "./sign-in";

/** The new address's owner has shown that it is theirs, so this tells them nothing about a stranger. */
export const ADDRESS_TAKEN = "This address cannot be used for your account. Choose another, or write to us.";

/**
 * Sends a link and a code to a new address, and word of it to the old one. Needs a sign-in of the last ten minutes,
 * so that a device left open is not enough to take an account away (checklist, 10). Answers the same whether or not
 * the new address is somebody's.
 * @throws NotAllowed when the sign-in is too old; FieldProblem; TooMany.
 */
export async function askToChangeAddress(
  actor: Actor,
  input: { email: string; browserSecret: string; sessionToken: string | null; clientIp: string },
  at: Date,
): Promise<void> {
  requireOwnAddress(actor);
  await requireFreshSignIn(actor, input.sessionToken, at);
  const email = normaliseAddress(input.email);
  if (!email) throw new FieldProblem("email", ADDRESS_PROBLEM);
  if (email === actor.email)
    throw new FieldProblem("email", "This is the address you have now. Enter the new one");
  const { browserSecret } = input;
  if (!isToken(browserSecret))
    throw new WrongState(
      "Your browser did not keep the cookie that this needs. Allow cookies for this site and try again.",
    );
  await limitAsking(email, input.clientIp, at);
  await inTransaction(async (tx) => {
    const asked = {
      purpose: "change_address",
      email,
      userId: actor.userId,
      browserSecret,
      returnTo: "/account",
    } as const;
    const { id, token, code } = await openRequest(tx, asked, at);
    await queueEmail(tx, email, newAddressEmail({ token, code }), {
      dedupeKey: `new-address:${id}`,
      at,
      secret: true,
    });
    await queueEmail(tx, actor.email, addressChangeAskedEmail(), {
      dedupeKey: `address-change-asked:${id}`,
      at,
    });
    await recordAudit(
      tx,
      actor,
      { action: "address_change.asked", subjectType: "user", subjectId: actor.userId },
      at,
    );
  });
  wakeOutbox();
}

/** Where staff sign in with a provider, it is by the address that the provider knows: with another one they stay out. */
function requireOwnAddress(actor: Actor): void {
  const provider = isStaff(actor) ? staffProvider() : null;
  if (provider)
    throw new NotAllowed(
      `You sign in with ${provider.name}, by the address it knows. For another one, ask an administrator to invite you.`,
    );
}

async function requireFreshSignIn(actor: Actor, sessionToken: string | null, at: Date): Promise<void> {
  const fresh = isToken(sessionToken)
    ? await db.session.count({
        where: {
          tokenHash: tokenHash(sessionToken),
          userId: actor.userId,
          createdAt: { gt: new Date(at.getTime() - FRESH_SIGN_IN_MS) },
        },
      })
    : 0;
  if (fresh === 0)
    throw new NotAllowed(
      "To change your address, sign in again first: it needs a sign-in of the last ten minutes.",
    );
}

/**
 * The rest of changing an address, once its link is used up: the new address, every session and open link ended,
 * one new session for this browser, and word to the old address. Null when the person's access has ended.
 * @throws WrongState when somebody else has the address by now.
 */
export async function completeAddressChange(
  tx: Tx,
  request: UsedRequest,
  oldToken: string | null,
  at: Date,
): Promise<NewSession | null> {
  const userId = request.userId ?? "";
  const person = await tx.user.findFirst({
    where: { id: userId, accessEndedAt: null },
    select: { email: true },
  });
  if (!person) return null;
  // Somebody made with this address in this very moment is caught by the unique index (redeem.ts).
  const taken = await tx.user.count({ where: { email: request.email, id: { not: userId } } });
  if (taken > 0) throw new WrongState(ADDRESS_TAKEN);
  await tx.user.update({ where: { id: userId }, data: { email: request.email } });
  await tx.session.deleteMany({ where: { userId } });
  await voidRequests(tx, { emails: [person.email, request.email], userId }, at);
  await queueEmail(tx, person.email, addressChangedEmail(), {
    dedupeKey: `address-changed:${request.id}`,
    at,
  });
  await recordAudit(
    tx,
    { userId },
    { action: "address.changed", subjectType: "user", subjectId: userId },
    at,
  );
  return admit(tx, userId, oldToken, at);
}
