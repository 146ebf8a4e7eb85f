import { expect } from "vitest";
import { db, type Tx } from "@/lib/db";

/**
 * What happens when steps meet: `hold` does something in a transaction and keeps it open; then each of the others is begun
 * in turn, until it has ended or waits for somebody's lock; then the first goes through. Answers what became of the
 * others: what they gave, or their error.
 */
export async function meeting(
  hold: (tx: Tx) => Promise<unknown>,
  others: readonly (() => Promise<unknown>)[],
): Promise<unknown[]> {
  const gate = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const holding = db.$transaction(async (tx) => {
    await hold(tx);
    held.resolve();
    await gate.promise;
  });
  await Promise.race([held.promise, holding]);
  const begun: Promise<unknown>[] = [];
  let ended = 0;
  try {
    for (const other of others) {
      begun.push(
        other()
          .catch((error: unknown) => error)
          .finally(() => ended++),
      );
      await expect
        .poll(async () => ended + (await waiting()), { timeout: 8_000, interval: 20 })
        .toBeGreaterThanOrEqual(begun.length);
    }
  } finally {
    gate.resolve();
  }
  await holding;
  return Promise.all(begun);
}

async function waiting(): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row.count;
}
