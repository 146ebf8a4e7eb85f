import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction, uniqueViolation } from "../db";
import { NotFound, StaleVersion } from "../errors";
import { isId } from "../ids";
import type { Sharing } from "./schema";

/**
 * Says what the viewer's own group may see of them besides name, job and workplace. What is not shared is not kept.
 * @param input.version 0 where nothing was ever said
 * @throws NotFound for an enrolment that is not the actor's, StaleVersion
 */
export async function shareWithGroup(
  actor: Actor,
  { enrolmentId, version, ...shared }: Sharing & { enrolmentId: string },
  at: Date,
): Promise<void> {
  try {
    await inTransaction(async (tx) => {
      const own = { id: enrolmentId, userId: actor.userId };
      const found = isId(enrolmentId)
        ? await tx.enrolment.findFirst({ where: own, select: { cohortId: true } })
        : null;
      if (!found) throw new NotFound();
      const data = { ...shared, savedAt: at };
      if (version === 0) await tx.peerProfile.create({ data: { enrolmentId, ...data } });
      else {
        const { count } = await tx.peerProfile.updateMany({
          where: { enrolmentId, version },
          data: { ...data, version: { increment: 1 } },
        });
        if (count === 0) throw new StaleVersion();
      }
      const { sharesEmail, phone, about } = shared;
      const after = { sharesEmail, phone: phone !== "", about: about !== "" };
      const subject = { subjectType: "enrolment", subjectId: enrolmentId, cohortId: found.cohortId };
      await recordAudit(tx, actor, { action: "peer_group.sharing_changed", ...subject, after }, at);
    });
  } catch (error) {
    if (uniqueViolation(error)) throw new StaleVersion();
    throw error;
  }
}
