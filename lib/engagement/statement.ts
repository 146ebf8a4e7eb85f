import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon, type PlainDate } from "../dates";
import { db } from "../db";
import { doneMinutes } from "./progress";
import type { MyMilestone, ParticipantOverview } from "./schema";

/** An item of a statement of engagement. */
export type StatementItem = {
  milestone: MyMilestone;
  /** The day it became complete; null where it is a part. */
  completedOn: PlainDate | null;
  countedMinutes: number;
};

const LAST: PlainDate = "9999-12-31";

/**
 * Of the viewer's route map, what counts and has been done, or begun; with the day it became complete, in that order,
 * and what is done in part at the end. One query.
 */
export async function statementItems(actor: Actor, overview: ParticipantOverview): Promise<StatementItem[]> {
  const rows = await db.enrolmentMilestone.findMany({
    where: {
      enrolmentId: overview.enrolment.id,
      enrolment: { userId: actor.userId },
      OR: [{ completedAt: { not: null } }, { minutesRecorded: { gt: 0 } }],
    },
    select: { milestoneId: true, completedAt: true },
  });
  const completed = new Map(rows.map(({ milestoneId, completedAt }) => [milestoneId, completedAt]));
  return overview.milestones
    .filter(({ id, counts }) => counts && completed.has(id))
    .map((milestone) => {
      const at = completed.get(milestone.id);
      return {
        milestone,
        completedOn: at ? dayInLondon(at) : null,
        countedMinutes: doneMinutes(milestone),
      };
    })
    .toSorted((a, b) => ((a.completedOn ?? LAST) < (b.completedOn ?? LAST) ? -1 : 1));
}
