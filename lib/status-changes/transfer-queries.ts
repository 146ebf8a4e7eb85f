import "server-only";
import type { Actor } from "../auth/actor";
import { cohortScope } from "../cohorts/policy";
import { PUBLIC_COHORT } from "../cohorts/states";
import { dayInLondon, type PlainDate, plainDate } from "../dates";
import { db } from "../db";
import { carriedItems } from "../engagement/carried";
import type { ParticipantForStaff } from "../engagement/participant";
import { engagement } from "../engagement/progress";
import type { Engagement } from "../engagement/schema";
import { milestonesOf } from "../route-map/queries";

/** A cohort that somebody could move to. */
export type Target = {
  id: string;
  name: string;
  startsOn: PlainDate;
  placesLeft: number;
  fundedLeft: number;
};

/** The later public cohorts of the same programme that the viewer manages, the next first. One query. */
export async function transferTargets(actor: Actor, cohortId: string): Promise<Target[]> {
  const from = await db.cohort.findUnique({
    where: { id: cohortId },
    select: { programmeId: true, startsOn: true },
  });
  if (!from) return [];
  const { programmeId, startsOn } = from;
  const rows = await db.cohort.findMany({
    where: { AND: [cohortScope(actor), { ...PUBLIC_COHORT, programmeId, startsOn: { gt: startsOn } }] },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    startsOn: plainDate(row.startsOn),
    placesLeft: row.capacity - row.placesTaken,
    fundedLeft: row.fundedPlaces - row.fundedTaken,
  }));
}

/** What a move would carry, and what the person's engagement would be there. */
export type TransferEffect = {
  carried: { title: string; module: number | null; complete: boolean }[];
  /** Done here without a like in the other cohort: it stays recorded here. */
  left: { title: string; module: number | null }[];
  engagement: Engagement;
};

export async function transferEffect(
  participant: ParticipantForStaff,
  toCohortId: string,
  at: Date,
): Promise<TransferEffect> {
  const { milestones, records } = participant;
  const items = carriedItems(milestones, records, await milestonesOf(toCohortId));
  const found = new Set(
    items.filter(({ carries }) => carries).map(({ kind, number }) => `${kind} ${number}`),
  );
  return {
    carried: items
      .filter(({ carries }) => carries)
      .map(({ title, module, tally }) => ({ title, module, complete: tally.completed })),
    left: milestones
      .filter(
        ({ tally, kind, number }) =>
          (tally.completed || tally.minutesRecorded > 0) && !found.has(`${kind} ${number}`),
      )
      .map(({ title, module }) => ({ title, module })),
    engagement: engagement(items, dayInLondon(at), participant.engagement.thresholdPercent),
  };
}
