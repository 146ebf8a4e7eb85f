import { exportAudit } from "@/lib/audit-log/queries";
import { auditFilters } from "@/lib/audit-log/schema";
import { viewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { downloadHeaders } from "@/lib/csv";
import { dayInLondon } from "@/lib/dates";
import { NotFound, TooMany } from "@/lib/errors";

/** The audit log's view as CSV, for administrators; for everybody else there is none. */
export async function GET(request: Request): Promise<Response> {
  const actor = await viewer();
  const none = () => new Response("There is no such file.", { status: 404 });
  if (!actor) return none();
  const filters = auditFilters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const at = now();
  try {
    const file = await exportAudit(actor, filters, at);
    const headers = downloadHeaders(`audit-log-${dayInLondon(at)}.csv`, "text/csv; charset=utf-8");
    return new Response(file, { headers: { ...headers, "Cache-Control": "no-store" } });
  } catch (error) {
    if (error instanceof NotFound) return none();
    if (error instanceof TooMany) return new Response(error.message, { status: 429 });
    throw error;
  }
}
