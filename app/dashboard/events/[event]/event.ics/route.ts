import { viewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { downloadHeaders } from "@/lib/csv";
import { myEventFile } from "@/lib/events/my-event-file";

type Context = { params: Promise<{ event: string }> };

/** One event as a file for a calendar, for a participant who is expected there. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const actor = await viewer();
  const file = actor && (await myEventFile(actor, (await params).event, now()));
  const kept = { "Cache-Control": "no-store" };
  if (!file) return new Response("There is no such event.", { status: 404, headers: kept });
  const headers = downloadHeaders("event.ics", "text/calendar; charset=utf-8");
  return new Response(file, { headers: { ...headers, ...kept } });
}
