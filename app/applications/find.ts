import { notFound } from "next/navigation";
import { applicationByReference } from "@/lib/applications/queries";
import type { ApplicationView } from "@/lib/applications/views";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";

/** The viewer's own application at that address, or the page that says there is none. */
export async function findOwn(reference: string, page = ""): Promise<ApplicationView> {
  const actor = await requireViewer(`/applications/${encodeURIComponent(reference)}${page}`);
  return (await applicationByReference(actor, reference, now())) ?? notFound();
}
