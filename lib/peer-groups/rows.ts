import { dayInLondon, shortDate, timeInLondon } from "../dates";
import type { Prisma } from "../generated/prisma/client";
import { renderMarkdown } from "../markdown";
import { sessionTimes } from "./times";
import type { Attended, Joining, NoteRow, SessionRow } from "./views";

/** From the tables' rows to what pages show. */

export const byStart = [
  { startsAt: "asc" },
  { id: "asc" },
] as const satisfies Prisma.EventOrderByWithRelationInput[];

export const SESSION_ROW = {
  id: true,
  title: true,
  place: true,
  startsAt: true,
  endsAt: true,
  cancelledAt: true,
} as const satisfies Prisma.EventSelect;
type Found = Prisma.EventGetPayload<{ select: typeof SESSION_ROW }>;

export function sessionRow({ id, title, place, startsAt, endsAt, cancelledAt }: Found, at: Date): SessionRow {
  return {
    id,
    title,
    place,
    day: dayInLondon(startsAt),
    when: sessionTimes(startsAt, endsAt),
    past: endsAt < at,
    cancelled: cancelledAt !== null,
  };
}

/** Where to join, for those who are expected at a session that is not over. */
export function joiningOf(event: { joiningUrl: string | null; instructions: string }): Joining {
  return { url: event.joiningUrl, html: event.instructions ? renderMarkdown(event.instructions) : "" };
}

/** Somebody's live record of a session as a mark. */
export function markOf(record: { minutes: number; completes: boolean } | undefined): Attended {
  if (!record) return null;
  if (record.minutes === 0) return "absent";
  return record.completes ? "present" : "part";
}

/** "21 November 2026, 14:05" in London. */
export const moment = (at: Date) => `${shortDate(dayInLondon(at))}, ${timeInLondon(at)}`;

/** A note with its latest version. */
export const NOTE_ROW = {
  id: true,
  event: { select: { title: true } },
  versions: {
    select: { title: true, at: true, by: { select: { name: true } } },
    orderBy: { number: "desc" },
    take: 1,
  },
} as const satisfies Prisma.PeerNoteSelect;

export function noteRows(rows: readonly Prisma.PeerNoteGetPayload<{ select: typeof NOTE_ROW }>[]): NoteRow[] {
  return rows.flatMap(({ id, event, versions: [last] }) =>
    last
      ? [
          {
            id,
            title: last.title,
            about: event?.title ?? null,
            by: last.by.name || "Somebody",
            at: moment(last.at),
          },
        ]
      : [],
  );
}
