import { type QueueFilters, queueFilters } from "@/lib/applications/schema-queue";
import type { Actor } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { downloadHeaders } from "@/lib/csv";
import { dayInLondon } from "@/lib/dates";
import { NotFound, TooMany, WrongState } from "@/lib/errors";
import { XLSX_TYPE } from "@/lib/xlsx";

const TYPES = { csv: "text/csv; charset=utf-8", xlsx: XLSX_TYPE };

/** A view of the queue as a file, named after the day; the filters stand in the address as on the page. */
export async function download(
  request: Request,
  format: keyof typeof TYPES,
  file: (actor: Actor, filters: QueueFilters, at: Date) => Promise<BodyInit>,
): Promise<Response> {
  const { searchParams, pathname, search } = new URL(request.url);
  const actor = await requireStaff(pathname + search);
  const at = now();
  try {
    const body = await file(actor, queueFilters.parse(Object.fromEntries(searchParams)), at);
    const headers = downloadHeaders(`applications-${dayInLondon(at)}.${format}`, TYPES[format]);
    return new Response(body, { headers: { ...headers, "Cache-Control": "no-store" } });
  } catch (error) {
    if (error instanceof NotFound) return plain(404, "There is no such list.");
    if (error instanceof TooMany) return plain(429, error.message);
    if (error instanceof WrongState) return plain(400, error.message);
    throw error;
  }
}

function plain(status: number, text: string): Response {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(text, { status, headers });
}
