import type { Role } from "../generated/prisma/enums";

/** Who acts: a signed-in person with the roles that hold at this moment. Policies and verbs take it. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  roles: readonly { role: Role; cohortId: string | null }[];
  /** While somebody of staff looks at a participant's pages, on both of them: nothing can be written (lib/auth/viewing). */
  viewing?: Viewing;
};

/** A look at a participant's pages, as long as it lasts. */
export type Viewing = {
  id: string;
  by: { userId: string; name: string };
  seen: { userId: string; name: string };
  until: Date;
};

/** True when the person holds the role anywhere. */
export function hasRole(actor: Actor, role: Role): boolean {
  return actor.roles.some((held) => held.role === role);
}

export function isAdministrator(actor: Actor): boolean {
  return hasRole(actor, "administrator");
}

/** True for an administrator and for a cohort manager assigned to that cohort. */
export function managesCohort(actor: Actor, cohortId: string): boolean {
  return (
    isAdministrator(actor) ||
    actor.roles.some((held) => held.role === "cohort_manager" && held.cohortId === cohortId)
  );
}

/** True for anyone who works on the staff side. */
export function isStaff(actor: Actor): boolean {
  return actor.roles.length > 0;
}

/** The cohorts a person manages: "all" for an administrator. The scope of every staff query. */
export function managedCohorts(actor: Actor): "all" | string[] {
  if (isAdministrator(actor)) return "all";
  return actor.roles.flatMap((held) =>
    held.role === "cohort_manager" && held.cohortId ? [held.cohortId] : [],
  );
}
