import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";
import { StaleVersion, WrongState } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import type { ApplicationState } from "./schema";
import { canMove, MOVES, type Move } from "./states";

/** What the verbs share: to move an application once, and to end its offer. */

/** What a bulk act writes down in the same transaction: that this one is done. Last, and undoes all when it fails. */
export type Also = (tx: Tx) => Promise<void>;

/**
 * Moves an application by the table of states. The state it is expected in stands in the `where`, so of two at
 * the same moment one wins and the other gets WrongState; with `version`, a page that is out of date gets
 * StaleVersion. Writes the transition and the audit row; `after` adds figures to that, never what people wrote.
 */
export async function move(
  tx: Tx,
  application: { id: string; cohortId: string; state: ApplicationState; version: number },
  step: {
    move: Move;
    by: Actor | null;
    at: Date;
    version?: number;
    reason?: string | null;
    reasonCodes?: readonly string[];
    after?: Prisma.InputJsonObject;
    data?: Prisma.ApplicationUncheckedUpdateManyInput;
  },
): Promise<void> {
  const { to, refusal } = MOVES[step.move];
  if (!canMove(step.move, application.state)) throw new WrongState(refusal);
  if (step.version !== undefined && step.version !== application.version) throw new StaleVersion();
  const { count } = await tx.application.updateMany({
    where: {
      id: application.id,
      state: application.state,
      ...(step.version === undefined ? {} : { version: step.version }),
    },
    data: {
      ...step.data,
      state: to,
      // Only who waits has a place in the waiting list (waiting-list.ts).
      ...(application.state === "waitlisted" ? { waitRank: null } : {}),
      version: { increment: 1 },
      updatedAt: step.at,
    },
  });
  if (count !== 1) throw new WrongState(refusal);
  await tx.applicationTransition.create({
    data: {
      applicationId: application.id,
      fromState: application.state,
      toState: to,
      byId: step.by?.userId ?? null,
      at: step.at,
      reason: step.reason || null,
      reasonCodes: [...(step.reasonCodes ?? [])],
    },
  });
  await recordAudit(
    tx,
    step.by,
    {
      action: `application.${to}`,
      subjectType: "application",
      subjectId: application.id,
      cohortId: application.cohortId,
      before: { state: application.state },
      after: { state: to, ...step.after },
    },
    step.at,
  );
}

/** Ends the offer that stands, and answers whether its place was funded; null when none stands. */
export async function endOffer(
  tx: Tx,
  applicationId: string,
  outcome: "accepted" | "declined" | "expired" | "withdrawn",
  at: Date,
): Promise<{ id: string; fundedPlace: boolean; answerBy: Date } | null> {
  const [offer] = await tx.offer.updateManyAndReturn({
    where: { applicationId, outcome: null },
    data: { outcome, endedAt: at },
    select: { id: true, fundedPlace: true, answerBy: true },
  });
  return offer ?? null;
}
