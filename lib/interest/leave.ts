import "server-only";
import { recordAudit } from "../audit/record";
import { inTransaction } from "../db";
import { dropUnsent } from "../email/queue";
import { NotFound } from "../errors";
import { leaveId } from "./tokens";

/**
 * Leaves a list: the address is deleted from it, and news that is queued for it but has not left goes too. Done
 * twice, it is done once.
 * @throws NotFound for a link that was not made here.
 */
export async function leaveList(token: unknown, at: Date): Promise<void> {
  const id = leaveId(token);
  if (!id) throw new NotFound();
  await inTransaction(async (tx) => {
    const [left] = await tx.$queryRaw<{ email: string; topic: string; programmeId: string }[]>`
      DELETE FROM "Interest" WHERE "id" = ${id}::uuid RETURNING "email", "topic"::text, "programmeId"`;
    if (!left) return;
    await dropUnsent(tx, left.email, `:${id}`);
    const { programmeId, topic } = left;
    const fact = { action: "interest.left", subjectType: "interest", subjectId: id };
    await recordAudit(tx, null, { ...fact, before: { programmeId, topic } }, at);
  });
}
