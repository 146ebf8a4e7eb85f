import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import {
  type ProgrammeFunding,
  programmeFunding,
  type UploadDetail,
  uploadOf,
} from "@/lib/funding/staff-queries";

/** A programme's funding for those who look after it; for everybody else there is none. */
export async function findFunding(slug: string, page = ""): Promise<ProgrammeFunding & { home: string }> {
  const home = `/staff/funding/${encodeURIComponent(slug)}`;
  const actor = await requireStaff(home + page);
  const found = (await programmeFunding(actor, slug, now())) ?? notFound();
  return { ...found, home };
}

/** An uploaded file for those who keep the lists. */
export async function findUpload(id: string): Promise<UploadDetail> {
  const actor = await requireStaff(`/staff/funding/lists/${encodeURIComponent(id)}`);
  return (await uploadOf(actor, id)) ?? notFound();
}
