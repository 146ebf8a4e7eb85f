import { icsCalendar } from "@/lib/calendar/ics";
import { now } from "@/lib/clock";
import { downloadHeaders } from "@/lib/csv";
import { env } from "@/lib/env";
import { routeMapEvents } from "@/lib/route-map/calendar";
import { publicRouteMap } from "@/lib/route-map/queries";

type Context = { params: Promise<{ programme: string }> };

/** The route map as a calendar. Of the cohort that the address names, else of the one that comes next. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const cohort = new URL(request.url).searchParams.get("cohort") ?? undefined;
  const at = now();
  const map = await publicRouteMap((await params).programme, cohort, at);
  if (!map) return new Response("There is no such route map.", { status: 404 });
  const title = [map.programme.shortName, map.cohort?.name, "route map"].filter(Boolean).join(" ");
  const file = icsCalendar(title, routeMapEvents(map, env().NEXTAUTH_URL, at));
  const name = `${map.programme.slug}-${map.cohort?.slug ?? "next"}-route-map.ics`;
  return new Response(file, { headers: downloadHeaders(name, "text/calendar; charset=utf-8") });
}
