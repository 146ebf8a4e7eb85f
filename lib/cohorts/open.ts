import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import type { Tx } from "../db";
import { NotFound, StaleVersion, WrongState } from "../errors";
import { isId } from "../ids";
import { allows, type Move, stateOf } from "./states";

const SELECT = {
  id: true,
  programmeId: true,
  slug: true,
  name: true,
  startsOn: true,
  applicationsOpen: true,
  applicationsClose: true,
  offerDays: true,
  capacity: true,
  placesTaken: true,
  fundedPlaces: true,
  fundedTaken: true,
  publishedAt: true,
  archivedAt: true,
  version: true,
  routeMapVersion: true,
} as const;

/**
 * A cohort for somebody who manages it and means to change it, locked until the end of the transaction. With a
 * version, from a page that showed that one.
 * @throws NotFound for everybody else, StaleVersion, WrongState for a move that its state does not allow
 */
export async function cohortFor(
  tx: Tx,
  actor: Actor,
  { cohortId, version, move }: { cohortId: string; version?: number; move: Move },
) {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) throw new NotFound();
  await tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE "id" = ${cohortId}::uuid FOR UPDATE`;
  const cohort = await tx.cohort.findUnique({ where: { id: cohortId }, select: SELECT });
  if (!cohort) throw new NotFound();
  if (version !== undefined && cohort.version !== version) throw new StaleVersion();
  if (!allows(move, stateOf(cohort))) throw new WrongState(NOT_NOW[move]);
  return cohort;
}

const NOT_NOW: Record<Move, string> = {
  change: "This cohort is archived: it can be read, not changed. Take it out of the archive first.",
  publish: "This cohort is public already, or archived.",
  archive: "This cohort is archived already.",
  restore: "This cohort is not archived.",
};
