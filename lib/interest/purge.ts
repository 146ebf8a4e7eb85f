import "server-only";
import { db } from "../db";
import { confirmableSince } from "./confirm";
import { KEEP_MONTHS } from "./schema";

/**
 * Deletes addresses that nobody confirmed in time, and confirmed ones after two years: who still waits then can ask
 * again. Run hourly; no answer depends on it. Gives the number of rows deleted.
 */
export async function purgeInterests(at: Date): Promise<number> {
  const oldest = new Date(at);
  oldest.setUTCMonth(oldest.getUTCMonth() - KEEP_MONTHS);
  const { count } = await db.interest.deleteMany({
    where: {
      OR: [{ confirmedAt: null, askedAt: { lte: confirmableSince(at) } }, { confirmedAt: { lt: oldest } }],
    },
  });
  return count;
}
