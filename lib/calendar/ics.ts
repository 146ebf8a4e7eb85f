import { createHash } from "node:crypto";
import { addPlainDays, type PlainDate } from "../dates";

/**
 * Calendars as Google, Apple and Outlook take them (RFC 5545). Times are written in UTC, so that no clock change
 * touches them; whole days as days, so that no time zone does.
 */

export type CalendarEvent = {
  /** Stays the same for as long as the event is the same event; unique in the world. */
  uid: string;
  summary: string;
  description?: string | undefined;
  location?: string | undefined;
  url?: string | undefined;
  /** Goes up when the event changes, so that calendars take the newer one. */
  sequence?: number;
  /** When this was written. */
  stampedAt: Date;
  cancelled?: boolean;
  /** Who holds it. An invitation, and the taking back of one, name both of these (RFC 5546). */
  organizer?: { name: string; email: string } | undefined;
  /** The address of the one person whose place it is; they have said that they come. */
  attendee?: string | undefined;
} & ({ startsAt: Date; endsAt: Date } | { firstDay: PlainDate; lastDay: PlainDate });

/** PUBLISH is a calendar to keep; REQUEST an invitation; CANCEL takes one back. */
export type CalendarMethod = "PUBLISH" | "REQUEST" | "CANCEL";

/** The whole file. Lines end with CRLF and none is longer than 75 bytes. */
export function icsCalendar(
  name: string,
  events: readonly CalendarEvent[],
  method: CalendarMethod = "PUBLISH",
): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//UCL Centre for Educational Leadership//NPQ portal//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join("");
}

/** The same for files that say the same, whenever they were written: what programs ask by whether there is a newer one. */
export function icsTag(file: string): string {
  const said = file.replaceAll(/^DTSTAMP:.*\r\n/gm, "");
  return `W/"${createHash("sha256").update(said).digest("base64url")}"`;
}

function eventLines(event: CalendarEvent): string[] {
  const optional = (property: string, value: string | undefined) =>
    value ? [`${property}:${escaped(value)}`] : [];
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${utc(event.stampedAt)}`,
    ...("startsAt" in event
      ? [`DTSTART:${utc(event.startsAt)}`, `DTEND:${utc(event.endsAt)}`]
      : // The end of a span of days is the first day that no longer belongs to it.
        [
          `DTSTART;VALUE=DATE:${compact(event.firstDay)}`,
          `DTEND;VALUE=DATE:${compact(addPlainDays(event.lastDay, 1))}`,
          // A window of weeks does not mean that somebody is busy all the while.
          "TRANSP:TRANSPARENT",
        ]),
    `SEQUENCE:${event.sequence ?? 0}`,
    `STATUS:${event.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    `SUMMARY:${escaped(event.summary)}`,
    ...optional("DESCRIPTION", event.description),
    ...optional("LOCATION", event.location),
    ...(event.organizer
      ? [`ORGANIZER;CN="${parameter(event.organizer.name)}":mailto:${plain(event.organizer.email)}`]
      : []),
    ...(event.attendee
      ? [`ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${plain(event.attendee)}`]
      : []),
    ...(event.url ? [`URL:${event.url.replace(/[\r\n]/g, "")}`] : []),
    "END:VEVENT",
  ];
}

const utc = (at: Date) => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
const compact = (day: PlainDate) => day.replaceAll("-", "");

/** Text in a value: commas, semicolons, backslashes and line breaks mean something there; other controls go. */
function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(/[,;]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, "\\n")
    .replaceAll(/\p{Cc}/gu, "");
}

/** A value that is not text: no line of its own. */
const plain = (text: string) => text.replace(/[\p{Cc}\s]+/gu, "");
/** Text in quotes after a property's name. */
const parameter = (text: string) => text.replace(/["\p{Cc}]+/gu, "");

const LONGEST = 75;

/** A line in pieces of at most 75 bytes, each further one after a space; no character is cut in half. */
function folded(line: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LONGEST) {
      pieces.push(piece);
      piece = " ";
      bytes = 1;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece];
}
