import "server-only";
import { recordAudit } from "../audit/record";
import type { Tx } from "../db";
import type { Actor } from "./actor";

/** People's rows: the one place that makes and names them. */

/**
 * The person with this address (already normalised), made when there is none; two at once get the same one.
 * A given name fills an empty one and never replaces what is there.
 */
export async function ensurePerson(
  tx: Tx,
  { email, name = "" }: { email: string; name?: string },
  at: Date,
): Promise<{ id: string; name: string; email: string }> {
  const made = await tx.user.createManyAndReturn({
    data: { email, name, createdAt: at },
    skipDuplicates: true,
    select: { id: true, name: true, email: true },
  });
  const person = made[0];
  if (person) {
    await recordAudit(
      tx,
      { userId: person.id },
      { action: "person.created", subjectType: "user", subjectId: person.id },
      at,
    );
    return person;
  }
  if (name) await tx.user.updateMany({ where: { email, name: "" }, data: { name } });
  return tx.user.findUniqueOrThrow({ where: { email }, select: { id: true, name: true, email: true } });
}

/** Keeps a person's name as they gave it, at most 120 characters: called by the step in which they gave it. */
export async function namePerson(tx: Tx, userId: string, name: string): Promise<void> {
  await tx.user.updateMany({ where: { id: userId, name: { not: name } }, data: { name } });
}

/** The person as an actor, with the roles that hold now; null when their access has ended. */
export async function actorOf(tx: Tx, userId: string): Promise<Actor | null> {
  const user = await tx.user.findFirst({
    where: { id: userId, accessEndedAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      roles: { where: { endedAt: null }, orderBy: { id: "asc" }, select: { role: true, cohortId: true } },
    },
  });
  return user && { userId: user.id, name: user.name, email: user.email, roles: user.roles };
}
