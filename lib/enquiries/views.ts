import type { EnquiryState } from "./schema";
import type { Due } from "./states";

/** What pages show of enquiries: plain values. */

export type EnquiryRow = {
  id: string;
  reference: string;
  name: string;
  email: string;
  /** The beginning of the question. */
  extract: string;
  programme: string | null;
  /** "21 November 2026, 14:05" in London, like every time here. */
  askedAt: string;
  state: EnquiryState;
  /** Only while it waits. */
  due: Due | null;
  dueAt: string;
  answeredAt: string | null;
  /** "4 h late", for an answer after its time. */
  late: string | null;
  setAside: string | null;
};

/** How things stand, whatever the filters: what waits, of that near (within 12 hours) and past its time, and the rest. */
export type EnquiryCounts = Record<EnquiryState, number> & { near: number; late: number };

export type EnquiryQueue = {
  rows: EnquiryRow[];
  total: number;
  page: number;
  pages: number;
  counts: EnquiryCounts;
  /** First answers of the last 30 days, and how many of them came by their time. */
  recent: { answered: number; inTime: number };
};

export type EnquiryForStaff = Omit<EnquiryRow, "extract"> & {
  question: string;
  /** What the form sends back, so that a page out of date is noticed. */
  standing: string;
  closedBy: string | null;
  answers: { id: string; body: string; by: string; answeredAt: string }[];
  /** The others from the same address, the latest first. */
  others: { id: string; reference: string; extract: string; askedAt: string; state: EnquiryState }[];
};

/** What somebody who has the reference sees: nothing that was typed. */
export type EnquiryReceipt = {
  reference: string;
  state: EnquiryState;
  dueAt: string;
  answeredAt: string | null;
};

/** A programme to ask about, and the promise of its prospectus. */
export type ContactChoice = {
  slug: string;
  shortName: string;
  title: string;
  contactEmail: string;
  contactReplyHours: number;
};
