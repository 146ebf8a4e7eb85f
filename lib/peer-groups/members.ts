import "server-only";
import { type AuditFact, recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { inTransaction } from "../db";
import { wakeOutbox } from "../email/wake";
import { setPeerGroup } from "../enrolments/group-members";
import { NotFound, StaleVersion, WrongState } from "../errors";
import { isId } from "../ids";
import { startAfresh } from "./apology";
import { groupFor, lockGroups, touchGroups } from "./locks";
import { moveOptions } from "./move-options";
import type { Move } from "./schema";
import { tellMoves } from "./tell";

const CHANGED =
  "The groups have changed since you looked, so nothing was done. Below is how they stand now: check your choice, then move them.";

/**
 * Puts participants into a group of their own cohort, without a word to them: for setting a cohort up.
 * For the cohort's managers and administrators; NotFound for everybody else.
 */
export async function joinPeerGroup(
  actor: Actor,
  { peerGroupId, enrolmentIds }: { peerGroupId: string; enrolmentIds: string[] },
  at: Date,
): Promise<void> {
  if (!enrolmentIds.every(isId)) throw new NotFound();
  await inTransaction(async (tx) => {
    const { cohortId } = await groupFor(tx, actor, peerGroupId);
    const count = await setPeerGroup(tx, { cohortId, enrolmentIds, to: peerGroupId });
    if (count !== new Set(enrolmentIds).size) throw new NotFound();
    await touchGroups(tx, [peerGroupId]);
    const fact = { action: "peer_group.joined", subjectType: "peer_group", subjectId: peerGroupId, cohortId };
    await recordAudit(tx, actor, { ...fact, after: { joined: count } }, at);
  });
}

/**
 * Moves one participant to another group, or out of theirs. They and the facilitators of both groups are told. `to` is
 * what the page offered, with what it said the move would break.
 * @throws NotFound, StaleVersion when that is not so any more, WrongState for a move to where they are
 */
export async function moveParticipant(
  actor: Actor,
  input: Move & { cohortId: string; enrolmentId: string },
  at: Date,
): Promise<void> {
  const { cohortId, enrolmentId } = input;
  if (!isId(cohortId) || !isId(enrolmentId) || !managesCohort(actor, cohortId)) throw new NotFound();
  await inTransaction(async (tx) => {
    await lockGroups(tx, cohortId);
    const now = await moveOptions(tx, cohortId, enrolmentId);
    if (!now) throw new NotFound();
    const [wished = ""] = input.to.split(".");
    const option = now.options.find(({ id }) => id === wished);
    if (!option && wished !== "none") throw new NotFound();
    const [from, to] = [now.person.peerGroupId, option?.id ?? null];
    if (input.to !== (option?.value ?? now.out)) throw new StaleVersion(CHANGED);
    if (from === to) throw new WrongState("They are there already. Choose another group.");
    const moved = await setPeerGroup(tx, { cohortId, enrolmentIds: [enrolmentId], from, to });
    if (moved !== 1) throw new StaleVersion();
    await touchGroups(tx, [from, to]);
    await recordAudit(tx, actor, moveFact(cohortId, enrolmentId, from, to), at);
    await startAfresh(tx, actor, [enrolmentId], at);
    await tellMoves(tx, cohortId, [{ enrolmentId, from, to }], at);
  });
  wakeOutbox();
}

/** A move as the audit log has it, whether one was moved or all. */
export function moveFact(
  cohortId: string,
  enrolmentId: string,
  from: string | null,
  to: string | null,
): AuditFact {
  const subject = { subjectType: "enrolment", subjectId: enrolmentId, cohortId };
  return {
    action: "peer_group.moved",
    ...subject,
    before: { peerGroupId: from },
    after: { peerGroupId: to },
  };
}
