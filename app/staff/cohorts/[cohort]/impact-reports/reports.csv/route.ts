import { viewer } from "@/lib/auth/session";
import { downloadHeaders } from "@/lib/csv";
import { reportsFile } from "@/lib/mentoring/reports";

type Context = { params: Promise<{ cohort: string }> };

/** A cohort's impact reports as a spreadsheet, for those who manage it. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const actor = await viewer();
  const file = actor && (await reportsFile(actor, (await params).cohort));
  const kept = { "Cache-Control": "no-store" };
  if (!file) return new Response("There are no such reports.", { status: 404, headers: kept });
  const headers = downloadHeaders("impact-reports.csv", "text/csv; charset=utf-8");
  return new Response(file, { headers: { ...headers, ...kept } });
}
