import "server-only";
import { inTransaction, uniqueViolation } from "../db";
import { wakeOutbox } from "../email/wake";
import { FieldProblem, WrongState } from "../errors";
import type { SignInPurpose } from "../generated/prisma/enums";
import type { Actor } from "./actor";
import { ADDRESS_TAKEN, completeAddressChange } from "./change-address";
import { countOrRefuse, LIMITS } from "./rate-limit";
import { spendAttempt, useUp } from "./requests";
import { codeHash, isToken, sameHash, tokenHash } from "./secrets";
import { completeSignIn } from "./sign-in";

/** What the browser that redeems brings along. */
export type Browser = {
  /** The value of its asking cookie; null when it has none. */
  browserSecret: string | null;
  /** The session it has now, which the new one replaces. */
  sessionToken: string | null;
};

export type SignedIn = {
  actor: Actor;
  /** For the session's cookie, and for nothing else. */
  token: string;
  cookieSeconds: number;
  returnTo: string | null;
  purpose: SignInPurpose;
};

/** One sentence for used, expired, foreign, unknown, and access ended: none of them is told from another. */
export const LINK_GONE = "This link no longer works. Ask for a new one.";
export const CODE_GONE = "This code no longer works. Ask for a new e-mail.";

/** Signs in with the link's token, by the button on its page. @throws WrongState with LINK_GONE. */
export async function redeemLink(input: { token: string } & Browser, at: Date): Promise<SignedIn> {
  if (!isToken(input.token)) throw new WrongState(LINK_GONE);
  const signedIn = await redeem(tokenHash(input.token), input, at);
  if (!signedIn) throw new WrongState(LINK_GONE);
  return signedIn;
}

/**
 * Signs in with the code, typed in the browser that asked. Every try is counted before the code is compared: five
 * for one e-mail, and further limits by address and network.
 * @throws FieldProblem for a wrong code; WrongState when none can be tried any more; TooMany.
 */
export async function redeemCode(
  input: { code: string; clientIp: string } & Browser,
  at: Date,
): Promise<SignedIn> {
  const code = typeof input.code === "string" ? input.code.normalize("NFKC").replace(/[\s-]/g, "") : "";
  if (!/^\d{6}$/.test(code)) throw new FieldProblem("code", "Enter the six digits from the e-mail");
  if (!isToken(input.browserSecret)) throw new WrongState(CODE_GONE);
  const open = await spendAttempt(tokenHash(input.browserSecret), at);
  if (open.length === 0) throw new WrongState(CODE_GONE);
  await countOrRefuse(
    LIMITS.codesByNetwork,
    input.clientIp,
    "Too many codes have been tried from your network.",
    at,
  );
  for (const email of new Set(open.map((request) => request.email))) {
    await countOrRefuse(
      LIMITS.codesByAddress,
      email,
      "Too many codes have been tried for this address. Use the button in the e-mail instead.",
      at,
    );
  }
  const right = open.find((request) => sameHash(request.codeHash, codeHash(code, request.tokenHash)));
  if (!right) throw new FieldProblem("code", "That is not the code in the e-mail. Check it and try again");
  const signedIn = await redeem(right.tokenHash, input, at);
  if (!signedIn) throw new WrongState(CODE_GONE);
  return signedIn;
}

/** Uses the request up, by one conditional update, and does what it was for. Null when there is nothing to use. */
async function redeem(hash: string, browser: Browser, at: Date): Promise<SignedIn | null> {
  if (!isToken(browser.browserSecret)) return null;
  const browserHash = tokenHash(browser.browserSecret);
  try {
    const done = await inTransaction(async (tx) => {
      const request = await useUp(tx, { tokenHash: hash, browserHash }, at);
      if (!request) return null;
      const complete = request.purpose === "change_address" ? completeAddressChange : completeSignIn;
      const session = await complete(tx, request, browser.sessionToken, at);
      return session && { ...session, returnTo: request.returnTo, purpose: request.purpose };
    });
    if (done?.purpose === "change_address") wakeOutbox();
    return done;
  } catch (error) {
    // Somebody was made with the new address between the look and the write.
    if (uniqueViolation(error)) throw new WrongState(ADDRESS_TAKEN);
    throw error;
  }
}
