import type { NextRequest } from "next/server";
import NextAuth from "next-auth/next";
import { authOptions } from "@/lib/auth/next-auth";
import { isFromOwnPage } from "@/lib/auth/same-origin";
import { now } from "@/lib/clock";

/**
 * next-auth's own routes, as far as they are needed: its sign-out and the token that it asks for. All others are
 * closed: its e-mail provider would consume a link on a GET, and its session route would tell scripts who is here.
 */
const OPEN = new Set(["GET csrf", "POST signout"]);

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!OPEN.has(`${request.method} ${nextauth.join("/")}`)) return new Response("Not found", { status: 404 });
  if (request.method === "POST" && !isFromOwnPage(request.headers))
    return new Response("Not from here", { status: 403 });
  let fault: unknown;
  const options = authOptions(now(), (error) => {
    fault = error;
  });
  const response: Response = await NextAuth(request, context, options);
  if (fault) throw fault;
  return response;
}

export { handle as GET, handle as POST };
