import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarEvent, icsCalendar } from "@/lib/calendar/ics";
import { londonTime } from "@/lib/dates";

const stampedAt = new Date("2026-11-23T09:00:00Z");

/** Reads a calendar the way RFC 5545 says, apart from the code that writes it. */
function read(ics: string): Record<string, string>[] {
  const lines = ics.replace(/\r\n[ \t]/g, "").split("\r\n");
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") events.push({});
    const at = line.indexOf(":");
    const value = line.slice(at + 1).replace(/\\([\\,;nN])/g, (_, sign) => (/n/i.test(sign) ? "\n" : sign));
    const event = events.at(-1);
    if (event) event[line.slice(0, at)] ??= value;
  }
  return events;
}

const at = (day: string): CalendarEvent => ({
  uid: `${day}@x`,
  summary: "Webinar",
  stampedAt,
  startsAt: londonTime(day, "16:00"),
  endsAt: londonTime(day, "17:00"),
});

describe("a calendar file", () => {
  it("has London's time right on both sides of both clock changes", () => {
    const days = ["2026-10-24", "2026-10-26", "2027-03-27", "2027-03-29"];
    const starts = read(icsCalendar("Webinars", days.map(at))).map((event) => event.DTSTART);
    expect(starts).toEqual(["20261024T150000Z", "20261026T160000Z", "20270327T160000Z", "20270329T150000Z"]);
  });

  it("has whole days as days, the end being the day after", () => {
    const window = { uid: "w", summary: "Study", stampedAt, firstDay: "2027-03-01", lastDay: "2027-03-31" };
    const [event] = read(icsCalendar("Route map", [window]));
    expect(event).toMatchObject({ "DTSTART;VALUE=DATE": "20270301", "DTEND;VALUE=DATE": "20270401" });
  });

  it("takes an event back", () => {
    const ics = icsCalendar("x", [{ ...at("2026-12-03"), sequence: 4, cancelled: true }], "CANCEL");
    expect(ics).toContain("\r\nMETHOD:CANCEL\r\n");
    expect(read(ics)[0]).toMatchObject({ SEQUENCE: "4", STATUS: "CANCELLED" });
  });

  it("names who holds it and whose place it is, as an invitation has to, on lines of their own only", () => {
    const people = {
      organizer: { name: 'The "Centre"\r\nX-A:1', email: "npq@example.org" },
      attendee: "maya@example.org",
    };
    const lines = icsCalendar("x", [{ ...at("2026-12-03"), ...people }], "REQUEST")
      .replace(/\r\n /g, "")
      .split("\r\n");
    expect(lines).toContain('ORGANIZER;CN="The CentreX-A:1":mailto:npq@example.org');
    expect(lines).toContain(
      "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:maya@example.org",
    );
  });

  it("brings any text back as it was, in lines of at most 75 bytes, and lets none start a line of its own", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const ics = icsCalendar("x", [{ ...at("2026-12-03"), summary, description }]);
        for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const [event] = read(ics);
        const kept = (given: string) => given.replace(/\r\n|\r/g, "\n").replace(/[^\n\P{Cc}]/gu, "");
        expect(event?.SUMMARY).toBe(kept(summary));
        if (kept(description)) expect(event?.DESCRIPTION).toBe(kept(description));
      }),
    );
    const evil = icsCalendar("x", [
      { ...at("2026-12-03"), summary: "a\r\nATTENDEE:mailto:x@example.org", url: "https://a.example\r\nX:y" },
    ]);
    expect(evil).not.toMatch(/\r\n(ATTENDEE|X):/);
  });
});
