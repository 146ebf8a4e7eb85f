import { now } from "@/lib/clock";
import { NotFound } from "@/lib/errors";
import { leaveList } from "@/lib/interest/leave";

type Context = { params: Promise<{ token: string }> };

const answer = (status: number, text: string) =>
  new Response(text, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });

/**
 * RFC 8058: a mail program's own button for leaving a list. The one write that the server in front lets in without
 * an Origin (lib/server/gate.ts): it is bound to the token and looks at no session. The sentence in the body is what
 * tells it from a stray request.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const form = await request.formData().catch(() => null);
  if (form?.get("List-Unsubscribe") !== "One-Click") return answer(400, "Nothing was changed.");
  try {
    await leaveList((await params).token, now());
  } catch (error) {
    if (error instanceof NotFound) return answer(404, "There is no such list.");
    throw error;
  }
  return answer(200, "You have left the list.");
}

/** Mail programs without that button open the address instead: they get the page with ours. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new Response(null, {
    status: 303,
    headers: {
      Location: `/be-told/leave/${encodeURIComponent(token)}`,
      "Cache-Control": "no-store",
    },
  });
}
