import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { programmeChoices, webinarForStaff } from "@/lib/webinars/staff-queries";
import type { WebinarForStaff } from "@/lib/webinars/views";

/** A webinar for somebody who may hold webinars, or the page that says there is none. */
export async function findWebinar(id: string, sub = "", page = 1): Promise<WebinarForStaff> {
  const actor = await requireStaff(`/staff/webinars/${encodeURIComponent(id)}${sub}`);
  return (await webinarForStaff(actor, id, { page }, now())) ?? notFound();
}

/** The programmes for the form of somebody who may hold webinars, or the page that says there is none. */
export async function findChoices(path: string) {
  return (await programmeChoices(await requireStaff(path), now())) ?? notFound();
}
