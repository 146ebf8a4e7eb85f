import { icsCalendar } from "@/lib/calendar/ics";
import { now } from "@/lib/clock";
import { feedAt } from "@/lib/events/calendar-feed";

type Context = { params: Promise<{ token: string }> };

/** How often calendars should ask again, for those that heed it. */
const REFRESH = "REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n";

/** A participant's calendar, for the calendar program that has its address. The token in it is all that lets one in. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const events = token.endsWith(".ics") ? await feedAt(token.slice(0, -4), now()) : null;
  const headers = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };
  if (!events) return new Response("There is no calendar at this address.", { status: 404, headers });
  const file = icsCalendar("My NPQ", events).replace("METHOD:PUBLISH\r\n", `METHOD:PUBLISH\r\n${REFRESH}`);
  return new Response(file, { headers: { ...headers, "Content-Type": "text/calendar; charset=utf-8" } });
}
