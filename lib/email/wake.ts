/**
 * Wakes this server's deliverer, so that a message leaves at once instead of at the next look (two seconds).
 * Call it after the transaction that queued the message; where no deliverer runs, nothing happens. Kept on
 * the process, because Next bundles pages and the start of the server apart.
 */

const WAKE = Symbol.for("portal.wakeOutbox");
const kept = globalThis as unknown as Record<symbol, (() => void) | undefined>;

export function wakeOutbox(): void {
  kept[WAKE]?.();
}

/** Names what `wakeOutbox` calls; undefined when the deliverer stops. */
export function onWakeOutbox(wake: (() => void) | undefined): void {
  kept[WAKE] = wake;
}
