import "server-only";
import type { Tx } from "../db";
import { matchedItems } from "../route-map/match";
import { holdTallies, retally } from "./record";

const item = { select: { id: true, number: true, module: true, kind: true } } as const;

/**
 * Carries what somebody has done over into another enrolment of theirs, inside the step that moves them, which
 * authorises: each live record of something done becomes a record of the matching item (same kind, module and number),
 * with its source, its dates and who made it kept, and marked with the record it is carried from. What was missed is
 * not carried: it can be done in the new cohort. Answers how many records were carried.
 */
export async function carryRecords(tx: Tx, fromId: string, toId: string): Promise<number> {
  const tallies = (enrolmentId: string) =>
    tx.enrolmentMilestone.findMany({ where: { enrolmentId }, select: { milestone: item } });
  const [from, to] = [await tallies(fromId), await tallies(toId)];
  const matched = matchedItems(
    from.map(({ milestone }) => milestone),
    to.map(({ milestone }) => milestone),
  );
  const records = await tx.engagementRecord.findMany({
    where: {
      enrolmentId: fromId,
      milestoneId: { in: [...matched.keys()] },
      supersededBy: null,
      OR: [{ minutes: { gt: 0 } }, { completes: true }],
    },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const rows = records.map(({ id, supersedesId: _old, formKey: _form, eventId: _event, ...fact }) => ({
    ...fact,
    enrolmentId: toId,
    milestoneId: matched.get(fact.milestoneId) ?? "",
    // Of the earlier cohort's event the source is kept, not the event: its register is not this cohort's.
    carriedFromId: id,
  }));
  await holdTallies(tx, rows);
  await tx.engagementRecord.createMany({ data: rows });
  await retally(tx, rows);
  return rows.length;
}
