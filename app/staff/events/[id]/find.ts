import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { registerFor } from "@/lib/engagement/queries";
import type { Register } from "@/lib/engagement/schema";
import { eventTimes } from "@/lib/events/times";

/** The event's register, for those who may take it; for everybody else there is no such event. */
export async function findRegister(id: string, page = ""): Promise<Register & { when: string }> {
  const actor = await requireStaff(`/staff/events/${encodeURIComponent(id)}${page}`);
  const register = (await registerFor(actor, id, now())) ?? notFound();
  return { ...register, when: eventTimes(register.event.startsAt, register.event.endsAt) };
}

/** "Spring 2026 · Northfield group · Online" */
export const caption = ({ event }: Register) =>
  [event.cohortName, event.groupName ?? "whole cohort", event.place].join(" · ");
