import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { inTransaction, type Tx } from "../db";
import { wakeOutbox } from "../email/wake";
import { ownTally } from "../engagement/own";
import { FieldProblem, NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { missing, type Proposable, proposable } from "./facts";
import { OWN_IDEA, type Proposal } from "./schema";
import { LIVE, whyNot } from "./states";
import { tellReviewers } from "./tell";

/**
 * Proposes an alternative for one of the viewer's milestones that has closed, or whose event they missed: an idea of
 * their own or one of the programme's list. One on its way at a time; the same form sent twice proposes once.
 */
export async function proposeAlternative(
  actor: Actor,
  input: Proposal & { milestoneId: string },
  at: Date,
): Promise<void> {
  const { milestoneId, plan, formKey } = input;
  if (!isId(formKey)) throw new NotFound();
  await inTransaction(async (tx) => {
    const { enrolmentId, cohortId } = await ownTally(tx, actor, milestoneId);
    const facts = await proposable(tx, actor, milestoneId, at);
    if (!facts) throw new NotFound();
    const before = await tx.alternativeActivity.findFirst({
      where: { OR: [{ formKey }, { enrolmentId, milestoneId, state: { in: [...LIVE] } }] },
      select: { formKey: true, enrolmentId: true },
    });
    if (before?.formKey === formKey && before.enrolmentId === enrolmentId) return;
    if (before) throw new WrongState("An alternative for this is on its way already.");
    const reason = whyNot(facts, dayInLondon(at));
    if (reason) throw new WrongState(reason);
    const chosen = await chosenOf(tx, input, facts);
    const data = { enrolmentId, milestoneId, plan, formKey, ...chosen };
    const { id } = await tx.alternativeActivity.create({
      data: { ...data, state: "proposed", proposedAt: at },
      select: { id: true },
    });
    await tx.alternativeStep.create({
      data: { alternativeId: id, fromState: null, toState: "proposed", byId: actor.userId, at },
    });
    const fact = {
      action: "alternative.proposed",
      subjectType: "enrolment",
      subjectId: enrolmentId,
      cohortId,
    };
    const after = { alternativeId: id, milestoneId, minutes: chosen.minutes };
    await recordAudit(tx, actor, { ...fact, after }, at);
    await tellReviewers(tx, { id, enrolmentId, milestoneId }, "proposed", at);
  });
  wakeOutbox();
}

/** What it is and counts for. One of the list counts for its own minutes, never for more than is missing. */
async function chosenOf(
  tx: Tx,
  input: Proposal,
  facts: Proposable,
): Promise<{ optionId: string | null; title: string; minutes: number }> {
  const most = missing(facts);
  if (input.option === OWN_IDEA) {
    const minutes = input.minutes ?? 0;
    if (minutes > most) throw new FieldProblem("minutes", `Choose ${most} minutes or fewer`);
    return { optionId: null, title: input.title, minutes };
  }
  const { programmeId, kind } = facts;
  const option = await tx.alternativeOption.findFirst({
    where: { id: input.option, programmeId, kind, retiredAt: null },
    select: { id: true, title: true, minutes: true },
  });
  if (!option) throw new FieldProblem("option", "Choose one of those that are offered");
  return { optionId: option.id, title: option.title, minutes: Math.min(option.minutes, most) };
}
