import { notFound } from "next/navigation";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { milestoneDetail } from "@/lib/engagement/queries";
import { fullTitle } from "@/lib/route-map/schema";

/** An item of the viewer's own route map, for its page and the pages below it; for everybody else there is none. */
export async function findItem(id: string, page = "") {
  const home = `/dashboard/route-map/${encodeURIComponent(id)}`;
  const actor = await requireViewer(home + page);
  const detail = (await milestoneDetail(actor, id, now())) ?? notFound();
  return { actor, detail, home, title: fullTitle(detail.milestone) };
}
