import "server-only";
import { db } from "../db";

const DAY_MS = 24 * 60 * 60_000;

/**
 * Deletes what signing in no longer needs: ended sessions, links a day after they ran out, counters a day after
 * their window (the longest is a day). Run hourly; no answer depends on it. Gives the number of rows deleted.
 */
export async function purgeExpired(at: Date): Promise<number> {
  const sessions = await db.session.deleteMany({ where: { expiresAt: { lt: at } } });
  const requests = await db.signInRequest.deleteMany({
    where: { expiresAt: { lt: new Date(at.getTime() - DAY_MS) } },
  });
  const askings = await db.providerRequest.deleteMany({
    where: { expiresAt: { lt: new Date(at.getTime() - DAY_MS) } },
  });
  const counters = await db.rateCount.deleteMany({
    where: { windowStart: { lt: new Date(at.getTime() - 2 * DAY_MS) } },
  });
  return sessions.count + requests.count + askings.count + counters.count;
}
