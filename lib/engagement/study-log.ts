import "server-only";
import type { Actor } from "../auth/actor";
import { type PlainDate, plainDate } from "../dates";
import { db } from "../db";
import { doneMinutes } from "./progress";
import type { MyMilestone, ParticipantOverview } from "./schema";

/** A piece of study as it stands, with what the module has come to by then. */
export type StudyPiece = {
  id: string;
  happenedOn: PlainDate;
  minutes: number;
  /** The sum of the module's pieces up to this one, in the order of their days. */
  sum: number;
  note: string | null;
  own: boolean;
};

export type StudyModule = {
  milestone: MyMilestone;
  pieces: StudyPiece[];
  /** Minutes logged, of the minutes asked. */
  loggedMinutes: number;
  countedMinutes: number;
  /** True while the viewer may correct what they logged. */
  correctable: boolean;
};

/** The viewer's study by module, in time order; pieces that were replaced are left out. One query. */
export async function studyLog(actor: Actor, overview: ParticipantOverview): Promise<StudyModule[]> {
  const study = overview.milestones.filter(({ doneBy }) => doneBy === "study");
  const rows = await db.engagementRecord.findMany({
    where: {
      enrolmentId: overview.enrolment.id,
      enrolmentMilestone: { enrolment: { userId: actor.userId } },
      milestoneId: { in: study.map(({ id }) => id) },
      supersededBy: null,
      minutes: { gt: 0 },
    },
    select: { id: true, milestoneId: true, happenedOn: true, minutes: true, note: true, source: true },
    orderBy: [{ happenedOn: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
  });
  const correctable = overview.enrolment.state === "active";
  return study.map((milestone) => {
    let sum = 0;
    const pieces = rows
      .filter(({ milestoneId }) => milestoneId === milestone.id)
      .map(({ milestoneId: _, source, happenedOn, ...row }) => {
        sum += row.minutes;
        return { ...row, happenedOn: plainDate(happenedOn), sum, own: source === "self_recorded" };
      });
    return { milestone, pieces, loggedMinutes: sum, countedMinutes: doneMinutes(milestone), correctable };
  });
}
