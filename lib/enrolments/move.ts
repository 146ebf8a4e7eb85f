import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { dateColumn, dayInLondon, longDate, type PlainDate, plainDate } from "../dates";
import type { Tx } from "../db";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "../errors";
import { isId } from "../ids";
import type { EnrolmentState } from "./schema";
import { canMove, reasonsFor } from "./states";

export type Move = {
  enrolmentId: string;
  toState: EnrolmentState;
  /** The state that the page showed; another one meanwhile is a StaleVersion. */
  fromState?: EnrolmentState;
  reasonCode?: string;
  effectiveOn: PlainDate;
  /** Why it is completed although the rules are not met. */
  override?: string;
};

/** An enrolment, kept as it is until the end of the transaction, so that two changes come one after the other. */
export async function lockedEnrolment(tx: Tx, enrolmentId: string) {
  if (!isId(enrolmentId)) throw new NotFound();
  await tx.$queryRaw`SELECT 1 FROM "Enrolment" WHERE "id" = ${enrolmentId}::uuid FOR UPDATE`;
  const enrolment = await tx.enrolment.findUnique({ where: { id: enrolmentId } });
  if (!enrolment) throw new NotFound();
  return enrolment;
}

/** Nobody decides about their own place, whatever they manage. @throws WrongState */
export function refuseOwn(actor: Actor, enrolment: { userId: string }): void {
  if (enrolment.userId === actor.userId)
    throw new WrongState("This is your own place: somebody else has to do this.");
}

/** @throws StaleVersion when the page showed another state, WrongState for a change that is not legal */
export function checkMove(
  state: EnrolmentState,
  { fromState, toState }: { fromState?: EnrolmentState; toState: EnrolmentState },
): void {
  if (fromState && fromState !== state) throw new StaleVersion();
  if (!canMove(state, toState))
    throw new WrongState(`An enrolment that is ${state} cannot become ${toState}.`);
}

/**
 * Changes the state of an enrolment inside the step that decides it, which authorises and has locked it: the write,
 * the change as a fact, the audit row. The change counts from the moment it is made; `effectiveOn` is the day it is
 * said to hold from: today or an earlier one, not before the change before it.
 * @throws WrongState for an illegal change, StaleVersion, FieldProblem for the reason or the day
 */
export async function moveEnrolment(
  tx: Tx,
  actor: Actor,
  enrolment: { id: string; state: EnrolmentState; cohortId: string },
  move: Omit<Move, "enrolmentId"> & { after?: Record<string, string | number> },
  at: Date,
): Promise<void> {
  const { id: enrolmentId, state: fromState, cohortId } = enrolment;
  const { toState, reasonCode, effectiveOn, override } = move;
  checkMove(fromState, move);
  const reasons = reasonsFor(toState);
  if (reasons && !(reasonCode && reasons.includes(reasonCode)))
    throw new FieldProblem("reasonCode", "Choose a reason");
  await checkDay(tx, enrolmentId, effectiveOn, at);
  const { count } = await tx.enrolment.updateMany({
    where: { id: enrolmentId, state: fromState },
    data: { state: toState },
  });
  if (count !== 1) throw new StaleVersion();
  const kept = reasons && reasonCode ? { reasonCode } : {};
  await tx.enrolmentStatusChange.create({
    data: {
      enrolmentId,
      fromState,
      toState,
      ...kept,
      effectiveOn: dateColumn(effectiveOn),
      byId: actor.userId,
      at,
      ...(override ? { override } : {}),
    },
  });
  const after = {
    state: toState,
    effectiveOn,
    ...kept,
    ...(override ? { override: true } : {}),
    ...move.after,
  };
  const fact = { subjectType: "enrolment", subjectId: enrolmentId, cohortId, before: { state: fromState } };
  await recordAudit(tx, actor, { ...fact, action: `enrolment.${toState}`, after }, at);
}

async function checkDay(tx: Tx, enrolmentId: string, effectiveOn: PlainDate, at: Date): Promise<void> {
  if (effectiveOn > dayInLondon(at))
    throw new FieldProblem("effectiveOn", "Enter today or an earlier day: the change holds from now on");
  const last = await tx.enrolmentStatusChange.findFirst({
    where: { enrolmentId },
    orderBy: [{ effectiveOn: "desc" }],
    select: { effectiveOn: true },
  });
  const since = last && plainDate(last.effectiveOn);
  if (since && effectiveOn < since)
    throw new FieldProblem(
      "effectiveOn",
      `Enter ${longDate(since)} or a later day: that was the last change`,
    );
}
