import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { holdPlace, releasePlace } from "../cohorts/places";
import { stateOf } from "../cohorts/states";
import { dayInLondon, plainDate } from "../dates";
import { inTransaction, type Tx } from "../db";
import { wakeOutbox } from "../email/wake";
import { carryRecords, matchedMilestones } from "../engagement/carry";
import { enrol } from "../enrolments/enrol";
import type { GoesAlong } from "../enrolments/goes-along";
import { setPeerGroup } from "../enrolments/group-members";
import { lockedEnrolment, moveEnrolment, refuseOwn } from "../enrolments/move";
import { carryMentorOf } from "../enrolments/name-mentor";
import { FieldProblem, NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { tellThem } from "./change";
import type { TransferInput } from "./schema";

type Input = TransferInput & { cohortId: string; enrolmentId: string };
type Old = Awaited<ReturnType<typeof lockedEnrolment>>;

/**
 * Moves a participant to a later cohort of the programme: a place is taken there, a new enrolment goes on from the old
 * one, what is done is carried over, what is on its way goes along, the mentor stays, the peer group is left, and the
 * old enrolment ends as transferred with all that it has. The old cohort's place is given back only when that cohort has not started.
 * Answers the new enrolment. For those who manage both cohorts.
 * @throws NotFound, StaleVersion, WrongState when no place is left or the person is in that cohort already
 */
export async function transferParticipant(
  actor: Actor,
  input: Input,
  along: readonly GoesAlong[],
  at: Date,
): Promise<string> {
  const { cohortId, enrolmentId, toCohortId, fromState, effectiveOn, message } = input;
  if (!isId(toCohortId) || !managesCohort(actor, cohortId) || !managesCohort(actor, toCohortId))
    throw new NotFound();
  const id = await inTransaction(async (tx) => {
    const old = await lockedEnrolment(tx, enrolmentId);
    if (old.cohortId !== cohortId) throw new NotFound();
    refuseOwn(actor, old);
    const { from, to } = await bothCohorts(tx, cohortId, toCohortId);
    const after = { toCohortId };
    await moveEnrolment(tx, actor, old, { toState: "transferred", fromState, effectiveOn, after }, at);
    if (!(await holdPlace(tx, toCohortId, old.fundedPlace)))
      throw new WrongState(`${to.name} has no ${old.fundedPlace ? "funded " : ""}place left.`);
    if (plainDate(from.startsOn) > dayInLondon(at)) await releasePlace(tx, cohortId, old.fundedPlace);
    const made = await enrolAgain(tx, actor, old, { id: toCohortId, name: to.name }, at);
    const move = { fromId: enrolmentId, toId: made, toCohortId, toCohortName: to.name };
    const matched = await matchedMilestones(tx, enrolmentId, made);
    await carryRecords(tx, { ...move, matched });
    if (old.peerGroupId) await setPeerGroup(tx, { cohortId, enrolmentIds: [enrolmentId], to: null });
    await carryMentorOf(tx, actor, enrolmentId, { enrolmentId: made, cohortId: toCohortId }, at);
    for (const goesAlong of along) await goesAlong(tx, actor, { ...move, matched }, at);
    await tellThem(tx, { ...old, change: "transfer", message }, at);
    return made;
  });
  wakeOutbox();
  return id;
}

async function bothCohorts(tx: Tx, fromId: string, toId: string) {
  const select = {
    name: true,
    startsOn: true,
    programmeId: true,
    publishedAt: true,
    archivedAt: true,
  } as const;
  const from = await tx.cohort.findUniqueOrThrow({ where: { id: fromId }, select });
  const to = await tx.cohort.findUnique({ where: { id: toId }, select });
  if (!to || to.programmeId !== from.programmeId) throw new NotFound();
  if (to.startsOn <= from.startsOn || stateOf(to) !== "published")
    throw new FieldProblem("toCohortId", "Choose a later cohort that is public");
  return { from, to };
}

async function enrolAgain(tx: Tx, actor: Actor, old: Old, to: { id: string; name: string }, at: Date) {
  const { id: continuesId, userId, fundedPlace, fullName, workplace, jobTitle, trn } = old;
  if (await tx.enrolment.count({ where: { userId, cohortId: to.id } }))
    throw new WrongState(`${fullName} is or was in ${to.name} already.`);
  const person = { userId, fundedPlace, fullName, workplace, jobTitle, trn };
  return enrol(tx, { ...person, cohortId: to.id, applicationId: null, continuesId }, actor, at);
}
