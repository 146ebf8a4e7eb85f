import type { PlainDate } from "../dates";
import type { RegisterMark } from "../engagement/schema";
import type { EventState } from "./states";

/** What the pages about one event are made from: types only. */

/** One of the events that a participant can choose from. */
export type MyOption = {
  eventId: string;
  title: string;
  place: string;
  when: string;
  day: PlainDate;
  /** "6 of 24 places left"; null where there is no limit. */
  left: string | null;
  full: boolean;
  /** How many wait. */
  waiting: number;
  mine: "held" | "waiting" | null;
  /** My turn on the waiting list, from 1; null while I do not wait. */
  turn: number | null;
  /** True for the place that I asked for in my application. */
  preferred: boolean;
  /** True while I may still choose, change or give up. */
  open: boolean;
};

/** A milestone whose events are chosen, with those to choose from: the preferred place first. */
export type MyChoice = {
  milestoneId: string;
  title: string;
  /** The last day on which something can be chosen; null when that is over for all of them. */
  until: PlainDate | null;
  /** Where I hold a place, and where I wait. */
  held: MyOption | null;
  waiting: MyOption | null;
  options: MyOption[];
};

export type MyAttendance = {
  mark: RegisterMark;
  minutes: number;
  recordedOn: PlainDate;
  recordedBy: string | null;
};

/** One event as a participant sees it. */
export type MyEventDetail = {
  id: string;
  title: string;
  place: string;
  when: string;
  startsAt: Date;
  endsAt: Date;
  version: number;
  shortName: string;
  milestone: { id: string; title: string; minutes: number | null };
  groupName: string | null;
  /** False also for the session of another group, where one comes as a guest. */
  ownGroup: boolean;
  facilitatorName: string | null;
  state: EventState;
  byChoice: boolean;
  expected: boolean;
  /** Has said that they cannot come. */
  sorry: boolean;
  cancelledNote: string;
  /** Only for those who are expected, and only until it is over. */
  joiningUrl: string | null;
  instructions: string;
  /** Where it is chosen: this event as one of the options, and the other choices of its milestone. */
  choice: { here: MyOption; held: MyOption | null; waiting: MyOption | null; others: MyOption[] } | null;
  /** What I need there; as in my application where nothing is kept yet. */
  needs: { access: string; dietary: string; kept: boolean };
  /** True until it is over, for those who come or wait, where people meet in one place. */
  canTellNeeds: boolean;
  attendance: MyAttendance | null;
};

/** What a statement says was attended. */
export type AttendedRow = {
  eventId: string;
  title: string;
  milestoneTitle: string;
  when: string;
  place: string;
  minutes: number;
  facilitatorName: string | null;
};

/** A statement of attendance: of one event, or of all of a programme so far. */
export type AttendanceStatement = {
  fullName: string;
  workplace: string;
  trn: string | null;
  qualification: string;
  cohortName: string;
  rows: AttendedRow[];
  minutes: number;
};

/** Somebody with a place, waiting for one, or without any. */
export type PlaceRow = {
  placeId: string;
  enrolmentId: string;
  fullName: string;
  workplace: string;
  state: "held" | "waiting";
  /** "Monday 23 November 2026, 09:00" */
  since: string;
  turn: number | null;
  /** Holds a place at another event of the milestone meanwhile. */
  elsewhere: string | null;
  /** False for somebody who is deferred or has withdrawn. */
  active: boolean;
};

/** One event as those who run it see it, besides its register. */
export type StaffEventDetail = {
  id: string;
  title: string;
  place: string;
  when: string;
  startsAt: Date;
  endsAt: Date;
  state: EventState;
  version: number;
  cohortId: string;
  byChoice: boolean;
  groupName: string | null;
  capacity: number | null;
  placesTaken: number;
  left: string | null;
  choiceUntil: PlainDate | null;
  facilitatorId: string | null;
  joiningUrl: string | null;
  instructions: string;
  cancelledNote: string;
  /** Active participants who are expected. */
  expected: number;
  held: PlaceRow[];
  waiting: PlaceRow[];
  /** Active participants without a place at any event of the milestone, and how many they are in all. */
  unchosen: { enrolmentId: string; fullName: string; workplace: string; waitsFor: string | null }[];
  /** True for those who may change it; a facilitator only runs it. */
  manages: boolean;
};

/** What somebody expected at an event needs there. */
export type EventNeedsRow = { enrolmentId: string; fullName: string; access: string; dietary: string };
