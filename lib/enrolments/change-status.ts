import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { inTransaction } from "../db";
import { NotFound } from "../errors";
import { lockedEnrolment, moveEnrolment } from "./move";
import { type StatusChange, statusChange } from "./schema";

/**
 * Defers, withdraws or resumes an enrolment, with DfE's reason code where DfE asks for one, without a word to the
 * person: for setting a cohort up. Pages use lib/status-changes, which also completes and transfers. The place stays
 * taken. For the cohort's managers and administrators; NotFound for everybody else.
 */
export async function changeStatus(actor: Actor, input: StatusChange, at: Date): Promise<void> {
  const { enrolmentId, ...move } = input;
  await inTransaction(async (tx) => {
    const enrolment = await lockedEnrolment(tx, enrolmentId);
    if (!managesCohort(actor, enrolment.cohortId)) throw new NotFound();
    await moveEnrolment(tx, actor, enrolment, statusChange.parse(move), at);
  });
}
