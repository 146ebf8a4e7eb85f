import { type Actor, isAdministrator, managedCohorts } from "../auth/actor";
import type { Prisma } from "../generated/prisma/client";

/**
 * Who may edit a prospectus. Administrators edit everything. Managers of one of the programme's cohorts edit and
 * publish its words: sections, learning areas, voices. What binds the provider (fee, VAT, hours, length, names,
 * contact) is for administrators, and so is publishing a draft that changes it.
 */

/** The programmes whose prospectus a person may edit. */
export function editable(actor: Actor): Prisma.ProgrammeWhereInput {
  const managed = managedCohorts(actor);
  return managed === "all" ? {} : { cohorts: { some: { id: { in: managed } } } };
}

/** Whether a person may change the facts of a programme. */
export function canEditFacts(actor: Actor): boolean {
  return isAdministrator(actor);
}
