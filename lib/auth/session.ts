import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { now } from "../clock";
import { type Actor, isStaff } from "./actor";
import { sessionToken } from "./cookies";
import { FRESH_SIGN_IN_MS } from "./limits";
import { signInPath } from "./return-to";
import { type LiveSession, readSession } from "./session-store";

/**
 * Who is looking. Read once a request, whatever the number of layouts and pages that ask; straight from the
 * session's row and not through next-auth's getServerSession, for the reasons in docs/decisions/0002.
 */

const current = cache(async (): Promise<LiveSession | null> => readSession(await sessionToken(), now()));

/** The signed-in person with the roles that hold now, or null. Throws when the database is away. */
export async function viewer(): Promise<Actor | null> {
  return (await current())?.actor ?? null;
}

/** The signed-in person; sends anybody else to sign in and back to `returnTo`. */
export async function requireViewer(returnTo: string): Promise<Actor> {
  return (await viewer()) ?? redirect(signInPath(returnTo));
}

/** The signed-in person if they have any role; without one the page does not exist. */
export async function requireStaff(returnTo: string): Promise<Actor> {
  const actor = await requireViewer(returnTo);
  return isStaff(actor) ? actor : notFound();
}

/** True when the viewer signed in within the last ten minutes. For showing only: the verb checks it again. */
export async function signedInRecently(): Promise<boolean> {
  const session = await current();
  return session !== null && now().getTime() - session.signedInAt.getTime() < FRESH_SIGN_IN_MS;
}
