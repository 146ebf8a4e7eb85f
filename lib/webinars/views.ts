import type { WebinarState } from "./schema";

/** What pages show of webinars: plain values. */

export type WebinarCard = {
  id: string;
  title: string;
  /** "Thursday 3 December 2026, 16:00 to 16:45", in London. */
  when: string;
  state: Exclude<WebinarState, "draft">;
  /** "NPQEL", or null for one about every programme. */
  programme: string | null;
  /** "12 of 40 places left", where the number is limited. */
  places: string | null;
  /** Only once it is over. */
  recordingUrl: string | null;
  /** Markdown. */
  description: string;
};

export type WebinarLists = { coming: WebinarCard[]; past: WebinarCard[] };

/** The one line of a programme's page. */
export type NextWebinar = { id: string; title: string; when: string };

/** What somebody sees under their personal link. */
export type PlaceView = WebinarCard & {
  /** They gave it up. */
  givenUp: boolean;
  /** Until the end, for those who have a place. */
  joiningUrl: string | null;
};

export type StaffWebinarRow = {
  id: string;
  title: string;
  when: string;
  state: WebinarState;
  programme: string | null;
  registered: number;
  capacity: number | null;
  hasRecording: boolean;
};

export type StaffWebinarLists = {
  coming: StaffWebinarRow[];
  past: StaffWebinarRow[];
  page: number;
  pages: number;
};

export type RegisteredRow = {
  id: string;
  name: string;
  email: string;
  /** "21 November 2026, 14:05" in London. */
  registeredAt: string;
  givenUpAt: string | null;
  remindedAt: string | null;
};

export type WebinarForStaff = StaffWebinarRow & {
  version: number;
  /** The form's own values. */
  details: {
    programme: string;
    title: string;
    description: string;
    day: string;
    startTime: string;
    endTime: string;
    joiningUrl: string;
    capacity: string;
  };
  recordingUrl: string | null;
  createdBy: string;
  rows: RegisteredRow[];
  givenUp: number;
  page: number;
  pages: number;
};
