import { viewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { isDatabaseAway, TooMany } from "@/lib/errors";
import { lookUpWorkplaces } from "@/lib/schools/queries";
import { LEAST_TYPED } from "@/lib/schools/schema";

export const dynamic = "force-dynamic";

/** Schools and trusts while a signed-in person types: `?q=` with at least two characters. The form works without it. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await viewer();
    if (!actor) return answer(401, { problem: "Sign in first." });
    const typed = (new URL(request.url).searchParams.get("q") ?? "").trim();
    if (typed.length < LEAST_TYPED) return answer(200, { workplaces: [], more: false });
    return answer(200, await lookUpWorkplaces(actor, typed, now()));
  } catch (error) {
    if (error instanceof TooMany) return answer(429, { problem: error.message });
    if (isDatabaseAway(error)) return answer(503, { problem: "The register cannot be reached just now." });
    throw error;
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
