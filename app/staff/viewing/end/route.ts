import { isFromOwnPage } from "@/lib/auth/same-origin";
import { viewer } from "@/lib/auth/session";
import { endViewing } from "@/lib/auth/viewing/look";
import { now } from "@/lib/clock";

/** Ends looking at somebody's pages: `<form method="post" action="/staff/viewing/end">`. There is no GET. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers))
    return new Response("That form was not sent from the portal.", { status: 403 });
  const actor = await viewer();
  if (actor) await endViewing(actor, now());
  return new Response(null, {
    status: 303,
    headers: { Location: "/staff/viewing?ended=1", "Cache-Control": "no-store" },
  });
}
