import { notFound } from "next/navigation";
import { endorsementForStaff } from "@/lib/applications/endorsement/queries";
import type { EndorsementForStaff } from "@/lib/applications/endorsement/views";
import { applicationForReview } from "@/lib/applications/queries";
import { reviewDesk } from "@/lib/applications/review-queries";
import type { ApplicationForReview } from "@/lib/applications/views";
import type { ReviewDesk } from "@/lib/applications/views-review";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";

/** An application that the viewer may decide, with its reviews; or the page that says there is none. */
export async function findForReview(
  id: string,
  page = "",
): Promise<{ application: ApplicationForReview; desk: ReviewDesk }> {
  const actor = await requireStaff(`/staff/applications/${encodeURIComponent(id)}${page}`);
  const [application, desk] = await Promise.all([
    applicationForReview(actor, id, now()),
    reviewDesk(actor, id),
  ]);
  return application && desk ? { application, desk } : notFound();
}

/** How the sponsor's endorsement of an application stands; null where nobody was asked. */
export async function findEndorsement(id: string): Promise<EndorsementForStaff | null> {
  return endorsementForStaff(await requireStaff("/staff/applications"), id, now());
}
