import "server-only";
import type { Actor } from "../auth/actor";
import { icsCalendar } from "../calendar/ics";
import { env } from "../env";
import { myEvent } from "./my-event";
import { calendarEntry } from "./one-event-calendar";

/** One event of the viewer's as a calendar file; null for one that is not theirs to see, and for a cancelled one. */
export async function myEventFile(actor: Actor, eventId: string, at: Date): Promise<string | null> {
  const event = await myEvent(actor, eventId, at);
  if (!event || event.state === "cancelled") return null;
  return icsCalendar(event.title, [calendarEntry(event, event.shortName, env().NEXTAUTH_URL, at)]);
}
