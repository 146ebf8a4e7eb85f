import "server-only";
import * as oidc from "openid-client";
import { db, inTransaction } from "../../db";
import { errorFacts, log } from "../../log";
import { normaliseAddress } from "../address";
import { isInvited } from "../invitations";
import { ensurePerson } from "../people";
import type { Browser } from "../redeem";
import { isToken, tokenHash } from "../secrets";
import { admit, type NewSession } from "../sign-in";
import { callbackAddress, providerConfiguration } from "./client";
import { requestSecrets } from "./start";

/** Coming back from the provider. */

export type Finished =
  | (NewSession & { returnTo: string | null })
  /** "failed": not this browser's, used, too old, or what came back is not right. "unknown": nobody who works here. */
  | { refused: "failed" | "unknown" };

/**
 * Signs somebody in with what the provider sent back. The request is used up first, by one conditional update, so that
 * an address opened twice, or in another browser, is worth nothing. openid-client checks state, nonce, PKCE, issuer,
 * audience, signature and time. Only an address that the provider has verified counts, and only that of somebody who
 * works here or is invited to: it never makes staff.
 * @param query what stands in the callback's address
 */
export async function finishAtProvider(
  query: URLSearchParams,
  browser: Browser,
  at: Date,
): Promise<Finished> {
  const request = await spend(query.get("state"), browser.browserSecret, at);
  if (!request) return { refused: "failed" };
  let email: string | null;
  try {
    email = await verifiedAddress(query, request.id);
  } catch (error) {
    log.warn({ event: "provider.refused", error: errorFacts(error) });
    return { refused: "failed" };
  }
  if (!email || !(await worksHere(email, at))) return { refused: "unknown" };
  const address = email;
  const session = await inTransaction(async (tx) => {
    const { id } = await ensurePerson(tx, { email: address }, at);
    return admit(tx, id, browser.sessionToken, at, { byProvider: true });
  });
  return session ? { ...session, returnTo: request.returnTo } : { refused: "unknown" };
}

async function spend(state: string | null, browserSecret: string | null, at: Date) {
  if (!isToken(state) || !isToken(browserSecret)) return undefined;
  const used = await db.providerRequest.updateManyAndReturn({
    where: {
      stateHash: tokenHash(state),
      browserHash: tokenHash(browserSecret),
      usedAt: null,
      expiresAt: { gt: at },
    },
    data: { usedAt: at },
    select: { id: true, returnTo: true },
  });
  return used[0];
}

/** The address that the provider vouches for; null when it does not. @throws whatever openid-client finds wrong. */
async function verifiedAddress(query: URLSearchParams, id: string): Promise<string | null> {
  const { state, nonce, verifier } = requestSecrets(id);
  const configuration = await providerConfiguration();
  // The configured address: what the request called itself is not to be trusted.
  const came = new URL(`${callbackAddress()}?${query.toString()}`);
  const tokens = await oidc.authorizationCodeGrant(configuration, came, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) return null;
  const said =
    claims.email === undefined
      ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : claims;
  return said.email_verified === true ? normaliseAddress(said.email) : null;
}

async function worksHere(email: string, at: Date): Promise<boolean> {
  const held = { roles: { some: { endedAt: null } }, accessEndedAt: null, email };
  return (await db.user.count({ where: held })) > 0 || isInvited(email, at);
}
