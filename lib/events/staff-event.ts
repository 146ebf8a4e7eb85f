import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dateTimeInLondon, plainDate } from "../dates";
import { db } from "../db";
import { canTakeRegister } from "../engagement/policy";
import { expectedCounts } from "../enrolments/expected";
import { isId } from "../ids";
import { eventState, placesWords } from "./states";
import { eventTimes } from "./times";
import type { PlaceRow, StaffEventDetail } from "./views";

/** The longest list of people without a place that a page shows. */
export const MOST_SHOWN = 500;

/**
 * One event with its places, for those who run it: whoever manages the cohort, and its facilitator. Null for everybody
 * else. Four queries, whatever the number of places.
 */
export async function staffEvent(actor: Actor, eventId: string, at: Date): Promise<StaffEventDetail | null> {
  if (!isId(eventId)) return null;
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: {
      id: true,
      title: true,
      place: true,
      startsAt: true,
      endsAt: true,
      version: true,
      cohortId: true,
      milestoneId: true,
      byChoice: true,
      capacity: true,
      placesTaken: true,
      choiceUntil: true,
      cancelledAt: true,
      cancelledNote: true,
      facilitatorId: true,
      joiningUrl: true,
      instructions: true,
      peerGroup: { select: { name: true, facilitatorId: true } },
    },
  });
  if (!event || !canTakeRegister(actor, event)) return null;
  const { milestoneId, peerGroup, choiceUntil, cancelledAt: _, ...shown } = event;
  const [counts, places, unchosen] = await Promise.all([
    expectedCounts(db, [eventId]),
    event.byChoice ? placesOf(eventId) : [],
    event.byChoice ? unchosenOf(event.cohortId, milestoneId) : [],
  ]);
  return {
    ...shown,
    when: eventTimes(event.startsAt, event.endsAt),
    state: eventState(event, at),
    groupName: peerGroup?.name ?? null,
    left: placesWords(event.capacity, event.placesTaken),
    choiceUntil: choiceUntil && plainDate(choiceUntil),
    expected: counts.get(eventId) ?? 0,
    held: places.filter(({ state }) => state === "held"),
    waiting: places.filter(({ state }) => state === "waiting"),
    unchosen,
    manages: managesCohort(actor, event.cohortId),
  };
}

/** Those with a place by name, then those who wait in their order. */
async function placesOf(eventId: string): Promise<PlaceRow[]> {
  const rows = await db.$queryRaw<(Omit<PlaceRow, "since" | "turn"> & { since: Date; turn: number })[]>`
    SELECT p.id::text AS "placeId", e.id::text AS "enrolmentId", e."fullName", e.workplace, p.state::text AS state,
      coalesce(p."heldAt", p."askedAt") AS since, e.state = 'active' AS active,
      row_number() OVER (PARTITION BY p.state ORDER BY p."waitingOrder", p."askedAt", p.id)::int AS turn,
      (SELECT v.place FROM "EventPlace" o JOIN "Event" v ON v.id = o."eventId"
        WHERE o."enrolmentId" = e.id AND o."milestoneId" = p."milestoneId" AND o.kind = 'choice'
          AND o.state = 'held' AND o."eventId" <> p."eventId") AS elsewhere
    FROM "EventPlace" p JOIN "Enrolment" e ON e.id = p."enrolmentId"
    WHERE p."eventId" = ${eventId}::uuid AND p.state <> 'given_up'
    ORDER BY p.state, CASE WHEN p.state = 'waiting' THEN p."waitingOrder" END, e."fullName", e.id`;
  return rows.map(({ since, turn, ...row }) => ({
    ...row,
    since: dateTimeInLondon(since),
    turn: row.state === "waiting" ? turn : null,
  }));
}

/** Active participants who hold no place for the milestone yet, by name. */
async function unchosenOf(cohortId: string, milestoneId: string): Promise<StaffEventDetail["unchosen"]> {
  const live = { milestoneId, kind: "choice" } as const;
  const rows = await db.enrolment.findMany({
    where: { cohortId, state: "active", places: { none: { ...live, state: "held" } } },
    select: {
      id: true,
      fullName: true,
      workplace: true,
      places: { where: { ...live, state: "waiting" }, select: { event: { select: { place: true } } } },
    },
    orderBy: [{ fullName: "asc" }, { id: "asc" }],
    take: MOST_SHOWN,
  });
  return rows.map(({ id, places, ...row }) => ({
    ...row,
    enrolmentId: id,
    waitsFor: places[0]?.event.place ?? null,
  }));
}
