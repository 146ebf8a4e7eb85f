import type { PlainDate } from "../dates";
import type { EnrolmentState } from "../enrolments/schema";
import type { ItemKind, ItemMode } from "../route-map/schema";
import type { DoneBy, MilestoneState, RecordSource, Tally } from "./schema";

/** What pages are made from: types only, exported by schema.ts. */

/** A milestone with a participant's tally: all that progress is derived from, besides a day. */
export type MilestoneFacts = {
  id: string;
  number: number;
  module: number | null;
  kind: ItemKind;
  title: string;
  mode: ItemMode | null;
  minutes: number | null;
  opensOn: PlainDate | null;
  closesOn: PlainDate | null;
  counts: boolean;
  tally: Tally;
  /** The alternative activity agreed in its place and not yet credited, with its minutes. */
  alternative?: { state: "agreed" | "handed_in" | "sent_back"; minutes: number } | null;
};

/** A dated happening that a milestone is done at. */
export type NextEvent = { id: string; title: string; place: string; startsAt: Date; endsAt: Date };

/** A milestone as its participant sees it. */
export type MyMilestone = MilestoneFacts & {
  note: string | null;
  state: MilestoneState;
  doneBy: DoneBy;
  /** The next event of it that the participant is expected at. */
  event: NextEvent | null;
};

/** Done of required, in minutes. `percent` is rounded down; null when nothing is required. */
export type Share = { doneMinutes: number; requiredMinutes: number; percent: number | null };

export type Engagement = {
  thresholdPercent: number;
  /** Over the milestones that count and whose window has closed. */
  toDate: Share;
  /** Over all the milestones that count. */
  overall: Share;
  /** Where it ends when everything that is still possible gets done. */
  forecast: Share;
  /** What can still be missed without falling below the threshold; 0 when nothing can. */
  canMissMinutes: number;
  /** How far below the threshold the best still possible is; 0 when it can be reached. */
  shortMinutes: number;
  /** Missed, and in the forecast only once an alternative activity is agreed; 0 when it is too late for one. */
  missedMinutes: number;
};

/** The one thing to do now, and why this one. */
export type NextAction = {
  milestone: MyMilestone;
  /** overdue: late, and still possible; now: in its window; later: nothing is open, this opens next. */
  urgency: "overdue" | "now" | "later";
  /** A plain sentence: "It was due on 30 September 2026 and can still be done." */
  reason: string;
};

/** A line of the next 30 days. */
export type SoonItem = {
  milestone: MyMilestone;
  day: PlainDate;
  what: "event" | "closes" | "opens";
};

/** Everything /dashboard shows. */
export type ParticipantOverview = {
  enrolment: {
    id: string;
    state: EnrolmentState;
    fullName: string;
    cohort: { id: string; slug: string; name: string; startsOn: PlainDate };
    programme: {
      slug: string;
      shortName: string;
      title: string;
      durationMonths: number;
      learningMinutes: number;
    };
    groupName: string | null;
  };
  /** The viewer's enrolments in other cohorts. */
  others: { cohortId: string; cohortName: string; shortName: string }[];
  today: PlainDate;
  /** Month of the programme, 1 to durationMonths; 0 before it starts, durationMonths + 1 and on after it. */
  month: number;
  milestones: MyMilestone[];
  engagement: Engagement;
  /** Learning time recorded, against the programme's hours. */
  learning: { minutes: number; ofMinutes: number };
  /** Null when everything is done, and for somebody who is not active. */
  next: NextAction | null;
  soon: SoonItem[];
  /** What others did last that concerns the viewer, newest first: at most five. */
  changes: Change[];
};

/** Something that somebody else did and that concerns the viewer (change-rows.ts). */
export type Change = {
  /** record_again: a record that took the place of an earlier one. */
  kind: "record" | "record_again" | "correction" | "alternative" | "status" | "group" | "event" | "excusal";
  id: string;
  /** The day it was done, in London. */
  day: PlainDate;
  /** True until its participant has marked it as seen. */
  new: boolean;
  milestoneId: string | null;
  title: string | null;
  module: number | null;
  by: string | null;
  /** A record's source, an outcome, a state, a group's name, what was done to an event, "excused" or "required". */
  detail: string | null;
  minutes: number | null;
  /** Of a record: that it completes the item. */
  whole: boolean | null;
};

/** A record as it is listed; those that a later one superseded are kept and shown as such. */
export type RecordView = {
  id: string;
  minutes: number;
  completes: boolean;
  source: RecordSource;
  happenedOn: PlainDate;
  note: string | null;
  recordedBy: string;
  recordedAt: Date;
  /** The cohort that it was carried over from: "Spring 2025"; null for a record of this one. */
  carriedFrom: string | null;
  /** False when a later record took its place. */
  live: boolean;
  /** True when the viewer may correct it. */
  correctable: boolean;
};

/** How an item is told of on its own page; `description` is Markdown. */
export type ItemWords = { description: string | null; place: string | null; placeUrl: string | null };

/** One milestone of the viewer's own, with its records, newest first. */
export type MilestoneDetail = {
  cohortId: string;
  milestone: MyMilestone;
  words: ItemWords;
  /** What was last said about excusing the viewer from it; null where nothing was. */
  excusal: { excused: boolean; reason: string; by: string; day: PlainDate } | null;
  records: RecordView[];
  /** What the viewer can do here now. */
  canLogStudy: boolean;
  canMarkDone: boolean;
  /** True for an audit or evaluation that is open to the viewer. */
  canFillIn: boolean;
  /** First and last day on which study can have happened, as of today. */
  studyFrom: PlainDate;
  studyTo: PlainDate;
};
