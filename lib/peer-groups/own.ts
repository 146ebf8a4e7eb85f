import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { enrolmentOf } from "../enrolments/queries";
import type { Prisma } from "../generated/prisma/client";
import { IN_GROUP } from "./policy";
import { byStart, markOf, NOTE_ROW, noteRows, SESSION_ROW, sessionRow } from "./rows";
import { SESSION } from "./sessions";
import { sessionTimes } from "./times";
import type { MyGroup, MySession, PeerView } from "./views";

/** What a participant reads of their own group. */

const MOST_NOTES = 200;

export const live = (enrolmentId: string) => ({
  where: { enrolmentId, supersededBy: null },
  select: { minutes: true, completes: true },
});
export const stands = (enrolmentId: string) => ({
  where: { enrolmentId, withdrawnAt: null },
  select: { note: true },
});

/** The viewer's group; null for somebody without one. A fixed number of queries, whatever the number of members. */
export async function myGroup(actor: Actor, at: Date): Promise<MyGroup | null> {
  const enrolment = await enrolmentOf(actor, at);
  if (!enrolment?.group || !IN_GROUP.includes(enrolment.state)) return null;
  const { id: enrolmentId } = enrolment;
  const { id: peerGroupId, name, facilitatorName } = enrolment.group;
  const [members, sessions, visits, notes] = await Promise.all([
    db.enrolment.findMany({
      // Whether somebody has stopped is between them and the staff.
      where: { peerGroupId, OR: [{ state: { in: ["active", "completed"] } }, { id: enrolmentId }] },
      select: PEER,
      orderBy: [{ fullName: "asc" }, { id: "asc" }],
    }),
    db.event.findMany({
      where: { ...SESSION, peerGroupId },
      select: {
        ...SESSION_ROW,
        milestoneId: true,
        apologies: stands(enrolmentId),
        records: live(enrolmentId),
      },
      orderBy: [...byStart],
    }),
    visitsOf(enrolmentId),
    db.peerNote.findMany({
      where: { peerGroupId },
      select: NOTE_ROW,
      orderBy: [{ changedAt: "desc" }, { id: "desc" }],
      take: MOST_NOTES,
    }),
  ]);
  const profile = members.find(({ id }) => id === enrolmentId)?.peerProfile;
  return {
    id: peerGroupId,
    name,
    facilitatorName,
    enrolmentId,
    members: members.map((member) => peerOf(member, enrolmentId, actor.viewing !== undefined)),
    sessions: sessions.map((session): MySession => mySession(session, visits, at)),
    notes: noteRows(notes),
    profile: profile ?? { version: 0, sharesEmail: false, phone: "", about: "" },
    ownEmail: actor.email,
    active: enrolment.state === "active",
  };
}

const PEER = {
  id: true,
  fullName: true,
  jobTitle: true,
  workplace: true,
  user: { select: { email: true } },
  peerProfile: { select: { version: true, sharesEmail: true, phone: true, about: true } },
} as const satisfies Prisma.EnrolmentSelect;

function peerOf(
  { id, user, peerProfile, ...shown }: Prisma.EnrolmentGetPayload<{ select: typeof PEER }>,
  me: string,
  /** What members share is for each other: whoever looks at one's pages is told of that one alone. */
  looking: boolean,
): PeerView {
  const shared = looking && id !== me ? null : peerProfile;
  return {
    enrolmentId: id,
    ...shown,
    email: shared?.sharesEmail ? user.email : null,
    phone: shared?.phone || null,
    about: shared?.about || null,
    me: id === me,
  };
}

/** The places somebody holds as a guest. One query. */
export function visitsOf(enrolmentId: string) {
  return db.eventPlace.findMany({
    where: { enrolmentId, kind: "guest", state: "held" },
    select: {
      eventId: true,
      milestoneId: true,
      event: {
        select: {
          startsAt: true,
          endsAt: true,
          peerGroup: { select: { name: true } },
          records: live(enrolmentId),
        },
      },
    },
  });
}
type Visits = Awaited<ReturnType<typeof visitsOf>>;

type Facts = Parameters<typeof sessionRow>[0] & {
  milestoneId: string;
  apologies: { note: string }[];
  records: { minutes: number; completes: boolean }[];
};

/** A session as its participant sees it: with what they have said of it, and where they go instead. */
export function mySession(session: Facts, visits: Visits, at: Date): MySession {
  const visit = visits.find(({ milestoneId }) => milestoneId === session.milestoneId)?.event;
  return {
    ...sessionRow(session, at),
    sorry: session.apologies.length > 0,
    instead: visit
      ? { groupName: visit.peerGroup?.name ?? "", when: sessionTimes(visit.startsAt, visit.endsAt) }
      : null,
    attended: markOf(session.records[0] ?? visit?.records[0]),
  };
}
