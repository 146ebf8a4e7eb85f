import "server-only";
import type { Tx } from "../db";
import { matchedItems } from "../route-map/match";
import { holdTallies, type Pair, retally } from "./tally";

/**
 * What somebody has done goes along into another enrolment of theirs: when they move there, and when what is recorded of
 * the earlier one is put right afterwards.
 */

const item = { select: { id: true, number: true, module: true, kind: true } } as const;

/** Which milestone of one enrolment is which of another: the same kind, module and number. */
export async function matchedMilestones(tx: Tx, fromId: string, toId: string): Promise<Map<string, string>> {
  const of = async (enrolmentId: string) =>
    (await tx.enrolmentMilestone.findMany({ where: { enrolmentId }, select: { milestone: item } })).map(
      ({ milestone }) => milestone,
    );
  return matchedItems(await of(fromId), await of(toId));
}

/**
 * Carries what is done of these milestones over, by `matched`, inside the step that moves the participant or writes the
 * records, which authorises: each live record that was not carried yet becomes a record of the matching item, with its
 * source, its dates and who made it kept, and marked with the record it is carried from. What was missed is not carried:
 * it can be done in the new cohort. A record in the place of one that was carried takes that one's place there, too,
 * unless somebody has put it right there meanwhile: then theirs stands. Answers how many records were carried.
 */
export async function carryRecords(
  tx: Tx,
  { fromId, toId, matched }: { fromId: string; toId: string; matched: ReadonlyMap<string, string> },
): Promise<number> {
  const records = await tx.engagementRecord.findMany({
    where: {
      enrolmentId: fromId,
      milestoneId: { in: [...matched.keys()] },
      supersededBy: null,
      carriedTo: null,
    },
    include: {
      supersedes: { select: { carriedTo: { select: { id: true, supersededBy: { select: { id: true } } } } } },
    },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const rows = records.flatMap(
    ({ id, supersedes, supersedesId: _, formKey: _form, eventId: _event, ...fact }) => {
      const there = supersedes?.carriedTo;
      if (there ? there.supersededBy : fact.minutes === 0 && !fact.completes) return [];
      return [
        {
          ...fact,
          enrolmentId: toId,
          milestoneId: matched.get(fact.milestoneId) ?? "",
          // Of the earlier cohort's event the source is kept, not the event: its register is not this cohort's.
          carriedFromId: id,
          supersedesId: there?.id ?? null,
        },
      ];
    },
  );
  if (rows.length === 0) return 0;
  await holdTallies(tx, rows);
  await tx.engagementRecord.createMany({ data: rows });
  await retally(tx, rows);
  await carryOn(tx, rows);
  return rows.length;
}

/** Carries records that were just written of these pairs on, where the enrolment goes on in another. */
export async function carryOn(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  const written = Map.groupBy(pairs, ({ enrolmentId }) => enrolmentId);
  const moved = await tx.enrolment.findMany({
    where: { continuesId: { in: [...written.keys()] } },
    select: { id: true, continuesId: true },
    orderBy: { id: "asc" },
  });
  for (const { id: toId, continuesId } of moved) {
    const fromId = continuesId ?? "";
    const touched = new Set(written.get(fromId)?.map(({ milestoneId }) => milestoneId));
    const all = await matchedMilestones(tx, fromId, toId);
    const matched = new Map([...all].filter(([milestoneId]) => touched.has(milestoneId)));
    await carryRecords(tx, { fromId, toId, matched });
  }
}
