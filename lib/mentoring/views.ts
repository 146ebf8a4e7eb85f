import type { PlainDate } from "../dates";
import type { CheckInState, Extent, ItemStanding, MentorKind, MentorStanding, ReportKey } from "./schema";

/** What pages are shown of mentoring. */

/** A check-in or report of one participant, and how it stands. */
export type MentorItem = {
  milestoneId: string;
  kind: MentorKind;
  title: string;
  module: number | null;
  opensOn: PlainDate | null;
  closesOn: PlainDate | null;
  standing: ItemStanding;
  /** The day they met, as the participant wrote it. */
  metOn: PlainDate | null;
  /** The day the mentor was first asked for it. */
  askedOn: PlainDate | null;
  doneOn: PlainDate | null;
};

/** Somebody who is or was a participant's mentor. */
export type MentorView = {
  mentorId: string;
  name: string;
  email: string;
  jobTitle: string;
  from: PlainDate;
  to: PlainDate | null;
};

/** The link as participant and staff see it: the newest e-mail's. */
export type LinkView = {
  /** Of the newest link, for the form that sends another; empty where none was sent. */
  seen: string;
  sentOn: PlainDate | null;
  until: PlainDate | null;
  withdrawn: boolean;
  /** The mail server gave up on the newest e-mail: the address may be wrong. */
  bouncing: boolean;
};

/** The participant's page. */
export type MyMentoring = {
  active: boolean;
  programme: string;
  mentor: MentorView | null;
  link: LinkView;
  before: MentorView[];
  items: MentorItem[];
};

/** The same for those who manage the cohort. */
export type MentoringForStaff = Omit<MyMentoring, "active" | "programme"> & {
  enrolmentId: string;
  fullName: string;
  workplace: string;
};

export type CheckInText = { metOn: PlainDate | null; talkedAbout: string; nextSteps: string };
export type AnswerView = {
  confirms: boolean;
  words: string;
  by: string;
  on: PlainDate;
  /** The day that the check-in named when it was answered. */
  metOn: PlainDate;
};

/** A check-in's page, the participant's. */
export type MyCheckIn = {
  item: MentorItem;
  active: boolean;
  mentorName: string | null;
  state: CheckInState | null;
  version: number;
  text: CheckInText;
  /** True when nothing is missing and it can be sent. */
  whole: boolean;
  /** The newest first. */
  answers: AnswerView[];
  /** First and last day on which they can have met. */
  from: PlainDate;
  today: PlainDate;
};

/** A report of the participant's, of which they see no words. */
export type MyReport = { item: MentorItem; mentorName: string | null; sentBy: string | null };

/** How a link stands: `expired` may be renewed to the same address, `closed` leads to nobody any more. */
export type LinkStanding = "open" | "expired" | "closed";

/** The mentor's own page. */
export type MentorHome = {
  standing: LinkStanding;
  mentorName: string;
  until: PlainDate;
  people: {
    /** The mentor's row for this participant: part of the address of what is theirs. */
    naming: string;
    fullName: string;
    programme: string;
    cohort: string;
    items: MentorItem[];
  }[];
};

export type ReportAnswers = Record<ReportKey, string> & { extent: Extent | null };

/** What a mentor is asked for, on its own page. */
export type MentorTask = {
  fullName: string;
  programme: string;
  cohort: string;
  mentorName: string;
  item: MentorItem;
  /** Null for a report, and while the participant is writing. */
  checkIn: { version: number; text: CheckInText; answer: AnswerView | null } | null;
  /** Null for a check-in. */
  report: {
    version: number;
    answers: ReportAnswers;
    whole: boolean;
    savedOn: PlainDate | null;
    submittedOn: PlainDate | null;
  } | null;
};

/** A participant in the staff's list of mentors. */
export type MentorRow = {
  enrolmentId: string;
  fullName: string;
  workplace: string;
  mentorName: string | null;
  mentorJob: string | null;
  standing: MentorStanding;
  /** Waiting for the mentor's answer. */
  waiting: number;
  /** Since when the oldest of these waits. */
  since: PlainDate | null;
  lastSentOn: PlainDate | null;
};

export type CohortMentors = {
  rows: MentorRow[];
  counts: Record<MentorStanding, number>;
  page: number;
  pages: number;
};

/** A submitted report. */
export type ReportRow = {
  id: string;
  fullName: string;
  workplace: string;
  mentorName: string;
  mentorJob: string;
  module: number | null;
  submittedOn: PlainDate;
  extent: Extent;
};
export type ReportView = ReportRow & { answers: ReportAnswers; title: string };
export type CohortReports = {
  rows: ReportRow[];
  page: number;
  pages: number;
  /** By module: how many are in, of how many that are asked for by now. */
  inSoFar: { module: number | null; submitted: number; asked: number }[];
};
