import { now } from "@/lib/clock";
import { NotFound } from "@/lib/errors";

type Context = { params: Promise<{ token: string }> };
type Handler = (request: Request, context: Context) => Promise<Response>;

const answer = (status: number, text: string) =>
  new Response(text, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });

/**
 * RFC 8058: a mail program's own button for leaving a list. The one kind of write that the server in front lets in
 * without an Origin (lib/server/gate.ts): it is bound to the token and looks at no session. The sentence in the body
 * is what tells it from a stray request. Mail programs without that button open the address instead: they get the page
 * with ours.
 * @param page where that page is, without the token
 */
export function oneClick(
  page: string,
  done: string,
  verb: (token: string, at: Date) => Promise<void>,
): { GET: Handler; POST: Handler } {
  return {
    async POST(request, { params }) {
      const form = await request.formData().catch(() => null);
      if (form?.get("List-Unsubscribe") !== "One-Click") return answer(400, "Nothing was changed.");
      try {
        await verb((await params).token, now());
      } catch (error) {
        if (error instanceof NotFound) return answer(404, "There is no such list.");
        throw error;
      }
      return answer(200, done);
    },
    async GET(_, { params }) {
      const { token } = await params;
      const Location = `${page}/${encodeURIComponent(token)}`;
      return new Response(null, { status: 303, headers: { Location, "Cache-Control": "no-store" } });
    },
  };
}
