import type { Tx } from "../db";
import { NotFound, WrongState } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";

/** A group's sessions: its own events of a peer learning group's milestone. */

export const SESSION = {
  peerGroupId: { not: null },
  byChoice: false,
  milestone: { kind: "peer_learning_group" },
} as const satisfies Prisma.EventWhereInput;

const access = { select: { email: true, accessEndedAt: true } } as const;
const SELECT = {
  id: true,
  cohortId: true,
  milestoneId: true,
  title: true,
  startsAt: true,
  endsAt: true,
  cancelledAt: true,
  peerGroupId: true,
  facilitator: access,
  peerGroup: { select: { name: true, facilitator: access } },
} as const satisfies Prisma.EventSelect;

/**
 * A session of some group.
 * @throws NotFound for what is none
 */
export async function sessionFor(tx: Tx, id: string) {
  const found = isId(id) ? await tx.event.findFirst({ where: { ...SESSION, id }, select: SELECT }) : null;
  if (!found) throw new NotFound();
  return found;
}
export type Session = Awaited<ReturnType<typeof sessionFor>>;

/**
 * The actor's own session: that of the group they are in and taking part.
 * @throws NotFound
 */
export async function ownSession(tx: Tx, userId: string, id: string) {
  const session = await sessionFor(tx, id);
  const enrolment = await tx.enrolment.findFirst({
    where: { userId, state: "active", cohortId: session.cohortId, peerGroupId: session.peerGroupId },
    select: { id: true, fullName: true },
  });
  if (!enrolment) throw new NotFound();
  return { session, enrolment };
}

/** @throws WrongState for a session that has begun or is cancelled */
export function mustBeAhead(session: Session, at: Date): void {
  if (session.cancelledAt) throw new WrongState("This session is cancelled.");
  if (session.startsAt <= at)
    throw new WrongState("This session has begun, so it stays as it is. Your facilitator can help.");
}

/** The addresses of those who run a session: its facilitator and its group's. */
export function facilitatorsOf(session: Session): string[] {
  const all = [session.facilitator, session.peerGroup?.facilitator ?? null];
  return [...new Set(all.flatMap((who) => (who && !who.accessEndedAt ? [who.email] : [])))];
}
