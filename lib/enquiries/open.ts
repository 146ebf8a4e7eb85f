import "server-only";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";
import { NotFound, StaleVersion, WrongState } from "../errors";
import { isId } from "../ids";
import { canAnswer } from "./policy";
import { MOVES, standing, stateOf } from "./states";

/** Somebody answered it, or set it aside, while the page was open. Nothing of what was typed is lost. */
export class DealtWithMeanwhile extends StaleVersion {
  override message =
    "Somebody else dealt with this enquiry after you opened it, so nothing was sent. Nothing you typed is lost: read what they did, then send yours if it is still needed.";
}

/**
 * An enquiry for somebody who may answer it, locked until the end of the transaction, so that two people come one
 * after the other.
 * @throws NotFound, also for whoever may not see enquiries
 */
export async function lockedEnquiry(tx: Tx, actor: Actor, enquiryId: string) {
  if (!canAnswer(actor) || !isId(enquiryId)) throw new NotFound();
  await tx.$queryRaw`SELECT 1 FROM "Enquiry" WHERE "id" = ${enquiryId}::uuid FOR UPDATE`;
  const enquiry = await tx.enquiry.findUnique({
    where: { id: enquiryId },
    select: {
      id: true,
      reference: true,
      name: true,
      email: true,
      question: true,
      createdAt: true,
      dueAt: true,
      answeredAt: true,
      closedAt: true,
      _count: { select: { answers: true } },
    },
  });
  if (!enquiry) throw new NotFound();
  const { _count, ...facts } = enquiry;
  return { ...facts, state: stateOf(enquiry), answers: _count.answers };
}

type Locked = Awaited<ReturnType<typeof lockedEnquiry>>;

/** @throws DealtWithMeanwhile from a page that is out of date, WrongState for a move that the table does not allow */
export function mustAllow(move: keyof typeof MOVES, { state, answers }: Locked, seen: string): void {
  if (seen !== standing(state, answers)) throw new DealtWithMeanwhile();
  if (!MOVES[move].includes(state))
    throw new WrongState("This enquiry does not wait for an answer any more.");
}
