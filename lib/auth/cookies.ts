import "server-only";
import { cookies, headers } from "next/headers";
import { env } from "../env";
import { newToken } from "../ids";
import { clientIp } from "./client-ip";
import { askingCookieName, cookieOptions, sessionCookieName } from "./cookie-names";
import { isToken } from "./secrets";

/** What this request's browser holds, and what it is given to hold. */

/** Longer than a link lives, so that a late click is told that the link is old and not that the browser is wrong. */
const ASKING_SECONDS = 60 * 60;

/** The session's token as the browser sent it; not yet known to be good. */
export async function sessionToken(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookieName())?.value;
  return isToken(value) ? value : null;
}

/** The secret of a browser that asked for a link before, or null. */
export async function browserSecret(): Promise<string | null> {
  const value = (await cookies()).get(askingCookieName())?.value;
  return isToken(value) ? value : null;
}

/** The browser's secret, made and set when there is none. Only in an action or route handler. */
export async function keptBrowserSecret(): Promise<string> {
  const secret = (await browserSecret()) ?? newToken();
  (await cookies()).set(askingCookieName(), secret, { ...cookieOptions(), maxAge: ASKING_SECONDS });
  return secret;
}

/** Gives the browser its new session; the secret of the asking is spent. */
export async function keepSession(token: string, seconds: number): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), token, { ...cookieOptions(), maxAge: seconds });
  jar.set(askingCookieName(), "", { ...cookieOptions(), maxAge: 0 });
}

export async function forgetSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...cookieOptions(), maxAge: 0 });
}

/** The network address this request came from, as far as it is to be believed. */
export async function requestIp(): Promise<string> {
  return clientIp(await headers(), env().TRUSTED_PROXIES);
}
