/** When to try an e-mail again, and when to stop. Pure. */

/** After so many tries a message is dead: about 28 hours after it was queued. */
export const MOST_TRIES = 8;

/** A secret message that names no time carries a sign-in link, which lives ten minutes (checklist, 2). */
export const SECRET_MINUTES = 10;

/** Minutes to wait after the first, second … failed try. */
const WAITS = [1, 5, 15, 60, 180, 720, 720];

/**
 * The instant of the next try after `tries` failed ones, or null when there is none.
 * @param random from 0 to 1: spreads the waits by a fifth either way, so that messages which failed together
 *   do not come back together.
 */
export function nextTry(tries: number, at: Date, random: number): Date | null {
  if (tries >= MOST_TRIES) return null;
  const minutes = WAITS[tries - 1] ?? 1;
  return new Date(at.getTime() + minutes * 60_000 * (0.8 + 0.4 * random));
}

/** True when a message is of no use any more: its own time is over, or the sign-in link that it carries. */
export function isTooLate(
  message: { secret: boolean; createdAt: Date; usefulUntil?: Date | null },
  at: Date,
): boolean {
  if (message.usefulUntil) return at >= message.usefulUntil;
  return message.secret && at.getTime() - message.createdAt.getTime() >= SECRET_MINUTES * 60_000;
}
