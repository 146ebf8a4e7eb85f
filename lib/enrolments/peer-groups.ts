import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { inTransaction, uniqueViolation } from "../db";
import { FieldProblem, NotFound } from "../errors";
import { isId } from "../ids";
import { type NewPeerGroup, newPeerGroup } from "./schema";

/** Makes a peer learning group; answers its identifier. For the cohort's managers and administrators. */
export async function makePeerGroup(actor: Actor, input: NewPeerGroup, at: Date): Promise<string> {
  if (!isId(input.cohortId) || !managesCohort(actor, input.cohortId)) throw new NotFound();
  const data = newPeerGroup.parse(input);
  try {
    return await inTransaction(async (tx) => {
      const { facilitatorId, cohortId } = data;
      if (facilitatorId) {
        const holds = { userId: facilitatorId, role: "facilitator" as const, endedAt: null };
        const held = await tx.roleAssignment.findFirst({ where: holds, select: { id: true } });
        if (!held) throw new FieldProblem("facilitatorId", "Choose a facilitator from the list");
      }
      const { id } = await tx.peerGroup.create({ data, select: { id: true } });
      await recordAudit(
        tx,
        actor,
        {
          action: "peer_group.made",
          subjectType: "peer_group",
          subjectId: id,
          cohortId,
          after: { facilitatorId },
        },
        at,
      );
      return id;
    });
  } catch (error) {
    if (uniqueViolation(error))
      throw new FieldProblem("name", "Choose another name: this cohort has a group with it");
    throw error;
  }
}

/** Puts participants into a group of their own cohort. For the cohort's managers and administrators. */
export async function joinPeerGroup(
  actor: Actor,
  input: { peerGroupId: string; enrolmentIds: string[] },
  at: Date,
): Promise<void> {
  const { peerGroupId, enrolmentIds } = input;
  if (!isId(peerGroupId) || !enrolmentIds.every(isId)) throw new NotFound();
  await inTransaction(async (tx) => {
    const group = await tx.peerGroup.findUnique({ where: { id: peerGroupId }, select: { cohortId: true } });
    if (!group || !managesCohort(actor, group.cohortId)) throw new NotFound();
    const { cohortId } = group;
    const { count } = await tx.enrolment.updateMany({
      where: { id: { in: enrolmentIds }, cohortId },
      data: { peerGroupId },
    });
    if (count !== new Set(enrolmentIds).size) throw new NotFound();
    await recordAudit(
      tx,
      actor,
      {
        action: "peer_group.joined",
        subjectType: "peer_group",
        subjectId: peerGroupId,
        cohortId,
        after: { joined: count },
      },
      at,
    );
  });
}
