import "server-only";
import { inTransaction } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { FieldProblem, WrongState } from "../errors";
import { ADDRESS_PROBLEM, normaliseAddress } from "./address";
import { signInEmail } from "./emails";
import { countOrRefuse, LIMITS } from "./rate-limit";
import { openRequest } from "./requests";
import { safeReturnTo } from "./return-to";
import { isToken } from "./secrets";

export type AskForLink = {
  email: string;
  /** A path of this site to come back to; anything else is dropped. */
  returnTo?: string | null;
  /** What binds the link to the browser that asks: the value of its cookie. */
  browserSecret: string;
  clientIp: string;
};

/**
 * Queues an e-mail with a link and a code to sign in with. Anyone may ask for any address, and the answer, the
 * queries and the e-mail are the same whether the portal knows it or not: nobody is looked up until the link is
 * redeemed, and a new person is made only then (checklist, 1 to 5, 13, 36).
 * @throws FieldProblem for what is no address; TooMany for the address or the network, with when to come back.
 */
export async function askForLink(input: AskForLink, at: Date): Promise<void> {
  const email = normaliseAddress(input.email);
  if (!email) throw new FieldProblem("email", ADDRESS_PROBLEM);
  const { browserSecret, clientIp } = input;
  if (!isToken(browserSecret))
    throw new WrongState(
      "Your browser did not keep the cookie that signing in needs. Allow cookies for this site and try again.",
    );
  await limitAsking(email, clientIp, at);
  await inTransaction(async (tx) => {
    const asked = {
      purpose: "sign_in",
      email,
      userId: null,
      browserSecret,
      returnTo: safeReturnTo(input.returnTo),
    } as const;
    const { id, token, code } = await openRequest(tx, asked, at);
    await queueEmail(tx, email, signInEmail({ token, code }), {
      dedupeKey: `sign-in:${id}`,
      at,
      secret: true,
    });
  });
  wakeOutbox();
}

/** The limits on links, whatever they are for: by network first, so that one cannot use up another's address. */
export async function limitAsking(email: string, clientIp: string, at: Date): Promise<void> {
  await countOrRefuse(
    LIMITS.linksByNetwork,
    clientIp,
    "Too many links have been asked for from your network.",
    at,
  );
  await countOrRefuse(
    LIMITS.linksByAddress,
    email,
    "Too many links have been asked for with this address.",
    at,
  );
}
