import { notFound } from "next/navigation";
import { type Actor, isAdministrator } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { isId } from "@/lib/ids";
import { personForStaff } from "@/lib/people/person";
import type { PersonPage } from "@/lib/people/views";

/** The administrator who asks; for everybody else these pages do not exist. */
export async function requirePeoplePages(path: string): Promise<Actor> {
  const actor = await requireStaff(path);
  return isAdministrator(actor) ? actor : notFound();
}

/** The person at that address, for an administrator. */
export async function findPerson(id: string, page = ""): Promise<{ actor: Actor; person: PersonPage }> {
  const actor = await requirePeoplePages(`/staff/people/${encodeURIComponent(id)}${page}`);
  if (!isId(id)) notFound();
  return { actor, person: (await personForStaff(actor, id, now())) ?? notFound() };
}
