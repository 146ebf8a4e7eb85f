import { notFound } from "next/navigation";
import type { Actor } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";
import { cohortById } from "@/lib/cohorts/queries";
import type { StaffCohort } from "@/lib/cohorts/schema";

/**
 * The cohort at that address, for those who manage it; for everybody else there is none. The address carries the
 * identifier: the two slugs run together ("npqel-spring-2026") could be cut in more than one place, and a
 * cohort that is renamed would break what people have kept.
 */
export async function findCohort(id: string, page = ""): Promise<{ actor: Actor; cohort: StaffCohort }> {
  const actor = await requireStaff(`/staff/cohorts/${encodeURIComponent(id)}${page}`);
  return { actor, cohort: (await cohortById(actor, id)) ?? notFound() };
}

/** "NPQEL, Spring 2026" */
export const cohortTitle = ({ programme, name }: StaffCohort) => `${programme.shortName}, ${name}`;
