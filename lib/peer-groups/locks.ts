import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import type { Tx } from "../db";
import { FieldProblem, NotFound, StaleVersion } from "../errors";
import { isId } from "../ids";

const GROUP = { id: true, cohortId: true, name: true, facilitatorId: true, version: true } as const;

/**
 * Lets those who change the groups of a cohort come one after the other, until the end of the transaction. A lock of
 * its own, so that nobody who takes a place in the cohort waits for it.
 */
export async function lockGroups(tx: Tx, cohortId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`peer-groups:${cohortId}`}, 0))`;
}

/**
 * A group that the actor manages, with its cohort's groups locked.
 * @throws NotFound for everybody else, StaleVersion when it is not the version that the page showed
 */
export async function groupFor(tx: Tx, actor: Actor, id: string, version?: number) {
  const found = isId(id) ? await tx.peerGroup.findUnique({ where: { id }, select: GROUP }) : null;
  if (!found || !managesCohort(actor, found.cohortId)) throw new NotFound();
  await lockGroups(tx, found.cohortId);
  const group = await tx.peerGroup.findUnique({ where: { id }, select: GROUP });
  if (!group) throw new NotFound();
  if (version !== undefined && group.version !== version) throw new StaleVersion();
  return group;
}
export type Group = Awaited<ReturnType<typeof groupFor>>;

/** Somebody who holds the facilitator's role now, with their address; null for nobody. */
export async function facilitatorFor(
  tx: Tx,
  id: string | null,
): Promise<{ id: string; email: string } | null> {
  if (id === null) return null;
  const holds = { some: { role: "facilitator" as const, endedAt: null } };
  const found = isId(id)
    ? await tx.user.findFirst({
        where: { id, accessEndedAt: null, roles: holds },
        select: { id: true, email: true },
      })
    : null;
  if (!found) throw new FieldProblem("facilitatorId", "Choose a facilitator from the list");
  return found;
}

/** Makes the pages that show those groups as they were stale. */
export async function touchGroups(tx: Tx, ids: readonly (string | null)[]): Promise<void> {
  const known = ids.filter((id): id is string => id !== null);
  await tx.peerGroup.updateMany({ where: { id: { in: known } }, data: { version: { increment: 1 } } });
}
