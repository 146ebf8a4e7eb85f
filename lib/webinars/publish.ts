import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { WrongState } from "../errors";
import { webinarFor } from "./open";

/**
 * Makes a webinar public: from now on people can register for it.
 * @throws NotFound, StaleVersion, WrongState for one that is public or cancelled, or whose time has passed
 */
export async function publishWebinar(
  actor: Actor,
  { webinarId, version }: { webinarId: string; version: number },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { startsAt } = await webinarFor(tx, actor, { webinarId, version, move: "publish" }, at);
    if (startsAt <= at) throw new WrongState("Its time has passed: change the time first, then publish it.");
    await tx.webinar.update({
      where: { id: webinarId, version, publishedAt: null, cancelledAt: null },
      data: { publishedAt: at, version: { increment: 1 } },
    });
    const fact = {
      action: "webinar.published",
      subjectType: "webinar",
      subjectId: webinarId,
      after: { startsAt: startsAt.toISOString() },
    };
    await recordAudit(tx, actor, fact, at);
  });
}
