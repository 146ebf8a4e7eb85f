import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { enquiryForStaff } from "@/lib/enquiries/queries";
import type { EnquiryForStaff } from "@/lib/enquiries/views";

/** An enquiry that the viewer may answer, or the page that says there is none. */
export async function findEnquiry(id: string, page = ""): Promise<EnquiryForStaff> {
  const actor = await requireStaff(`/staff/enquiries/${encodeURIComponent(id)}${page}`);
  return (await enquiryForStaff(actor, id, now())) ?? notFound();
}
