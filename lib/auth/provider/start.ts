import "server-only";
import * as oidc from "openid-client";
import { db } from "../../db";
import { WrongState } from "../../errors";
import { LINK_MS } from "../limits";
import { countOrRefuse, LIMITS } from "../rate-limit";
import { safeReturnTo } from "../return-to";
import { derivedToken, isToken, tokenHash } from "../secrets";
import { callbackAddress, providerConfiguration } from "./client";

/** Going to the provider. */

/** What goes with one request there and back, derived from its id so that none of it is stored. */
export function requestSecrets(id: string): { state: string; nonce: string; verifier: string } {
  return {
    state: derivedToken("provider-state", id),
    nonce: derivedToken("provider-nonce", id),
    verifier: derivedToken("provider-verifier", id),
  };
}

/** Opens a request of this browser's, good for ten minutes and once. @throws TooMany, WrongState without a cookie. */
export async function startAtProvider(
  input: { browserSecret: string; returnTo?: string | null; clientIp: string },
  at: Date,
): Promise<void> {
  if (!isToken(input.browserSecret))
    throw new WrongState(
      "Your browser did not keep the cookie that signing in needs. Allow cookies and try again.",
    );
  const what = "Too many have signed in from your network.";
  await countOrRefuse(LIMITS.providerByNetwork, input.clientIp, what, at);
  const id = crypto.randomUUID();
  await db.providerRequest.create({
    data: {
      id,
      stateHash: tokenHash(requestSecrets(id).state),
      browserHash: tokenHash(input.browserSecret),
      returnTo: safeReturnTo(input.returnTo),
      createdAt: at,
      expiresAt: new Date(at.getTime() + LINK_MS),
    },
  });
}

/** The provider's address for what this browser asked for last; null when nothing is under way. */
export async function addressAtProvider(browserSecret: unknown, at: Date): Promise<string | null> {
  if (!isToken(browserSecret)) return null;
  const request = await db.providerRequest.findFirst({
    where: { browserHash: tokenHash(browserSecret), usedAt: null, expiresAt: { gt: at } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  if (!request) return null;
  const { state, nonce, verifier } = requestSecrets(request.id);
  const address = oidc.buildAuthorizationUrl(await providerConfiguration(), {
    redirect_uri: callbackAddress(),
    scope: "openid email",
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return address.href;
}
