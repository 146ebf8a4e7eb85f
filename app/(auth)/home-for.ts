import type { Circle } from "@/components/layout/navigation";
import { type Actor, hasRole, isAdministrator, isStaff } from "@/lib/auth/actor";
import { hasEnrolment } from "@/lib/enrolments/queries";

/** The side of the portal that is a person's own: staff with any role, participants once enrolled, else applicants. */
export async function areaOf(actor: Actor): Promise<"staff" | "participant" | "applicant"> {
  if (isStaff(actor)) return "staff";
  return (await hasEnrolment(actor.userId)) ? "participant" : "applicant";
}

const HOMES = { staff: "/staff", participant: "/dashboard", applicant: "/applications" } as const;

/** Where a person goes after signing in, when they were not on their way anywhere. */
export async function homeFor(actor: Actor): Promise<string> {
  return HOMES[await areaOf(actor)];
}

/** What to call a person who may not have told us their name yet; null for a visitor. */
export function nameOrAddress(actor: Actor | null): string | null {
  return actor && (actor.name || actor.email);
}

/** Which pages the navigation shows: a link that answers "not found" helps nobody. It protects nothing. */
export function circlesOf(actor: Actor | null): Circle[] {
  if (!actor) return [];
  if (isAdministrator(actor)) return ["managers", "administrators", "facilitators"];
  const circles: Circle[] = [];
  if (hasRole(actor, "cohort_manager")) circles.push("managers");
  if (hasRole(actor, "facilitator")) circles.push("facilitators");
  return circles;
}
