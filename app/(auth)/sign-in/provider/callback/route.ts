import type { NextRequest } from "next/server";
import { browserSecret, keepSession, sessionToken } from "@/lib/auth/cookies";
import { finishAtProvider } from "@/lib/auth/provider/finish";
import { now } from "@/lib/clock";
import { staffProvider } from "@/lib/env";

/**
 * Where the provider sends people back to. A GET that signs in, because OpenID Connect is made so: it is good for one
 * browser and once. The address is left at once, so that the code in it stays in no history.
 */
export async function GET(request: NextRequest): Promise<Response> {
  if (!staffProvider()) return new Response("Not found", { status: 404 });
  const browser = { browserSecret: await browserSecret(), sessionToken: await sessionToken() };
  const finished = await finishAtProvider(request.nextUrl.searchParams, browser, now());
  if ("refused" in finished) return on(`/sign-in?reason=provider-${finished.refused}`);
  await keepSession(finished.token, finished.cookieSeconds);
  return on(finished.returnTo ?? "/staff");
}

/** A relative address: the request's own idea of its host is not to be trusted. */
const on = (path: string) =>
  new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
