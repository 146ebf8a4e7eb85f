import "server-only";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { NotFound } from "../errors";
import { isId } from "../ids";

/**
 * The viewer has seen what others did up to an instant: the one at which the page was made, never one to come. It only
 * moves forward. No audit row: it is a bookmark of the viewer's own that nobody else sees or acts on.
 */
export async function markChangesSeen(
  actor: Actor,
  { enrolmentId, until }: { enrolmentId: string; until: Date },
  at: Date,
): Promise<void> {
  if (!isId(enrolmentId)) throw new NotFound();
  const seenAt = until < at ? until : at;
  await inTransaction(async (tx) => {
    const own = await tx.enrolment.findFirst({
      where: { id: enrolmentId, userId: actor.userId },
      select: { id: true },
    });
    if (!own) throw new NotFound();
    await tx.$executeRaw`
      INSERT INTO "ChangesSeen" ("enrolmentId", "seenAt") VALUES (${enrolmentId}::uuid, ${seenAt})
      ON CONFLICT ("enrolmentId") DO UPDATE SET "seenAt" = greatest("ChangesSeen"."seenAt", EXCLUDED."seenAt")`;
  });
}
