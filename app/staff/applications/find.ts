import { notFound } from "next/navigation";
import { applicationForReview } from "@/lib/applications/queries";
import type { ApplicationForReview } from "@/lib/applications/views";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";

/** An application that the viewer may decide, or the page that says there is none. */
export async function findForReview(id: string, page = ""): Promise<ApplicationForReview> {
  const actor = await requireStaff(`/staff/applications/${encodeURIComponent(id)}${page}`);
  return (await applicationForReview(actor, id, now())) ?? notFound();
}
