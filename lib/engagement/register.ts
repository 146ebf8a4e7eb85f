import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import { attendance } from "../enrolments/expected";
import { isId } from "../ids";
import { canTakeRegister } from "./policy";
import type { Register, RegisterMark } from "./schema";

/**
 * An event's register as it stands: the active participants who are expected, those who have said that they cannot
 * come, and whoever has a mark already.
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
      cancelledAt: true,
      byChoice: true,
      facilitatorId: true,
      peerGroupId: true,
      peerGroup: { select: { name: true, facilitatorId: true } },
      cohort: { select: { name: true } },
      milestone: { select: { id: true, title: true, minutes: true } },
    },
  });
  if (!event || !canTakeRegister(actor, event)) return null;
  const marks = await db.engagementRecord.findMany({
    where: { eventId, supersededBy: null },
    select: {
      id: true,
      enrolmentId: true,
      minutes: true,
      completes: true,
      recordedAt: true,
      recordedBy: { select: { name: true } },
    },
  });
  const { expected, sorry } = await attendance(db, eventId);
  const people = await db.enrolment.findMany({
    where: {
      OR: [
        { state: "active", id: { in: [...expected, ...sorry.keys()] } },
        { id: { in: marks.map(({ enrolmentId }) => enrolmentId) } },
      ],
    },
    select: {
      id: true,
      userId: true,
      fullName: true,
      workplace: true,
      peerGroupId: true,
      peerGroup: { select: { name: true } },
    },
    orderBy: [{ fullName: "asc" }, { id: "asc" }],
  });
  const byPerson = new Map(marks.map((mark) => [mark.enrolmentId, mark]));
  const last = Math.max(0, ...marks.map(({ recordedAt }) => recordedAt.getTime()));
  const {
    id,
    title,
    place,
    startsAt,
    endsAt,
    byChoice,
    cancelledAt,
    cohortId,
    peerGroup,
    cohort,
    milestone,
  } = event;
  return {
    event: {
      id,
      title,
      place,
      startsAt,
      endsAt,
      groupName: peerGroup?.name ?? null,
      byChoice,
      cancelled: cancelledAt !== null,
      cohortId,
      cohortName: cohort.name,
    },
    milestone: { ...milestone, minutes: milestone.minutes ?? 0 },
    canTake: event.cancelledAt === null && dayInLondon(startsAt) <= dayInLondon(at),
    takenAt: last === 0 ? null : new Date(last),
    version: registerVersion(marks),
    rows: people.map(({ id: enrolmentId, fullName, workplace, ...person }) => {
      const live = byPerson.get(enrolmentId);
      return {
        enrolmentId,
        fullName,
        workplace,
        sorry: sorry.has(enrolmentId),
        sorryNote: sorry.get(enrolmentId) ?? "",
        own: person.userId === actor.userId,
        otherGroup:
          event.peerGroupId && person.peerGroupId !== event.peerGroupId
            ? (person.peerGroup?.name ?? null)
            : null,
        mark: live ? markOf(live) : null,
        minutes: live?.minutes ?? null,
        by: live?.recordedBy?.name ?? null,
        at: live?.recordedAt ?? null,
      };
    }),
  };
}

/** What a register's record says: a mark. */
export function markOf({ minutes, completes }: { minutes: number; completes: boolean }): RegisterMark {
  if (minutes === 0) return "absent";
  return completes ? "present" : "part";
}

/** Names a register as it stands, by the records that stand for its marks; each change makes new ones. */
export function registerVersion(marks: Iterable<{ id: string }>): string {
  const ids = Array.from(marks, ({ id }) => id).sort();
  return createHash("sha256").update(ids.join()).digest("base64url").slice(0, 22);
}
