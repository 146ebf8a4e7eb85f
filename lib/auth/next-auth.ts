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

type OnFault = (error: unknown) => void;

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

/** Sessions by the hash of their token, read and ended by the same functions as everywhere in the portal. */
function adapter(at: Date, onFault: OnFault): Adapter {
  const told = async <T>(work: Promise<T>): Promise<T> => {
    work.catch(onFault);
    return work;
  };
  return {
    async getSessionAndUser(sessionToken) {
      const live = await told(readSession(sessionToken, at));
      if (!live) return null;
      const { userId, name, email } = live.actor;
      return {
        session: { sessionToken, userId, expires: AFTER_ALL_TIME },
        user: { id: userId, name, email, emailVerified: null, live },
      };
    },
    deleteSession: (sessionToken) => told(endSession(sessionToken)),
  };
}

/**
 * The options of one request. next-auth takes a failing database for "nobody is signed in" and says "signed out"
 * when the row could not be deleted; `onFault` hands the error out, so that the caller can fail instead.
 */
export function authOptions(at: Date, onFault: OnFault): NextAuthOptions {
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
