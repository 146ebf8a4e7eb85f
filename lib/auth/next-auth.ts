import "server-only";
import type { NextAuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { env } from "../env";
import { newToken } from "../ids";
import { errorFacts, log } from "../log";
import {
  callbackCookieName,
  cookieOptions,
  csrfCookieName,
  onHttps,
  sessionCookieName,
} from "./cookie-names";
import { safeReturnTo } from "./return-to";
import { endSession, type LiveSession, readSession } from "./session-store";

declare module "next-auth" {
  interface Session {
    live: LiveSession;
  }
  interface User {
    live: LiveSession;
  }
}

declare module "next-auth/adapters" {
  interface AdapterUser {
    live: LiveSession;
  }
}

/**
 * next-auth compares a session's end with the machine's own clock, deletes it when that has passed and rolls it on
 * otherwise. The portal's limits were applied before it looks, with the portal's clock; this end keeps it out of it.
 */
const AFTER_ALL_TIME = new Date("9999-12-31T00:00:00Z");

/** Sessions by the hash of their token. Asking for links and redeeming them are verbs of our own. */
function adapter(at: Date, onFault: (error: unknown) => void): Adapter {
  return {
    async getSessionAndUser(sessionToken) {
      try {
        const live = await readSession(sessionToken, at);
        if (!live) return null;
        const { userId, name, email } = live.actor;
        return {
          session: { sessionToken, userId, expires: AFTER_ALL_TIME },
          user: { id: userId, name, email, emailVerified: null, live },
        };
      } catch (error) {
        onFault(error);
        return null;
      }
    },
    deleteSession: (sessionToken) => endSession(sessionToken),
  };
}

/**
 * The options of one request. next-auth answers a failing database with "nobody is signed in"; `onFault` hands
 * the error out, so that the caller can fail instead and nobody is sent to sign in again.
 */
export function authOptions(at: Date, onFault: (error: unknown) => void): NextAuthOptions {
  const cookie = (name: string) => ({ name, options: cookieOptions() });
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: onHttps(),
    // Links and codes are not a provider: next-auth's would consume them on a GET (decision record 0002).
    providers: [],
    adapter: adapter(at, onFault),
    session: { strategy: "database", generateSessionToken: newToken },
    cookies: {
      sessionToken: cookie(sessionCookieName()),
      csrfToken: cookie(csrfCookieName()),
      callbackUrl: cookie(callbackCookieName()),
    },
    pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in" },
    callbacks: {
      session: ({ session, user }) => ({ ...session, live: user.live }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${safeReturnTo(url) ?? "/"}`,
    },
    logger: {
      error: (code, facts) =>
        log.error({ code, ...errorFacts(facts instanceof Error ? facts : facts.error) }, "next-auth"),
      warn: (code) => log.warn({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}
