import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { canTakeRegister } from "../engagement/policy";
import { attendance } from "../enrolments/expected";
import { isId } from "../ids";
import { eventTimes } from "./times";
import type { EventNeedsRow } from "./views";

/** Lists of those who come, for the venue. */

export const BY_NAME = [{ fullName: "asc" as const }, { id: "asc" as const }];

/** The event, when the actor runs it; null for everybody else. */
export async function runBy(actor: Actor, eventId: string) {
  if (!isId(eventId)) return null;
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: {
      title: true,
      place: true,
      startsAt: true,
      endsAt: true,
      cohortId: true,
      milestoneId: true,
      facilitatorId: true,
      peerGroup: { select: { name: true, facilitatorId: true } },
      cohort: { select: { name: true, programme: { select: { shortName: true } } } },
    },
  });
  return event && canTakeRegister(actor, event) ? event : null;
}

/** What the pages for the venue say on top. */
export type VenueHead = { title: string; place: string; when: string; cohortName: string };

/**
 * What those who are expected need at the event, for the venue: its managers and its facilitator see it, nobody else.
 * Three queries.
 */
export async function needsOfEvent(
  actor: Actor,
  eventId: string,
): Promise<(VenueHead & { expected: number; rows: EventNeedsRow[] }) | null> {
  const event = await runBy(actor, eventId);
  if (!event) return null;
  const { expected } = await attendance(db, eventId);
  const found = await db.enrolment.findMany({
    where: { id: { in: [...expected] }, state: "active" },
    select: {
      id: true,
      fullName: true,
      needs: { where: { milestoneId: event.milestoneId }, select: { access: true, dietary: true } },
    },
    orderBy: BY_NAME,
  });
  const rows = found.flatMap(({ id, fullName, needs: [need] }) =>
    need ? [{ enrolmentId: id, fullName, ...need }] : [],
  );
  return { ...head(event), expected: found.length, rows };
}

/** Who is expected, to be signed in at the door. For those who run the event. Three queries. */
export async function signInSheet(
  actor: Actor,
  eventId: string,
): Promise<(VenueHead & { rows: { enrolmentId: string; fullName: string; workplace: string }[] }) | null> {
  const event = await runBy(actor, eventId);
  if (!event) return null;
  const { expected } = await attendance(db, eventId);
  const found = await db.enrolment.findMany({
    where: { id: { in: [...expected] }, state: "active" },
    select: { id: true, fullName: true, workplace: true },
    orderBy: BY_NAME,
  });
  return { ...head(event), rows: found.map(({ id, ...row }) => ({ enrolmentId: id, ...row })) };
}

function head({ title, place, startsAt, endsAt, cohort }: NonNullable<Awaited<ReturnType<typeof runBy>>>) {
  const cohortName = `${cohort.programme.shortName}, ${cohort.name}`;
  return { title, place, when: eventTimes(startsAt, endsAt), cohortName };
}
