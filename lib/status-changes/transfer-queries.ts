import "server-only";
import { type Actor, managedCohorts } from "../auth/actor";
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

/** A later cohort that the viewer does not manage, and whom to ask: who manages both may move somebody there. */
export type Elsewhere = { id: string; name: string; startsOn: PlainDate; ask: string[] };

const HELD = { endedAt: null, user: { accessEndedAt: null } } as const;

/**
 * The later public cohorts of the same programme that the viewer does not manage, each with the names of those who
 * manage it and this one or, where nobody does, the administrators'. Nobody who does not manage this one is told. At
 * most four queries.
 */
export async function transferElsewhere(actor: Actor, cohortId: string): Promise<Elsewhere[]> {
  const managed = managedCohorts(actor);
  if (managed === "all" || !managed.includes(cohortId)) return [];
  const from = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      programmeId: true,
      startsOn: true,
      roles: { where: { ...HELD, role: "cohort_manager" }, select: { userId: true } },
    },
  });
  const rows = await db.cohort.findMany({
    where: {
      ...PUBLIC_COHORT,
      programmeId: from.programmeId,
      startsOn: { gt: from.startsOn },
      id: { notIn: managed },
    },
    select: {
      id: true,
      name: true,
      startsOn: true,
      roles: {
        where: { ...HELD, role: "cohort_manager", userId: { in: from.roles.map(({ userId }) => userId) } },
        select: { user: { select: { name: true } } },
        orderBy: { user: { name: "asc" } },
      },
    },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  if (rows.length === 0) return [];
  const administrators = await db.roleAssignment.findMany({
    where: { ...HELD, role: "administrator" },
    select: { user: { select: { name: true } } },
    orderBy: { user: { name: "asc" } },
    take: 5,
  });
  return rows.map(({ roles, ...row }) => ({
    ...row,
    startsOn: plainDate(row.startsOn),
    ask: (roles.length > 0 ? roles : administrators).map(({ user }) => user.name),
  }));
}

/** What a move would carry, and what the person's engagement would be there. */
export type TransferEffect = {
  carried: { title: string; module: number | null; complete: boolean }[];
  /** Done here without a like in the other cohort: it stays recorded here. */
  left: { title: string; module: number | null }[];
  /** Not asked of them here, by an excusal that does not go along. */
  excused: { title: string; module: number | null }[];
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
    excused: milestones
      .filter(({ counts, tally }) => counts && !tally.required)
      .map(({ title, module }) => ({ title, module })),
    engagement: engagement(items, dayInLondon(at), participant.engagement.thresholdPercent),
  };
}
