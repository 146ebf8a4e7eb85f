import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import type { MyEvent } from "./schema";
import { eventTimes } from "./times";

/**
 * The events that the viewer is expected at as a participant, in order, past ones included: those of the
 * cohorts they are in, and of the groups only their own. Not those of a cohort they have withdrawn from.
 */
export async function myEvents(actor: Actor, at: Date): Promise<MyEvent[]> {
  const { userId } = actor;
  const rows = await db.event.findMany({
    where: {
      cohort: { enrolments: { some: { userId, state: { not: "withdrawn" } } } },
      OR: [{ peerGroupId: null }, { peerGroup: { members: { some: { userId } } } }],
    },
    select: {
      id: true,
      title: true,
      place: true,
      startsAt: true,
      endsAt: true,
      milestoneId: true,
      facilitator: { select: { name: true } },
      peerGroup: { select: { name: true } },
      records: {
        where: { supersededBy: null, enrolmentMilestone: { enrolment: { userId } } },
        select: { minutes: true },
      },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ startsAt, endsAt, facilitator, peerGroup, records, ...event }) => ({
    ...event,
    day: dayInLondon(startsAt),
    when: eventTimes(startsAt, endsAt),
    groupName: peerGroup?.name ?? null,
    facilitatorName: facilitator?.name || null,
    attended: records[0] ? records[0].minutes > 0 : null,
    past: endsAt < at,
  }));
}
