import "server-only";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";
import { NotFound, StaleVersion, WrongState } from "../errors";
import { isId } from "../ids";
import { canHold } from "./policy";
import { allows, type Move, stateOf } from "./states";

const SELECT = {
  id: true,
  programmeId: true,
  title: true,
  startsAt: true,
  endsAt: true,
  joiningUrl: true,
  capacity: true,
  placesTaken: true,
  recordingUrl: true,
  publishedAt: true,
  cancelledAt: true,
  version: true,
} as const;

/**
 * A webinar as it stands, locked until the end of the transaction, so that those who change it, register for it or
 * leave it come one after the other.
 * @throws NotFound
 */
export async function lockedWebinar(tx: Tx, id: string) {
  if (!isId(id)) throw new NotFound();
  await tx.$queryRaw`SELECT 1 FROM "Webinar" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const webinar = await tx.webinar.findUnique({ where: { id }, select: SELECT });
  if (!webinar) throw new NotFound();
  return webinar;
}
export type OpenWebinar = Awaited<ReturnType<typeof lockedWebinar>>;

/**
 * The same for somebody who holds webinars and means to change this one, from a page that showed that version.
 * @throws NotFound for everybody else, StaleVersion, WrongState for a move that its state does not allow
 */
export async function webinarFor(
  tx: Tx,
  actor: Actor,
  { webinarId, version, move }: { webinarId: string; version: number; move: Move },
  at: Date,
): Promise<OpenWebinar> {
  if (!canHold(actor)) throw new NotFound();
  const webinar = await lockedWebinar(tx, webinarId);
  if (webinar.version !== version) throw new StaleVersion();
  if (!allows(move, stateOf(webinar, at))) throw new WrongState(NOT_NOW[move]);
  return webinar;
}

const NOT_NOW: Record<Move, string> = {
  change: "This webinar is over or cancelled, so it stays as it is.",
  publish: "This webinar is public already, or it was cancelled.",
  cancel: "This webinar is over or cancelled already.",
  record: "A recording can be added once the webinar is over.",
  register: "Nobody can register for this webinar any more.",
  give_up: "This webinar is over or cancelled, so there is no place to give up.",
};
