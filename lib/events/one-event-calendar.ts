import type { CalendarEvent } from "../calendar/ics";

export type CalendarFacts = {
  id: string;
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  version: number;
};

/** An event as an entry of a participant's calendar: the same in their feed and as a file of its own. Pure. */
export function calendarEntry(
  event: CalendarFacts,
  shortName: string,
  origin: string,
  at: Date,
): CalendarEvent {
  const { id, title, place, startsAt, endsAt, version } = event;
  return {
    uid: `event-${id}@${new URL(origin).hostname}`,
    summary: `${shortName}: ${title}`,
    location: place,
    url: `${origin}/dashboard/events/${id}`,
    sequence: version,
    stampedAt: at,
    startsAt,
    endsAt,
  };
}
