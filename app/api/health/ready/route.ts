import { readiness } from "@/lib/health/readiness";

export const dynamic = "force-dynamic";

/** 200 when this server can do its work, else 503 with a plain reason; answers within about two seconds. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  const headers = { "Cache-Control": "no-store" };
  if (state.ready) return Response.json({ status: "ready" }, { headers });
  return Response.json({ status: "not ready", reason: state.reason }, { status: 503, headers });
}
