import { notFound } from "next/navigation";
import type { Actor } from "@/lib/auth/actor";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { myEvent } from "@/lib/events/my-event";
import type { MyEventDetail } from "@/lib/events/views";

/** An event of the viewer's, or the page that says there is none. */
export async function findMyEvent(id: string, page = ""): Promise<{ actor: Actor; event: MyEventDetail }> {
  const actor = await requireViewer(`/dashboard/events/${encodeURIComponent(id)}${page}`);
  return { actor, event: (await myEvent(actor, id, now())) ?? notFound() };
}
