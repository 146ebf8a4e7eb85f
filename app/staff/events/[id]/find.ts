import { notFound } from "next/navigation";
import type { Actor } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { registerFor } from "@/lib/engagement/queries";
import { registerCorrections } from "@/lib/engagement/register-history";
import type { Register, RegisterCorrection } from "@/lib/engagement/schema";
import { staffEvent } from "@/lib/events/staff-event";
import { eventTimes } from "@/lib/events/times";
import type { StaffEventDetail } from "@/lib/events/views";

const staffAt = (id: string, page: string) => requireStaff(`/staff/events/${encodeURIComponent(id)}${page}`);

/** The event's register, for those who may take it; for everybody else there is no such event. */
export async function findRegister(id: string, page = ""): Promise<Register & { when: string }> {
  const actor = await staffAt(id, page);
  const register = (await registerFor(actor, id, now())) ?? notFound();
  return { ...register, when: eventTimes(register.event.startsAt, register.event.endsAt) };
}

/** What was corrected in it, for the same people. */
export async function findCorrections(id: string): Promise<RegisterCorrection[]> {
  return (await registerCorrections(await staffAt(id, ""), id)) ?? [];
}

/** The event with its places, for those who run it. */
export async function findEvent(id: string, page = ""): Promise<{ actor: Actor; event: StaffEventDetail }> {
  const actor = await staffAt(id, page);
  return { actor, event: (await staffEvent(actor, id, now())) ?? notFound() };
}

/** The same for those who may change it. */
export async function findManaged(id: string, page: string) {
  const found = await findEvent(id, page);
  return found.event.manages ? found : notFound();
}

/** "Spring 2026 · Northfield group · Online" */
export const caption = ({ event }: Register) =>
  [
    event.cohortName,
    event.groupName ?? (event.byChoice ? "those who choose it" : "whole cohort"),
    event.place,
  ].join(" · ");
