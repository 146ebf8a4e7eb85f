import { forgetSession, sessionToken } from "@/lib/auth/cookies";
import { isFromOwnPage } from "@/lib/auth/same-origin";
import { signOut } from "@/lib/auth/sign-out";

/** Signs this browser out: `<form method="post" action="/sign-out">` on any page. There is no GET. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers))
    return new Response("That form was not sent from the portal.", { status: 403 });
  await signOut(await sessionToken());
  await forgetSession();
  // A relative address: the request's own idea of its host is not to be trusted.
  return new Response(null, {
    status: 303,
    headers: { Location: "/sign-in?reason=signed-out", "Cache-Control": "no-store" },
  });
}
