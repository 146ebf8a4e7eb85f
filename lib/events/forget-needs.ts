import "server-only";
import { db } from "../db";
import { NEEDS_KEPT_DAYS } from "./states";

/**
 * Deletes what people need at events (access, food) a fortnight after the last event of the milestone; where none is
 * planned yet, after its window. Timed work; answers how many were deleted.
 */
export async function forgetNeeds(at: Date): Promise<number> {
  const before = new Date(at.getTime() - NEEDS_KEPT_DAYS * 86_400_000);
  const { count } = await db.eventNeeds.deleteMany({
    where: {
      milestone: {
        events: { none: { endsAt: { gte: before }, cancelledAt: null } },
        OR: [{ events: { some: {} } }, { closesOn: null }, { closesOn: { lt: before } }],
      },
    },
  });
  return count;
}
