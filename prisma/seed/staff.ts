import type { Actor } from "@/lib/auth/actor";
import { appointFirstAdministrator } from "@/lib/auth/first-administrator";
import { actorOf, ensurePerson } from "@/lib/auth/people";
import { grantRole } from "@/lib/auth/roles";
import { db, inTransaction } from "@/lib/db";
import { administrator, cohortManager, facilitators, otherManager, type Person } from "./cast";

/** The people who run the demo. */

/** Somebody's row, made when there is none. */
export async function personId(person: Person, at: Date): Promise<string> {
  const { id } = await inTransaction((tx) => ensurePerson(tx, person, at));
  return id;
}

/** Somebody as they act, with the roles that hold now. */
export async function actorFor(person: Person, at: Date): Promise<Actor> {
  const id = await personId(person, at);
  const actor = await actorOf(db, id);
  if (!actor) throw new Error(`${person.name} has no access`);
  return actor;
}

/** The administrator and the facilitators. */
export async function seedStaff(at: Date): Promise<{ admin: Actor; facilitatorIds: string[] }> {
  await appointFirstAdministrator(administrator, at);
  const admin = await actorFor(administrator, at);
  const facilitatorIds: string[] = [];
  for (const person of facilitators) {
    const userId = await personId(person, at);
    await grantRole(admin, { userId, role: "facilitator", cohortId: null }, at);
    facilitatorIds.push(userId);
  }
  return { admin, facilitatorIds };
}

/** Makes the cohort manager of those cohorts, and another manager of the first one alone. */
export async function seedManagers(
  admin: Actor,
  cohorts: { past: string; own: string[] },
  at: Date,
): Promise<Actor> {
  const userId = await personId(cohortManager, at);
  for (const cohortId of cohorts.own)
    await grantRole(admin, { userId, role: "cohort_manager", cohortId }, at);
  const otherId = await personId(otherManager, at);
  await grantRole(admin, { userId: otherId, role: "cohort_manager", cohortId: cohorts.past }, at);
  return actorFor(cohortManager, at);
}
