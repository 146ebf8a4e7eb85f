import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon, plainDate } from "../dates";
import { db } from "../db";
import { isStorable } from "../form";
import { isId } from "../ids";
import type { MyEnrolment, ParticipantRow } from "./schema";

/** True when the person is or was a participant. */
export async function hasEnrolment(userId: string): Promise<boolean> {
  if (!isId(userId)) return false;
  return (await db.enrolment.findFirst({ where: { userId }, select: { id: true } })) !== null;
}

/** The viewer's enrolment: the latest that is active, else the latest of all; null when there is none. */
export async function enrolmentOf(actor: Actor, _at: Date): Promise<MyEnrolment | null> {
  const rows = await db.enrolment.findMany({
    where: { userId: actor.userId },
    select: {
      id: true,
      state: true,
      fullName: true,
      cohort: {
        select: {
          id: true,
          slug: true,
          name: true,
          startsOn: true,
          programme: { select: { id: true, slug: true, shortName: true, title: true, durationMonths: true } },
        },
      },
      peerGroup: { select: { id: true, name: true, facilitator: { select: { name: true } } } },
    },
    orderBy: { enrolledAt: "desc" },
  });
  const row = rows.find(({ state }) => state === "active") ?? rows[0];
  if (!row) return null;
  const { programme, ...cohort } = row.cohort;
  const { id, state, fullName, peerGroup } = row;
  const group = peerGroup && {
    id: peerGroup.id,
    name: peerGroup.name,
    facilitatorName: peerGroup.facilitator?.name ?? null,
  };
  return {
    id,
    state,
    fullName,
    cohort: { ...cohort, startsOn: plainDate(cohort.startsOn) },
    programme,
    group,
  };
}

const PAGE_SIZE = 50;

/**
 * A page of a cohort's participants by name, for those who manage it; null for everybody else. `q` looks in
 * name and workplace.
 */
export async function participantsOf(
  actor: Actor,
  cohortId: string,
  { page = 1, q = "" }: { page?: number; q?: string },
  _at: Date,
): Promise<{ rows: ParticipantRow[]; total: number; pages: number } | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId) || !isStorable(q)) return null;
  const contains = { contains: q, mode: "insensitive" } as const;
  const where = { cohortId, ...(q ? { OR: [{ fullName: contains }, { workplace: contains }] } : {}) };
  const [found, total] = await Promise.all([
    db.enrolment.findMany({
      where,
      select: {
        id: true,
        fullName: true,
        workplace: true,
        jobTitle: true,
        state: true,
        fundedPlace: true,
        enrolledAt: true,
        peerGroup: { select: { name: true } },
      },
      orderBy: [{ fullName: "asc" }, { id: "asc" }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    }),
    db.enrolment.count({ where }),
  ]);
  const rows = found.map(({ id, peerGroup, enrolledAt, ...row }) => ({
    ...row,
    enrolmentId: id,
    groupName: peerGroup?.name ?? null,
    enrolledOn: dayInLondon(enrolledAt),
  }));
  return { rows, total, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}
