import { now } from "@/lib/clock";
import { NotFound } from "@/lib/errors";

/** What a route with a personal link's token gets. */
export type TokenContext = { params: Promise<{ token: string }> };

const answer = (status: number, text: string) =>
  new Response(text, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });

/**
 * RFC 8058: a mail program's own button for leaving a list. The one kind of write that the server in front lets in
 * without an Origin (lib/server/gate.ts): it is bound to the token and looks at no session. The sentence in the body
 * is what tells it from a stray request.
 * @param done what to answer once `verb` has done it
 */
export async function oneClick(
  request: Request,
  { params }: TokenContext,
  verb: (token: string, at: Date) => Promise<void>,
  done: string,
): Promise<Response> {
  const form = await request.formData().catch(() => null);
  if (form?.get("List-Unsubscribe") !== "One-Click") return answer(400, "Nothing was changed.");
  try {
    await verb((await params).token, now());
  } catch (error) {
    if (error instanceof NotFound) return answer(404, "There is no such list.");
    throw error;
  }
  return answer(200, done);
}

/** Mail programs without that button open the address instead: they get the page with ours. */
export async function pageOfLink(page: string, { params }: TokenContext): Promise<Response> {
  const Location = `${page}/${encodeURIComponent((await params).token)}`;
  return new Response(null, { status: 303, headers: { Location, "Cache-Control": "no-store" } });
}
