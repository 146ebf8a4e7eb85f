import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { dayInLondon, plainDate } from "../dates";
import { inTransaction } from "../db";
import { WrongState } from "../errors";
import { cohortFor } from "./open";
import { stateOf } from "./states";

type Step = { cohortId: string; version: number };

/**
 * Archives a cohort: from then on it is read only (the database refuses the rest), not public, and out of the lists.
 * Nobody may be active in it, no application may wait for an answer, and none may still come in. For its managers and
 * administrators.
 * @throws NotFound, StaleVersion, WrongState with what stands in the way
 */
export async function archiveCohort(actor: Actor, { cohortId, version }: Step, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const cohort = await cohortFor(tx, actor, { cohortId, version, move: "archive" });
    const active = await tx.enrolment.count({ where: { cohortId, state: "active" } });
    if (active > 0) throw new WrongState(`${people(active)} still active in it: complete or end that first.`);
    const waiting = await tx.application.count({
      where: { cohortId, state: { in: ["submitted", "under_review", "waitlisted", "offered"] } },
    });
    if (waiting > 0) throw new WrongState(`${applications(waiting)} for an answer: give it first.`);
    const closes = cohort.applicationsClose && plainDate(cohort.applicationsClose);
    if (cohort.publishedAt && closes && closes >= dayInLondon(at))
      throw new WrongState("People can still apply to it: change the last day to apply first.");
    await tx.cohort.update({ where: { id: cohortId }, data: { archivedAt: at, version: { increment: 1 } } });
    const fact = { action: "cohort.archived", subjectType: "cohort", subjectId: cohortId, cohortId };
    await recordAudit(tx, actor, { ...fact, before: { state: stateOf(cohort) }, after: ARCHIVED }, at);
  });
}

/**
 * Takes a cohort out of the archive: it is what it was before. For its managers and administrators.
 * @throws NotFound, StaleVersion, WrongState for one that is not archived
 */
export async function restoreCohort(actor: Actor, { cohortId, version }: Step, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const cohort = await cohortFor(tx, actor, { cohortId, version, move: "restore" });
    await tx.cohort.update({
      where: { id: cohortId },
      data: { archivedAt: null, version: { increment: 1 } },
    });
    const after = { state: stateOf({ ...cohort, archivedAt: null }) };
    const fact = { action: "cohort.restored", subjectType: "cohort", subjectId: cohortId, cohortId };
    await recordAudit(tx, actor, { ...fact, before: ARCHIVED, after }, at);
  });
}

const ARCHIVED = { state: "archived" };
const people = (count: number) => (count === 1 ? "One participant is" : `${count} participants are`);
const applications = (count: number) =>
  count === 1 ? "One application waits" : `${count} applications wait`;
