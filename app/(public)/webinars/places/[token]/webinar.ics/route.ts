import { now } from "@/lib/clock";
import { downloadHeaders } from "@/lib/csv";
import { calendarOf } from "@/lib/webinars/queries";

type Context = { params: Promise<{ token: string }> };

/** A place as an entry for the calendar of whoever has the personal link. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const file = await calendarOf((await params).token, now());
  const fixed = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };
  if (!file) return new Response("There is no such place.", { status: 404, headers: fixed });
  const headers = downloadHeaders("webinar.ics", "text/calendar; charset=utf-8; method=PUBLISH");
  return new Response(file, { headers: { ...headers, ...fixed } });
}
