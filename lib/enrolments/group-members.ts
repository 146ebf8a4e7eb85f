import "server-only";
import type { Tx } from "../db";

/**
 * Puts enrolments of one cohort into a peer learning group, or into none, inside the step that decides it
 * (lib/peer-groups), which authorises. With `from`, only those who still are where that step saw them. Answers how many.
 */
export async function setPeerGroup(
  tx: Tx,
  move: { cohortId: string; enrolmentIds: readonly string[]; to: string | null; from?: string | null },
): Promise<number> {
  const { cohortId, enrolmentIds, to, from } = move;
  const { count } = await tx.enrolment.updateMany({
    where: {
      id: { in: [...enrolmentIds] },
      cohortId,
      ...(from === undefined ? {} : { peerGroupId: from }),
    },
    data: { peerGroupId: to },
  });
  return count;
}
