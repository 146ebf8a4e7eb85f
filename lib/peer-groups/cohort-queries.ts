import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { participantsFor } from "./facts";
import { moveOptions } from "./move-options";
import { brokenIn } from "./report";
import type { CohortGroups, GroupForEditing, GroupMember, MoveChoice } from "./views";

/** What those who manage a cohort read of its groups. */

export const MEMBER = {
  id: true,
  fullName: true,
  jobTitle: true,
  workplace: true,
  state: true,
  peerGroupId: true,
} as const satisfies Prisma.EnrolmentSelect;
type MemberRow = Prisma.EnrolmentGetPayload<{ select: typeof MEMBER }>;

export function memberOf({ id, fullName, jobTitle, workplace, state }: MemberRow): GroupMember {
  return { enrolmentId: id, fullName, jobTitle, workplace, state };
}

/**
 * The groups of a cohort with their members, those who are in none, and what the groups as they stand leave
 * unsatisfied. Null for those who do not manage it. Five queries at most.
 */
export async function groupsOfCohort(actor: Actor, cohortId: string): Promise<CohortGroups | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const [groups, enrolments, people] = await Promise.all([
    db.peerGroup.findMany({
      where: { cohortId },
      select: { id: true, name: true, facilitator: { select: { name: true } } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    db.enrolment.findMany({
      where: { cohortId },
      select: MEMBER,
      orderBy: [{ fullName: "asc" }, { id: "asc" }],
    }),
    participantsFor(db, cohortId),
  ]);
  const active = (row: MemberRow) => row.state === "active" || row.state === "completed";
  const within = (id: string | null) => enrolments.filter(({ peerGroupId }) => peerGroupId === id);
  const full = groups.map(({ id, name }) => ({
    name,
    members: people.filter((each) => each.peerGroupId === id),
  }));
  return {
    groups: groups.map(({ id, name, facilitator }) => ({
      id,
      name,
      facilitatorName: facilitator?.name || null,
      members: within(id).filter(active).map(memberOf),
      apart: within(id)
        .filter((row) => !active(row))
        .map(memberOf),
    })),
    without: within(null).filter(active).map(memberOf),
    unmet: brokenIn(full.filter(({ members }) => members.length > 0)),
  };
}

const byName = { orderBy: [{ name: "asc" }, { id: "asc" }] } as const;

/** Those who can facilitate a group, for a form; null for those who do not manage the cohort. One query. */
export async function facilitatorChoices(
  actor: Actor,
  cohortId: string,
): Promise<{ value: string; label: string }[] | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const found = await db.user.findMany({
    where: { accessEndedAt: null, roles: { some: { role: "facilitator", endedAt: null } } },
    select: { id: true, name: true },
    orderBy: [...byName.orderBy],
  });
  return found.map(({ id, name }) => ({ value: id, label: name || "No name given" }));
}

/** A group of that cohort as its form needs it; null for those who do not manage it. One query. */
export async function groupForEditing(
  actor: Actor,
  cohortId: string,
  groupId: string,
): Promise<GroupForEditing | null> {
  if (!isId(cohortId) || !isId(groupId) || !managesCohort(actor, cohortId)) return null;
  const found = await db.peerGroup.findFirst({
    where: { id: groupId, cohortId },
    select: {
      name: true,
      version: true,
      facilitatorId: true,
      facilitator: { select: { name: true } },
      _count: { select: { members: true, events: true, notes: true } },
    },
  });
  if (!found) return null;
  const { _count, facilitator, ...group } = found;
  return {
    ...group,
    facilitatorName: facilitator?.name ?? null,
    removable: _count.members + _count.events + _count.notes === 0,
  };
}

/** Where a participant of that cohort can be moved; null for those who do not manage it. Four queries at most. */
export async function moveChoice(
  actor: Actor,
  cohortId: string,
  enrolmentId: string,
): Promise<MoveChoice | null> {
  if (!isId(cohortId) || !isId(enrolmentId) || !managesCohort(actor, cohortId)) return null;
  const found = await moveOptions(db, cohortId, enrolmentId);
  if (!found) return null;
  const { person, options, out, leaving } = found;
  const now = options.find(({ id }) => id === person.peerGroupId)?.name ?? null;
  return {
    fullName: person.name,
    now,
    options: options.filter(({ id }) => id !== person.peerGroupId),
    out,
    leaving,
  };
}
