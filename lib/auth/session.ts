import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { now } from "../clock";
import { type PersonalRead, readPersonal, viewed } from "../personal-read";
import { type Actor, isStaff } from "./actor";
import { sessionToken } from "./cookies";
import { FRESH_SIGN_IN_MS } from "./limits";
import { signInPath } from "./return-to";
import { type LiveSession, readAnySession } from "./session-store";
import type { Standing } from "./standing";
import { isLeftOut, isParticipantsPage } from "./viewing/pages";

/**
 * Who is looking. Read once a request, whatever the number of layouts and pages that ask; straight from the
 * session's row and not through next-auth's getServerSession, for the reasons in docs/decisions/0002.
 */

const request = cache((): { session?: Promise<LiveSession | null> } => ({}));

const read = async (beside?: PersonalRead<unknown>) => readAnySession(await sessionToken(), now(), beside);

function current(): Promise<LiveSession | null> {
  const held = request();
  held.session ??= read();
  return held.session;
}

/** Where a session goes on that waits for a step of signing in. */
const NEXT_STEP: Record<Exclude<Standing, "in">, (returnTo: string) => string> = {
  provider: (returnTo) => `${signInPath(returnTo)}&reason=provider`,
  factor: (returnTo) => `/sign-in/second-factor?returnTo=${encodeURIComponent(returnTo)}`,
  enrol: () => "/account/second-factor",
};

/** The person who is wholly signed in, with the roles that hold now, or null. Throws when the database is away. */
export async function viewer(): Promise<Actor | null> {
  const session = await current();
  return session?.standing === "in" ? session.actor : null;
}

/**
 * The signed-in person; sends anybody else to sign in and back to `returnTo`. While somebody of staff looks at a
 * participant's pages, those below /dashboard get the participant, and all others the one who looks.
 */
export async function requireViewer(returnTo: string): Promise<Actor> {
  return admitted(await current(), returnTo);
}

/**
 * The same, with what the page reads about that person: in the session's own statement, because handing a statement to
 * the database is among the dearest things a page does (decision 0007). Whose pages are looked at is known only
 * afterwards; then, and where the session was read already, it takes a second one.
 */
export async function requireViewerWith<T>(
  returnTo: string,
  beside: PersonalRead<T>,
): Promise<{ actor: Actor; found: T | null }> {
  const held = request();
  const together = !held.session;
  held.session ??= read(beside);
  const session = await held.session;
  const actor = admitted(session, returnTo);
  if (!together || session?.actor.userId !== actor.userId)
    return { actor, found: await readPersonal(actor.userId, beside) };
  return { actor, found: viewed(beside, session.beside) };
}

function admitted(session: LiveSession | null, returnTo: string): Actor {
  if (!session) redirect(signInPath(returnTo));
  if (session.standing !== "in") redirect(NEXT_STEP[session.standing](returnTo));
  if (!session.seen || !isParticipantsPage(returnTo)) return session.actor;
  if (isLeftOut(returnTo)) redirect("/staff/viewing?left-out=1");
  return session.seen;
}

/** The signed-in person if they have any role; without one the page does not exist. */
export async function requireStaff(returnTo: string): Promise<Actor> {
  const actor = await requireViewer(returnTo);
  return isStaff(actor) ? actor : notFound();
}

/** The session whatever it still waits for: only for the pages and forms of those steps. */
export async function sessionUnderWay(): Promise<LiveSession | null> {
  return current();
}

/** True for staff without a second factor who sign in by e-mail: they are asked to set one up. */
export async function lacksSecondFactor(): Promise<boolean> {
  const session = await current();
  return session !== null && isStaff(session.actor) && !session.hasFactor && !session.byProvider;
}

/** True when the viewer signed in within the last ten minutes. For showing only: the verb checks it again. */
export async function signedInRecently(): Promise<boolean> {
  const session = await current();
  return session !== null && now().getTime() - session.signedInAt.getTime() < FRESH_SIGN_IN_MS;
}
