import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import { canTakeRegister } from "./policy";
import type { Register } from "./schema";

/**
 * An event's register as it stands: the active participants who are expected, and whoever has a mark already.
 * Null for those who may not take it. A fixed number of queries.
 */
export async function registerFor(actor: Actor, eventId: string, at: Date): Promise<Register | null> {
  if (!isId(eventId)) return null;
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: {
      id: true,
      title: true,
      place: true,
      startsAt: true,
      endsAt: true,
      cohortId: true,
      peerGroupId: true,
      facilitatorId: true,
      peerGroup: { select: { name: true, facilitatorId: true } },
      cohort: { select: { name: true } },
      milestone: { select: { id: true, title: true, minutes: true } },
    },
  });
  if (!event || !canTakeRegister(actor, event)) return null;
  const marks = await db.engagementRecord.findMany({
    where: { eventId, supersededBy: null },
    select: { enrolmentId: true, minutes: true, recordedAt: true },
  });
  const people = await db.enrolment.findMany({
    where: {
      cohortId: event.cohortId,
      OR: [
        { state: "active", ...(event.peerGroupId ? { peerGroupId: event.peerGroupId } : {}) },
        { milestones: { some: { milestoneId: event.milestone.id, records: { some: { eventId } } } } },
      ],
    },
    select: { id: true, fullName: true, workplace: true },
    orderBy: [{ fullName: "asc" }, { id: "asc" }],
  });
  const byPerson = new Map(marks.map((mark) => [mark.enrolmentId, mark]));
  const last = Math.max(0, ...marks.map(({ recordedAt }) => recordedAt.getTime()));
  const { id, title, place, startsAt, endsAt, cohortId, peerGroup, cohort, milestone } = event;
  return {
    event: {
      id,
      title,
      place,
      startsAt,
      endsAt,
      groupName: peerGroup?.name ?? null,
      cohortId,
      cohortName: cohort.name,
    },
    milestone: { ...milestone, minutes: milestone.minutes ?? 0 },
    canTake: dayInLondon(startsAt) <= dayInLondon(at),
    takenAt: last === 0 ? null : new Date(last),
    rows: people.map(({ id: enrolmentId, fullName, workplace }) => {
      const minutes = byPerson.get(enrolmentId)?.minutes ?? null;
      const mark = minutes === null ? null : minutes > 0 ? ("present" as const) : ("absent" as const);
      return { enrolmentId, fullName, workplace, mark, minutes };
    }),
  };
}
