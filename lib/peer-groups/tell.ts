import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "../db";
import { type Letter, queueEmails } from "../email/queue";
import { facilitatorEmail, membersEmail, movedEmail } from "./emails";
import { IN_GROUP } from "./policy";

/** E-mails about a change of groups, in the transaction of the change. */

export type Moved = { enrolmentId: string; from: string | null; to: string | null };

/** Everybody who was moved, and the facilitators of the groups they left and came to: one e-mail each. Two queries. */
export async function tellMoves(tx: Tx, cohortId: string, moves: readonly Moved[], at: Date): Promise<void> {
  const step = `peer-groups:${randomUUID()}`;
  const groups = await tx.peerGroup.findMany({
    where: { cohortId },
    select: {
      id: true,
      name: true,
      facilitator: { select: { name: true, email: true, accessEndedAt: true } },
    },
    orderBy: { name: "asc" },
  });
  const people = await tx.enrolment.findMany({
    where: { id: { in: moves.map(({ enrolmentId }) => enrolmentId) } },
    select: { id: true, fullName: true, state: true, user: { select: { email: true } } },
    orderBy: { fullName: "asc" },
  });
  const moveOf = new Map(moves.map((move) => [move.enrolmentId, move]));
  const group = (id: string | null | undefined) => groups.find((each) => each.id === id);
  const letters: Letter[] = [];
  for (const { id, state, user } of people) {
    const [from, to] = [group(moveOf.get(id)?.from), group(moveOf.get(id)?.to)];
    // Somebody who has left is only put in order in the lists.
    if (!IN_GROUP.includes(state)) continue;
    const message = movedEmail(
      from?.name ?? null,
      to ? { name: to.name, facilitator: to.facilitator?.name || null } : null,
    );
    letters.push({ to: user.email, message, dedupeKey: `${step}:${id}` });
  }
  for (const { facilitator, ...each } of groups) {
    const names = (end: "from" | "to") =>
      people.filter(({ id }) => moveOf.get(id)?.[end] === each.id).map(({ fullName }) => fullName);
    const [joined, left] = [names("to"), names("from")];
    if (!facilitator || facilitator.accessEndedAt || joined.length + left.length === 0) continue;
    const message = membersEmail(each, { joined, left });
    letters.push({ to: facilitator.email, message, dedupeKey: `${step}:group:${each.id}` });
  }
  await queueEmails(tx, letters, at);
}

/** Whoever facilitated a group until now, and whoever does from now on. */
export async function tellFacilitatorChange(
  tx: Tx,
  group: { id: string; name: string },
  beforeId: string | null,
  now: { email: string } | null,
  at: Date,
): Promise<void> {
  const step = `peer-group:${randomUUID()}`;
  const before = beforeId
    ? await tx.user.findFirst({ where: { id: beforeId, accessEndedAt: null }, select: { email: true } })
    : null;
  const letters: Letter[] = [
    ...(before
      ? [{ to: before.email, message: facilitatorEmail(group, false), dedupeKey: `${step}:before` }]
      : []),
    ...(now ? [{ to: now.email, message: facilitatorEmail(group, true), dedupeKey: `${step}:now` }] : []),
  ];
  await queueEmails(tx, letters, at);
}
