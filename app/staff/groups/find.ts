import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { groupForStaff } from "@/lib/peer-groups/staff-queries";
import type { StaffGroupPage } from "@/lib/peer-groups/views";

/** The group at that address, for its facilitator and those who manage its cohort; for everybody else there is none. */
export async function findGroup(id: string, page = ""): Promise<StaffGroupPage> {
  const actor = await requireStaff(`/staff/groups/${encodeURIComponent(id)}${page}`);
  return (await groupForStaff(actor, id, now())) ?? notFound();
}
