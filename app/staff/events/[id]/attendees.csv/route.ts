import { viewer } from "@/lib/auth/session";
import { downloadHeaders } from "@/lib/csv";
import { attendeesFile } from "@/lib/events/who-comes";

type Context = { params: Promise<{ id: string }> };

/** Who comes to an event, as a spreadsheet, for those who manage its cohort. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const actor = await viewer();
  const file = actor && (await attendeesFile(actor, (await params).id));
  const kept = { "Cache-Control": "no-store" };
  if (!file) return new Response("There is no such event.", { status: 404, headers: kept });
  const headers = downloadHeaders("event-attendees.csv", "text/csv; charset=utf-8");
  return new Response(file, { headers: { ...headers, ...kept } });
}
