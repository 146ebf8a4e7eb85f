import { z } from "zod";
import type { PlainDate } from "../dates";

/** A participant's file as staff read it. Safe in the browser. */

export const TIMELINE_KINDS = [
  "record",
  "work",
  "event",
  "correction",
  "alternative",
  "status",
  "email",
  "contact",
  "role",
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];
export const TIMELINE_WORDS: Record<TimelineKind, string> = {
  record: "Records",
  work: "Sent in",
  event: "Places and apologies",
  correction: "Corrections",
  alternative: "Alternatives",
  status: "Status and groups",
  email: "E-mails",
  contact: "Contacts",
  role: "Roles",
};

export const TIMELINE_PAGE_SIZE = 40;

/** What of the timeline is shown, from the address; unknown values fall back to the first page of all. */
export const timelineQuestion = z.object({
  kind: z.enum(TIMELINE_KINDS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type TimelineQuestion = z.output<typeof timelineQuestion>;

/** One thing that happened. */
export type TimelineEntry = {
  kind: TimelineKind;
  id: string;
  day: PlainDate;
  /** "16:05" in London. */
  time: string;
  /** In words, from the tables' own: "Attendance register: 2 h". */
  what: string;
  /** The milestone, event or subject that it is about. */
  about: string | null;
  /** Why, or what was said, where staff may read it. */
  words: string | null;
  /** Null for the portal itself. */
  by: string | null;
  /** True for a record that a later one replaced. */
  replaced: boolean;
};
