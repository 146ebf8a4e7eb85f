import { now } from "@/lib/clock";
import { csvFile, downloadHeaders } from "@/lib/csv";
import { publicRouteMap } from "@/lib/route-map/queries";
import { routeMapTable } from "@/lib/route-map/table";

type Context = { params: Promise<{ programme: string }> };

/** The route map as a spreadsheet. Of the cohort that the address names, else of the one that comes next. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const cohort = new URL(request.url).searchParams.get("cohort") ?? undefined;
  const map = await publicRouteMap((await params).programme, cohort, now());
  if (!map) return new Response("There is no such route map.", { status: 404 });
  const name = `${map.programme.slug}-${map.cohort?.slug ?? "next"}-route-map.csv`;
  return new Response(csvFile(routeMapTable(map)), {
    headers: downloadHeaders(name, "text/csv; charset=utf-8"),
  });
}
