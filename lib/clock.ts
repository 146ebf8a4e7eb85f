import { env } from "./env";

/**
 * The one place that asks the time. Verbs and queries take the instant as an argument; pages, actions and
 * jobs get it here. PORTAL_NOW sets the clock at the start of the process; it ticks on from there, so that
 * limits and deadlines still pass.
 */

let offset: number | undefined;

/** Now, as an instant. */
export function now(): Date {
  if (offset === undefined) {
    const pinned = env().PORTAL_NOW;
    offset = pinned ? new Date(pinned).getTime() - Date.now() : 0;
  }
  return new Date(Date.now() + offset);
}
