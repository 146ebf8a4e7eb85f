import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { mySession, noteFrom, sessionFrom, visitFrom } from "./own";
import { ownSessionRow } from "./own-row";
import { byStart, joiningOf, noteRows, SESSION_ROW, sessionRow } from "./rows";
import { MOST } from "./schema";
import { SESSION } from "./sessions";
import type { OtherSession, SessionPage } from "./views";

/**
 * A session of the viewer's own group, with how to join it for somebody who comes, and the same session of other groups
 * for somebody who does not. Null for everybody else's. One query; for who has said that they cannot come, four more.
 */
export async function sessionOf(actor: Actor, eventId: string, at: Date): Promise<SessionPage | null> {
  if (!isId(eventId)) return null;
  const found = await ownSessionRow(actor.userId, eventId);
  if (!found) return null;
  const { groupName, facilitatorName, state } = found;
  const session = sessionFrom(found.session);
  const visits = found.visits.map(visitFrom);
  const row = mySession(session, visits, at);
  const others = row.sorry ? await otherSessions(session, visits, at) : [];
  return {
    ...row,
    groupName,
    facilitatorName,
    ahead: session.startsAt > at && !row.cancelled && state === "active",
    joining: row.sorry || row.past || row.cancelled ? null : joiningOf(session),
    apologyNote: session.apologies[0]?.note ?? "",
    others,
    notes: noteRows(found.notes.map(noteFrom)),
  };
}

const OTHER = {
  ...SESSION_ROW,
  joiningUrl: true,
  instructions: true,
  capacity: true,
  placesTaken: true,
  facilitator: { select: { name: true } },
  peerGroup: { select: { name: true, _count: { select: { members: { where: { state: "active" } } } } } },
} as const satisfies Prisma.EventSelect;

/** The same milestone's sessions of other groups that are still ahead and have room, and the one with a place already. */
async function otherSessions(
  own: { milestoneId: string; peerGroupId: string | null },
  visits: readonly { eventId: string }[],
  at: Date,
): Promise<OtherSession[]> {
  const held = visits.map(({ eventId }) => eventId);
  const found = await db.event.findMany({
    where: {
      ...SESSION,
      milestoneId: own.milestoneId,
      peerGroupId: { not: own.peerGroupId },
      OR: [{ startsAt: { gt: at }, cancelledAt: null }, { id: { in: held } }],
    },
    select: OTHER,
    orderBy: [...byStart],
  });
  return found.flatMap((session) => {
    const { id, when, place, past, cancelled } = sessionRow(session, at);
    const mine = held.includes(id);
    const placesLeft = placesLeftAt(session);
    if (!mine && placesLeft === 0) return [];
    return [
      {
        id,
        groupName: session.peerGroup?.name ?? "",
        when,
        place,
        facilitatorName: session.facilitator?.name || null,
        placesLeft,
        mine,
        joining: mine && !past && !cancelled ? joiningOf(session) : null,
      },
    ];
  });
}

/** Seats for guests: with the group's own members 10 at most, and no more than the session's capacity (visit.ts). */
function placesLeftAt(session: Prisma.EventGetPayload<{ select: typeof OTHER }>): number {
  const { capacity, placesTaken, peerGroup } = session;
  const byGroup = MOST - (peerGroup?._count.members ?? MOST) - placesTaken;
  return Math.max(0, Math.min(byGroup, (capacity ?? MOST) - placesTaken));
}
