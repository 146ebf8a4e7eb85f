import { env } from "../env";

/**
 * The two cookies of signing in. On https their names carry __Host-, so that no other host and no page over
 * plain http can set them; both are out of scripts' reach (checklist, 11).
 */

type CookieOptions = { httpOnly: true; sameSite: "lax"; secure: boolean; path: "/" };

export function onHttps(): boolean {
  return env().NEXTAUTH_URL.startsWith("https://");
}

function hostName(name: string): string {
  return onHttps() ? `__Host-${name}` : name;
}

/** Lax and not Strict: a link opened from an e-mail must find the cookie of the browser that asked. */
export function cookieOptions(): CookieOptions {
  return { httpOnly: true, sameSite: "lax", secure: onHttps(), path: "/" };
}

/** Holds the session's token. */
export const sessionCookieName = () => hostName("portal-session");
/** Holds the secret that binds links and codes to the browser that asked for them. */
export const askingCookieName = () => hostName("portal-asking");
/** next-auth's own two, for its sign-out. */
export const csrfCookieName = () => hostName("portal-csrf");
export const callbackCookieName = () => hostName("portal-callback");
