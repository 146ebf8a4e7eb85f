/**
 * How long things last. Sessions end when idle and, whatever happens, after an absolute time; staff see other
 * people's records, so theirs are shorter (checklist, 2 and 8; the reasons are in docs/decisions/0002).
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A link and its code work for ten minutes. */
export const LINK_MS = 10 * MINUTE;
/** Changing an address asks for a sign-in no older than this. */
export const FRESH_SIGN_IN_MS = 10 * MINUTE;
/** An invitation waits for two weeks. */
export const INVITATION_MS = 14 * 24 * HOUR;
/** A look at somebody's pages lasts half an hour at most. */
export const VIEWING_MS = 30 * MINUTE;
/** Wrong codes before a request's code is dead; the link still works. */
export const CODE_ATTEMPTS = 5;
/** A session's lastSeenAt is written at most this often. */
export const TOUCH_MS = 5 * MINUTE;

const SESSION = {
  staff: { idle: 2 * HOUR, absolute: 12 * HOUR },
  everyoneElse: { idle: 12 * HOUR, absolute: 7 * 24 * HOUR },
};

type Times = { createdAt: Date; lastSeenAt: Date };

/** When a session ends unless it is used before: the idle limit, or the absolute one if that comes first. */
export function sessionEnd({ createdAt, lastSeenAt }: Times, staff: boolean): Date {
  const limit = staff ? SESSION.staff : SESSION.everyoneElse;
  return new Date(Math.min(lastSeenAt.getTime() + limit.idle, createdAt.getTime() + limit.absolute));
}

/** How long the browser keeps the session's cookie, in seconds: the absolute limit. */
export function sessionCookieSeconds(staff: boolean): number {
  return (staff ? SESSION.staff : SESSION.everyoneElse).absolute / 1000;
}
