import { env } from "./env";

/**
 * The one place that asks the time. Verbs and queries take the instant as an argument; pages, actions and
 * jobs get it here. PORTAL_NOW sets the clock at the start of the process; it ticks on from there, so that
 * limits and deadlines still pass.
 */

/** One for the process, however often the framework bundles this file: else each copy would begin at its own first use. */
const kept = globalThis as unknown as { portalClockOffset?: number };

/** Now, as an instant. */
export function now(): Date {
  if (kept.portalClockOffset === undefined) {
    const pinned = env().PORTAL_NOW;
    kept.portalClockOffset = pinned ? new Date(pinned).getTime() - Date.now() : 0;
  }
  return new Date(Date.now() + kept.portalClockOffset);
}

/**
 * The machine's own time, whatever the portal's clock was set to: for the codes that an app on somebody's phone makes.
 * Everything else takes now().
 */
export function machineTime(): Date {
  return new Date();
}
