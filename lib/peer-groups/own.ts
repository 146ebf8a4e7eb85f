import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { type OwnRow, ownGroupRow } from "./own-row";
import { markOf, noteRows, sessionRow } from "./rows";
import { sessionTimes } from "./times";
import type { MyGroup, MySession, PeerView } from "./views";

/** What a participant reads of their own group. */

export const live = (enrolmentId: string) => ({
  where: { enrolmentId, supersededBy: null },
  select: { minutes: true, completes: true },
});
export const stands = (enrolmentId: string) => ({
  where: { enrolmentId, withdrawnAt: null },
  select: { note: true },
});

/** The viewer's group; null for somebody without one. One query. */
export async function myGroup(actor: Actor, at: Date): Promise<MyGroup | null> {
  const row = await ownGroupRow(actor.userId);
  if (!row) return null;
  const { enrolmentId, state, members, id, name, facilitatorName } = row;
  const visits = row.visits.map(({ event, ...visit }) => ({
    ...visit,
    event: { ...event, ...times(event) },
  }));
  const sessions = row.sessions.map((session) => ({
    ...session,
    ...times(session),
    cancelledAt: session.cancelledAt === null ? null : new Date(session.cancelledAt),
  }));
  const notes = row.notes.map(({ versions, ...note }) => ({
    ...note,
    versions: versions.map((version) => ({ ...version, at: new Date(version.at) })),
  }));
  const profile = members.find((member) => member.id === enrolmentId)?.peerProfile;
  return {
    id,
    name,
    facilitatorName,
    enrolmentId,
    members: members.map((member) => peerOf(member, enrolmentId, actor.viewing !== undefined)),
    sessions: sessions.map((session): MySession => mySession(session, visits, at)),
    notes: noteRows(notes),
    profile: profile ?? { version: 0, sharesEmail: false, phone: "", about: "" },
    ownEmail: actor.email,
    active: state === "active",
  };
}

const times = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
});

function peerOf(
  { id, user, peerProfile, ...shown }: OwnRow["members"][number],
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
