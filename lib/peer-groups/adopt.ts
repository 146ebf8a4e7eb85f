import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit, recordAudits } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { inTransaction } from "../db";
import { wakeOutbox } from "../email/wake";
import { setPeerGroup } from "../enrolments/group-members";
import { NotFound, StaleVersion, WrongState } from "../errors";
import { isId } from "../ids";
import { startAfresh } from "./apology";
import { lockGroups, touchGroups } from "./locks";
import { moveFact } from "./members";
import { planFrom } from "./plan";
import type { Adoption } from "./schema";
import { tellMoves } from "./tell";

const CHANGED =
  "People or groups have changed since you looked, so nothing was done. Here is what the groups would be now: look again, then adopt them.";

/**
 * Makes the groups of a preview real, in one transaction: new groups, everybody's place in them, word to everybody whose
 * group is another, and to the facilitators. Works the plan out again and refuses when it was made from something else.
 * @returns how many people were moved
 * @throws NotFound, StaleVersion, WrongState where nobody would move
 */
export async function adoptPlan(
  actor: Actor,
  { cohortId, seen, ...question }: Adoption & { cohortId: string },
  at: Date,
): Promise<number> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) throw new NotFound();
  const moved = await inTransaction(async (tx) => {
    await lockGroups(tx, cohortId);
    const plan = await planFrom(tx, cohortId, question);
    if (plan.seen !== seen) throw new StaleVersion(CHANGED);
    if (plan.moved === 0)
      throw new WrongState("Everybody is in their group already: there is nothing to adopt.");
    const groups = plan.groups.map((group) => ({
      ...group,
      made: group.id === null,
      id: group.id ?? randomUUID(),
    }));
    const made = groups.filter((group) => group.made);
    await tx.peerGroup.createMany({ data: made.map(({ id, name }) => ({ id, name, cohortId })) });
    const moves = groups.flatMap(({ id, members }) =>
      members.flatMap((person) =>
        person.peerGroupId === id ? [] : [{ enrolmentId: person.id, from: person.peerGroupId, to: id }],
      ),
    );
    for (const { id } of groups) {
      const enrolmentIds = moves.filter(({ to }) => to === id).map(({ enrolmentId }) => enrolmentId);
      if (enrolmentIds.length > 0) await setPeerGroup(tx, { cohortId, enrolmentIds, to: id });
    }
    await touchGroups(tx, [...new Set(moves.flatMap(({ from, to }) => [from, to]))]);
    const fact = { action: "peer_group.plan_adopted", subjectType: "cohort", subjectId: cohortId, cohortId };
    const after = { ...question, groups: groups.length, made: made.length, moved: moves.length };
    await recordAudit(tx, actor, { ...fact, after }, at);
    await recordAudits(
      tx,
      actor,
      moves.map(({ enrolmentId, from, to }) => moveFact(cohortId, enrolmentId, from, to)),
      at,
    );
    await startAfresh(
      tx,
      actor,
      moves.map(({ enrolmentId }) => enrolmentId),
      at,
    );
    await tellMoves(tx, cohortId, moves, at);
    return moves.length;
  });
  wakeOutbox();
  return moved;
}
