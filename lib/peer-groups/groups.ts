import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { inTransaction, type Tx, uniqueViolation } from "../db";
import { wakeOutbox } from "../email/wake";
import { FieldProblem, NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { facilitatorFor, groupFor, lockGroups } from "./locks";
import { type NewPeerGroup, newPeerGroup } from "./schema";
import { tellFacilitatorChange } from "./tell";

/** Groups themselves: made, renamed, given another facilitator, removed. For those who manage the cohort. */

const TAKEN = "Choose another name: this cohort has a group with it";

/**
 * Makes a peer learning group; answers its identifier: the form's key where there is one, so that a second click makes
 * no second. NotFound for those who do not manage the cohort.
 */
export async function makePeerGroup(actor: Actor, input: NewPeerGroup, at: Date): Promise<string> {
  if (!isId(input.cohortId) || !managesCohort(actor, input.cohortId)) throw new NotFound();
  const { formKey: id = randomUUID(), cohortId, name, facilitatorId } = newPeerGroup.parse(input);
  return namedOnce(() =>
    inTransaction(async (tx) => {
      await lockGroups(tx, cohortId);
      const before = await tx.peerGroup.findUnique({ where: { id }, select: { cohortId: true } });
      if (before) return before.cohortId === cohortId ? id : Promise.reject(new NotFound());
      const facilitator = await facilitatorFor(tx, facilitatorId);
      await tx.peerGroup.create({ data: { id, cohortId, name, facilitatorId } });
      const fact = { action: "peer_group.made", subjectType: "peer_group", subjectId: id, cohortId };
      await recordAudit(tx, actor, { ...fact, after: { facilitatorId } }, at);
      await tellFacilitatorChange(tx, { id, name }, null, facilitator, at);
      return id;
    }),
  );
}

/**
 * Renames a group and says who facilitates it; both facilitators are told when that is another.
 * @throws NotFound, StaleVersion, FieldProblem
 */
export async function changePeerGroup(
  actor: Actor,
  input: { groupId: string; version: number; name: string; facilitatorId: string | null },
  at: Date,
): Promise<void> {
  const { groupId, version, name, facilitatorId } = input;
  await namedOnce(() =>
    inTransaction(async (tx) => {
      const before = await groupFor(tx, actor, groupId, version);
      const other = facilitatorId !== before.facilitatorId;
      // Whoever facilitates it now may go on, even when their role has ended meanwhile.
      const facilitator = other ? await facilitatorFor(tx, facilitatorId) : null;
      await tx.peerGroup.update({
        where: { id: groupId, version },
        data: { name, facilitatorId, version: { increment: 1 } },
      });
      const fact = {
        action: "peer_group.changed",
        subjectType: "peer_group",
        subjectId: groupId,
        cohortId: before.cohortId,
      };
      const facts = (group: { name: string; facilitatorId: string | null }) => ({
        name: group.name,
        facilitatorId: group.facilitatorId,
      });
      const changed = { ...fact, before: facts(before), after: facts({ name, facilitatorId }) };
      await recordAudit(tx, actor, changed, at);
      if (other)
        await tellFacilitatorChange(tx, { id: groupId, name }, before.facilitatorId, facilitator, at);
    }),
  );
  wakeOutbox();
}

/**
 * Removes a group that has neither members nor sessions nor notes: what was there once is part of people's records.
 * @throws NotFound, StaleVersion, WrongState
 */
export async function removePeerGroup(
  actor: Actor,
  { groupId, version }: { groupId: string; version: number },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const group = await groupFor(tx, actor, groupId, version);
    const why = await whyNotRemoved(tx, groupId);
    if (why) throw new WrongState(why);
    await tx.peerGroup.delete({ where: { id: groupId, version } });
    const fact = { action: "peer_group.removed", subjectType: "peer_group", subjectId: groupId };
    const { cohortId, name } = group;
    await recordAudit(tx, actor, { ...fact, cohortId, before: { name } }, at);
  });
}

async function whyNotRemoved(tx: Tx, id: string): Promise<string | null> {
  const found = await tx.peerGroup.findUniqueOrThrow({
    where: { id },
    select: { _count: { select: { members: true, events: true, notes: true } } },
  });
  const { members, events, notes } = found._count;
  if (members > 0) return "This group has members. Move them to other groups first.";
  if (events > 0) return "This group has sessions, which belong to people’s records, so it stays.";
  return notes > 0 ? "This group has notes, so it stays." : null;
}

async function namedOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (uniqueViolation(error)) throw new FieldProblem("name", TAKEN);
    throw error;
  }
}
