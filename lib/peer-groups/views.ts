import type { PlainDate } from "../dates";
import type { EnrolmentState } from "../enrolments/schema";

/** What pages of peer learning groups are made from: plain values. */

export type GroupMember = {
  enrolmentId: string;
  fullName: string;
  jobTitle: string;
  workplace: string;
  state: EnrolmentState;
};

export type CohortGroup = {
  id: string;
  name: string;
  facilitatorName: string | null;
  members: GroupMember[];
  /** Deferred and withdrawn people who are still in the group's list. */
  apart: GroupMember[];
};

export type CohortGroups = {
  groups: CohortGroup[];
  without: GroupMember[];
  /** Rules that the groups as they stand break, in words. */
  unmet: string[];
};

export type GroupForEditing = {
  name: string;
  version: number;
  facilitatorId: string | null;
  facilitatorName: string | null;
  removable: boolean;
};

export type MoveChoice = {
  fullName: string;
  /** The group they are in. */
  now: string | null;
  options: { value: string; name: string; size: number; warnings: string[] }[];
  /** The value for no group at all. */
  out: string;
  /** What leaving their group would break. */
  leaving: string | null;
};

/** A member as their own group sees them. */
export type PeerView = {
  enrolmentId: string;
  fullName: string;
  jobTitle: string;
  workplace: string;
  /** Null where it is not shared. */
  email: string | null;
  phone: string | null;
  about: string | null;
  me: boolean;
};

export type Attended = "present" | "part" | "absent" | null;

/** A session in a list. */
export type SessionRow = {
  id: string;
  title: string;
  day: PlainDate;
  when: string;
  place: string;
  past: boolean;
  cancelled: boolean;
};

/** A session of one's own group as its participant sees it. */
export type MySession = SessionRow & {
  /** One has said that one cannot come. */
  sorry: boolean;
  /** The same session of another group, where one has a place instead. */
  instead: { groupName: string; when: string } | null;
  /** The viewer's own mark in the register. */
  attended: Attended;
};

export type NoteRow = {
  id: string;
  title: string;
  /** The session it is about. */
  about: string | null;
  by: string;
  at: string;
};

export type MyProfile = { version: number; sharesEmail: boolean; phone: string; about: string };

export type MyGroup = {
  id: string;
  name: string;
  facilitatorName: string | null;
  enrolmentId: string;
  members: PeerView[];
  sessions: MySession[];
  notes: NoteRow[];
  profile: MyProfile;
  ownEmail: string;
  /** False for somebody deferred: they read, and write nothing. */
  active: boolean;
};

/** How somebody joins a session, for those who are expected: `html` is what lib/markdown.ts made of the instructions. */
export type Joining = { url: string | null; html: string };

/** A session with all that its participant can do about it. */
export type SessionPage = MySession & {
  groupName: string;
  facilitatorName: string | null;
  ahead: boolean;
  joining: Joining | null;
  apologyNote: string;
  /** The same session with other groups, for somebody who cannot come. */
  others: OtherSession[];
  notes: NoteRow[];
};

export type OtherSession = {
  id: string;
  groupName: string;
  when: string;
  place: string;
  facilitatorName: string | null;
  placesLeft: number;
  mine: boolean;
  joining: Joining | null;
};

export type NoteVersionView = { number: number; title: string; body: string; by: string; at: string };
export type NotePage = {
  id: string;
  groupId: string;
  groupName: string;
  about: string | null;
  version: number;
  /** The version that stands. */
  now: NoteVersionView;
  /** Earlier ones, the latest first. */
  earlier: NoteVersionView[];
  canWrite: boolean;
};

/** A group's attendance: a mark for each of its people and sessions. */
export type StaffSession = SessionRow & {
  marked: number;
  sorry: { fullName: string; note: string; instead: string | null }[];
  guests: { fullName: string; groupName: string | null }[];
};
export type StaffGroupPage = {
  id: string;
  name: string;
  cohortId: string;
  cohortName: string;
  facilitatorName: string | null;
  members: (GroupMember & { marks: Record<string, Attended | "sorry"> })[];
  apart: GroupMember[];
  sessions: StaffSession[];
  notes: NoteRow[];
  canWrite: boolean;
  manages: boolean;
};
export type StaffGroupRow = {
  id: string;
  name: string;
  cohortName: string;
  facilitatorName: string | null;
  members: number;
  next: string | null;
};
