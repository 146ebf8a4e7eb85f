import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { dateColumn } from "../dates";
import { inTransaction } from "../db";
import { FieldProblem, NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { type StatusChange, statusChange } from "./schema";
import { canMove, reasonsFor } from "./states";

/**
 * Defers, withdraws, resumes or completes an enrolment, with DfE's reason code where DfE asks for one. The place
 * stays taken. For the cohort's managers and administrators; NotFound for everybody else.
 */
export async function changeStatus(actor: Actor, input: StatusChange, at: Date): Promise<void> {
  if (!isId(input.enrolmentId)) throw new NotFound();
  const { enrolmentId, toState, reasonCode, effectiveOn } = statusChange.parse(input);
  await inTransaction(async (tx) => {
    const enrolment = await tx.enrolment.findUnique({
      where: { id: enrolmentId },
      select: { state: true, cohortId: true },
    });
    if (!enrolment || !managesCohort(actor, enrolment.cohortId)) throw new NotFound();
    const { state: fromState, cohortId } = enrolment;
    if (!canMove(fromState, toState))
      throw new WrongState(`An enrolment that is ${fromState} cannot become ${toState}.`);
    const reasons = reasonsFor(toState);
    if (reasons && !(reasonCode && reasons.includes(reasonCode)))
      throw new FieldProblem("reasonCode", "Choose a reason");
    const { count } = await tx.enrolment.updateMany({
      where: { id: enrolmentId, state: fromState },
      data: { state: toState },
    });
    if (count !== 1) throw new WrongState("Somebody changed this enrolment meanwhile. Reload the page.");
    await tx.enrolmentStatusChange.create({
      data: {
        enrolmentId,
        fromState,
        toState,
        reasonCode: reasons ? reasonCode : null,
        effectiveOn: dateColumn(effectiveOn),
        byId: actor.userId,
        at,
      },
    });
    const fact = { subjectType: "enrolment", subjectId: enrolmentId, cohortId, before: { state: fromState } };
    const after = { state: toState, ...(reasons && reasonCode ? { reasonCode } : {}) };
    await recordAudit(tx, actor, { ...fact, action: `enrolment.${toState}`, after }, at);
  });
}
