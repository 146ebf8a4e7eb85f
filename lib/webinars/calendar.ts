import { type CalendarMethod, icsCalendar } from "../calendar/ics";
import { PROVIDER_NAME } from "../email/layout";
import type { Attachment } from "../email/queue";
import { env } from "../env";

/** A place in a webinar as an entry of somebody's calendar. */

export type CalendarPlace = {
  webinar: { title: string; startsAt: Date; endsAt: Date; version: number };
  /** A place that was given up and taken again is another entry: calendars ignore what they were told to drop. */
  registration: { id: string; email: string; registeredAt: Date };
  /** The personal link; not in what takes the entry back. */
  link?: string;
};

/** The file. REQUEST puts the entry there or moves it, CANCEL takes it away, PUBLISH is for downloading. */
export function placeCalendar(
  { webinar, registration, link }: CalendarPlace,
  method: CalendarMethod,
  at: Date,
  sequence = webinar.version,
): string {
  const { NEXTAUTH_URL, MAIL_FROM } = env();
  const uid = `webinar-${registration.id}-${registration.registeredAt.getTime()}@${new URL(NEXTAUTH_URL).hostname}`;
  const event = {
    uid,
    summary: webinar.title,
    description: link ? `Your page, with the joining link: ${link}` : undefined,
    location: "Online",
    url: link,
    startsAt: webinar.startsAt,
    endsAt: webinar.endsAt,
    sequence,
    stampedAt: at,
    cancelled: method === "CANCEL",
    organizer: { name: PROVIDER_NAME, email: addressOf(MAIL_FROM) },
    // A calendar to keep names nobody who comes.
    attendee: method === "PUBLISH" ? undefined : registration.email,
  };
  return icsCalendar(webinar.title, [event], method);
}

/** The same as a file that goes with an e-mail. */
export function placeAttachment(
  place: CalendarPlace,
  method: "REQUEST" | "CANCEL",
  at: Date,
  sequence?: number,
): Attachment {
  return {
    name: "webinar.ics",
    type: `text/calendar; charset=utf-8; method=${method}`,
    text: placeCalendar(place, method, at, sequence),
  };
}

/** The address in "NPQ team <npq@example.org>". */
function addressOf(sender: string): string {
  return /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender.trim();
}
