import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { MEMBER, memberOf } from "./cohort-queries";
import { facilitates, staffGroupScope } from "./policy";
import { byStart, markOf, NOTE_ROW, noteRows, SESSION_ROW, sessionRow } from "./rows";
import { SESSION } from "./sessions";
import { sessionTimes } from "./times";
import type { StaffGroupPage, StaffGroupRow, StaffSession } from "./views";

/** What facilitators read of their groups, and managers of those of their cohorts. */

const MOST_GROUPS = 500;

/** One's groups with their next session: those one facilitates first. A fixed number of queries. */
export async function groupsForStaff(
  actor: Actor,
  at: Date,
): Promise<{ own: StaffGroupRow[]; others: StaffGroupRow[] }> {
  const found = await db.peerGroup.findMany({
    where: staffGroupScope(actor),
    select: {
      id: true,
      name: true,
      facilitatorId: true,
      facilitator: { select: { name: true } },
      cohort: { select: { name: true, programme: { select: { shortName: true } } } },
      _count: { select: { members: { where: { state: "active" } } } },
      events: {
        where: { ...SESSION, endsAt: { gt: at }, cancelledAt: null },
        select: { startsAt: true, endsAt: true },
        orderBy: [...byStart],
        take: 1,
      },
    },
    orderBy: [{ cohort: { startsOn: "desc" } }, { name: "asc" }, { id: "asc" }],
    take: MOST_GROUPS,
  });
  const rows = (mine: boolean) =>
    found
      .filter((group) => facilitates(actor, group) === mine)
      .map(
        ({ id, name, facilitator, cohort, _count, events: [next] }): StaffGroupRow => ({
          id,
          name,
          cohortName: `${cohort.programme.shortName}, ${cohort.name}`,
          facilitatorName: facilitator?.name || null,
          members: _count.members,
          next: next ? sessionTimes(next.startsAt, next.endsAt) : null,
        }),
      );
  return { own: rows(true), others: rows(false) };
}

const STAFF_SESSION = {
  ...SESSION_ROW,
  milestoneId: true,
  records: {
    where: { supersededBy: null },
    select: { enrolmentId: true, minutes: true, completes: true },
  },
  apologies: {
    where: { withdrawnAt: null },
    select: { enrolmentId: true, note: true, enrolment: { select: { fullName: true } } },
    orderBy: { saidAt: "asc" },
  },
  places: {
    where: { kind: "guest", state: "held" },
    select: { enrolment: { select: { fullName: true, peerGroup: { select: { name: true } } } } },
    orderBy: { heldAt: "asc" },
  },
} as const satisfies Prisma.EventSelect;

/**
 * A group with attendance over its sessions, apologies, guests and notes; null for those who neither facilitate it nor
 * manage its cohort. A fixed number of queries.
 */
export async function groupForStaff(actor: Actor, id: string, at: Date): Promise<StaffGroupPage | null> {
  if (!isId(id)) return null;
  const group = await db.peerGroup.findFirst({
    where: { AND: [staffGroupScope(actor), { id }] },
    select: {
      id: true,
      name: true,
      cohortId: true,
      facilitatorId: true,
      facilitator: { select: { name: true } },
      cohort: { select: { name: true, programme: { select: { shortName: true } } } },
      members: { select: MEMBER, orderBy: [{ fullName: "asc" }, { id: "asc" }] },
      events: { where: SESSION, select: STAFF_SESSION, orderBy: [...byStart] },
      notes: { select: NOTE_ROW, orderBy: [{ changedAt: "desc" }, { id: "desc" }], take: 200 },
    },
  });
  if (!group) return null;
  const { cohort, facilitator, members, events, notes, facilitatorId, ...shown } = group;
  const visits = await visitsOfMembers(
    members.map((member) => member.id),
    events.map(({ milestoneId }) => milestoneId),
  );
  const active = members.filter(({ state }) => state === "active" || state === "completed");
  return {
    ...shown,
    cohortName: `${cohort.programme.shortName}, ${cohort.name}`,
    facilitatorName: facilitator?.name || null,
    members: active.map((member) => ({
      ...memberOf(member),
      marks: Object.fromEntries(events.map((event) => [event.id, markAt(event, member.id)])),
    })),
    apart: members.filter((member) => !active.includes(member)).map(memberOf),
    sessions: events.map((event) => staffSession(event, visits, at)),
    notes: noteRows(notes),
    canWrite: facilitates(actor, { facilitatorId }),
    manages: managesCohort(actor, shown.cohortId),
  };
}

type Found = Prisma.EventGetPayload<{ select: typeof STAFF_SESSION }>;

function markAt({ records, apologies }: Found, member: string) {
  const mark = markOf(records.find(({ enrolmentId }) => enrolmentId === member));
  return mark ?? (apologies.some(({ enrolmentId }) => enrolmentId === member) ? ("sorry" as const) : null);
}

/** Where members who cannot come go instead. One query. */
function visitsOfMembers(enrolmentIds: string[], milestoneIds: string[]) {
  return db.eventPlace.findMany({
    where: {
      enrolmentId: { in: enrolmentIds },
      milestoneId: { in: milestoneIds },
      kind: "guest",
      state: "held",
    },
    select: {
      enrolmentId: true,
      milestoneId: true,
      event: { select: { startsAt: true, endsAt: true, peerGroup: { select: { name: true } } } },
    },
  });
}

function staffSession(
  event: Found,
  visits: Awaited<ReturnType<typeof visitsOfMembers>>,
  at: Date,
): StaffSession {
  return {
    ...sessionRow(event, at),
    marked: event.records.length,
    sorry: event.apologies.map(({ enrolmentId, note, enrolment }) => {
      const visit = visits.find(
        (each) => each.enrolmentId === enrolmentId && each.milestoneId === event.milestoneId,
      )?.event;
      const instead = visit
        ? `${visit.peerGroup?.name ?? ""}, ${sessionTimes(visit.startsAt, visit.endsAt)}`
        : null;
      return { fullName: enrolment.fullName, note, instead };
    }),
    guests: event.places.map(({ enrolment }) => ({
      fullName: enrolment.fullName,
      groupName: enrolment.peerGroup?.name ?? null,
    })),
  };
}
