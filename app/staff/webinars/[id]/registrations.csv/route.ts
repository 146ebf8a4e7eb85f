import { viewer } from "@/lib/auth/session";
import { downloadHeaders } from "@/lib/csv";
import { registrationsFile } from "@/lib/webinars/registrations";

type Context = { params: Promise<{ id: string }> };

/** Who registered for a webinar, as a spreadsheet, for those who hold webinars. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const actor = await viewer();
  const file = actor && (await registrationsFile(actor, (await params).id));
  const kept = { "Cache-Control": "no-store" };
  if (!file) return new Response("There is no such webinar.", { status: 404, headers: kept });
  const headers = downloadHeaders("webinar-registrations.csv", "text/csv; charset=utf-8");
  return new Response(file, { headers: { ...headers, ...kept } });
}
