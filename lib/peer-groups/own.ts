import "server-only";
import type { Actor } from "../auth/actor";
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
  const visits = row.visits.map(visitFrom);
  const profile = members.find((member) => member.id === enrolmentId)?.peerProfile;
  return {
    id,
    name,
    facilitatorName,
    enrolmentId,
    members: members.map((member) => peerOf(member, enrolmentId, actor.viewing !== undefined)),
    sessions: row.sessions.map((session): MySession => mySession(sessionFrom(session), visits, at)),
    notes: noteRows(row.notes.map(noteFrom)),
    profile: profile ?? { version: 0, sharesEmail: false, phone: "", about: "" },
    ownEmail: actor.email,
    active: state === "active",
  };
}

/** Rows of own-row.ts with their times as the ORM has them. */
export const sessionFrom = <Row extends OwnRow["sessions"][number]>(row: Row) => ({
  ...row,
  ...times(row),
  cancelledAt: row.cancelledAt === null ? null : new Date(row.cancelledAt),
});
export const visitFrom = ({ event, ...visit }: OwnRow["visits"][number]) => ({
  ...visit,
  event: { ...event, ...times(event) },
});
export const noteFrom = ({ versions, ...note }: OwnRow["notes"][number]) => ({
  ...note,
  versions: versions.map((version) => ({ ...version, at: new Date(version.at) })),
});

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

type Visits = readonly ReturnType<typeof visitFrom>[];

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
