import { icsCalendar, icsTag } from "@/lib/calendar/ics";
import { now } from "@/lib/clock";
import { feedAt } from "@/lib/events/calendar-feed";

type Context = { params: Promise<{ token: string }> };

/** How often calendars should ask again, for those that heed it. */
const REFRESH = "REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n";

/**
 * A participant's calendar, for the calendar program that has its address. The token in it is all that lets one in.
 * Whoever has it as it is gets no more than that word. Nothing keeps it but the program, which asks again each time.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const events = token.endsWith(".ics") ? await feedAt(token.slice(0, -4), now()) : null;
  const robots = { "X-Robots-Tag": "noindex" };
  if (!events) {
    const headers = { ...robots, "Cache-Control": "no-store" };
    return new Response("There is no calendar at this address.", { status: 404, headers });
  }
  const file = icsCalendar("My NPQ", events).replace("METHOD:PUBLISH\r\n", `METHOD:PUBLISH\r\n${REFRESH}`);
  const tag = icsTag(file);
  const headers = { ...robots, "Cache-Control": "private, no-cache", ETag: tag };
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (known.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(file, { headers: { ...headers, "Content-Type": "text/calendar; charset=utf-8" } });
}
