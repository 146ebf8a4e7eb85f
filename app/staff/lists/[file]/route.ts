import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { downloadHeaders } from "@/lib/csv";
import { dayInLondon } from "@/lib/dates";
import { NotFound, TooMany } from "@/lib/errors";
import { FORMATS, takeOut } from "@/lib/list-file";
import { listNamed } from "../lists";

type Context = { params: Promise<{ file: string }> };

/**
 * A list as a file: `/staff/lists/applications.csv?state=offered`. What stands after the question mark is what stands
 * in the address of the list's page.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { searchParams, pathname, search } = new URL(request.url);
  const actor = await requireStaff(pathname + search);
  const asked = listNamed((await params).file);
  if (!asked) return plain(404, "There is no such list.");
  const at = now();
  try {
    const body = await takeOut(actor, { ...asked, query: Object.fromEntries(searchParams) }, at);
    const { name, format } = asked;
    const headers = downloadHeaders(`${name}-${dayInLondon(at)}.${format}`, FORMATS[format]);
    return new Response(body, { headers: { ...headers, "Cache-Control": "no-store" } });
  } catch (error) {
    if (error instanceof NotFound) return plain(404, "There is no such list.");
    if (error instanceof TooMany) return plain(429, error.message);
    throw error;
  }
}

function plain(status: number, text: string): Response {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(text, { status, headers });
}
