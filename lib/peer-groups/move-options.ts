import "server-only";
import type { Tx } from "../db";
import { whyApart } from "./apart";
import { digest } from "./digest";
import { type Participant, participantsFor } from "./facts";
import { LEAST, MOST } from "./schema";

/**
 * A group somebody could be moved to, with what that would break in plain words. `value` names the group, where the
 * person is now and all that was said of the move: it differs as soon as any of that does.
 */
export type MoveOption = { id: string; value: string; name: string; size: number; warnings: string[] };

/**
 * A participant of that cohort, every group of it with the warnings of a move there, and what leaving theirs would do;
 * null for a participant who is not in that cohort.
 */
export async function moveOptions(tx: Tx, cohortId: string, enrolmentId: string) {
  const people = await participantsFor(tx, cohortId);
  const person = people.find(({ id }) => id === enrolmentId) ?? (await inactive(tx, cohortId, enrolmentId));
  if (!person) return null;
  const groups = await tx.peerGroup.findMany({
    where: { cohortId },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const counted = people.some(({ id }) => id === enrolmentId);
  const options = groups.map(({ id, name }) => {
    const members = people.filter((each) => each.peerGroupId === id);
    const size = members.length;
    if (id === person.peerGroupId || !counted) return { id, name, size, warnings: [] };
    const clashes = members.flatMap((member) => whyApart(person, member)?.words ?? []);
    const large = size >= MOST ? [`It would have ${size + 1} people; a group has ${MOST} at most`] : [];
    return { id, name, size, warnings: [...clashes, ...large] };
  });
  const own = options.find(({ id }) => id === person.peerGroupId);
  const leaving =
    own && counted && own.size <= LEAST
      ? `${own.name} would be left with ${own.size - 1} people; a group has ${LEAST} at least.`
      : null;
  const value = (to: string, warnings: string[]) =>
    `${to}.${digest([person.peerGroupId, leaving, warnings])}`;
  return {
    person,
    options: options.map((option): MoveOption => ({ ...option, value: value(option.id, option.warnings) })),
    /** Out of the group they are in. */
    out: value("none", []),
    leaving,
  };
}

/** Somebody who is deferred or has withdrawn can be moved too, and counts nowhere. */
async function inactive(tx: Tx, cohortId: string, id: string): Promise<Participant | null> {
  const found = await tx.enrolment.findFirst({
    where: { id, cohortId },
    select: {
      id: true,
      fullName: true,
      workplace: true,
      peerGroupId: true,
      user: { select: { email: true } },
    },
  });
  if (!found) return null;
  const { fullName: name, workplace: schoolName, peerGroupId, user } = found;
  const unknown = { school: null, trust: null, region: null, phase: null, managers: [] };
  return { id, name, schoolName, peerGroupId, email: user.email, ...unknown };
}
