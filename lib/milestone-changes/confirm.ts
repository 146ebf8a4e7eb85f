import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { cohortFor } from "../cohorts/open";
import { foreignKeyViolation, inTransaction, type Tx } from "../db";
import { retally } from "../engagement/tally";
import { addMilestoneRows, dropMilestoneRows } from "../enrolments/milestone-rows";
import { StaleVersion, WrongState } from "../errors";
import { errorFacts, log } from "../log";
import { changesBetween, isEmpty, type PlannedItem, type RouteMapChanges } from "../route-map/changes";
import { plannedItems, recordedAmong } from "../route-map/plan";
import { writePlan } from "../route-map/write-plan";
import { movedLines, movedWindows } from "./emails";
import type { Confirmation } from "./schema";
import { tellMovedDates } from "./tell-dates";

/**
 * Makes the viewer's plan the cohort's milestones, all in one transaction: the milestones, the participants' rows of
 * what is new or goes, the tallies of what asks for other minutes, the audit row with before and after, and, when asked
 * for, the word that each active participant is to be told of windows that moved (tell-dates.ts). For the cohort's
 * managers and administrators.
 * @throws NotFound, StaleVersion when the plan or the milestones are other ones than were seen, WrongState for an
 * archived cohort, a plan without changes, or one that removes what has records meanwhile
 */
export async function confirmPlan(
  actor: Actor,
  { cohortId, planId, tell }: Confirmation & { cohortId: string },
  at: Date,
): Promise<void> {
  const work = inTransaction(async (tx) => {
    const cohort = await cohortFor(tx, actor, { cohortId, move: "change" });
    const plan = await tx.milestonePlan.findFirst({ where: { id: planId, cohortId, byId: actor.userId } });
    if (!plan || plan.baseVersion !== cohort.routeMapVersion) throw new StaleVersion();
    const changes = changesBetween(await plannedItems(tx, cohortId), plan.items as unknown as PlannedItem[]);
    if (isEmpty(changes))
      throw new WrongState("Nothing is changed in the table, so there is nothing to confirm.");
    await takeAway(tx, changes);
    const made = await writePlan(tx, cohortId, changes);
    await addMilestoneRows(tx, cohortId, made);
    await countAgain(tx, changes);
    await tx.milestonePlan.delete({ where: { id: planId } });
    const fact = { action: "milestones.changed", subjectType: "cohort", subjectId: cohortId, cohortId };
    await recordAudit(tx, actor, { ...fact, ...audited(changes) }, at);
    const moved = tell ? movedWindows(changes.changed) : [];
    if (moved.length > 0) {
      const facts = { cohortId, baseVersion: plan.baseVersion, lines: movedLines(moved), movedAt: at };
      await tx.movedDates.create({ data: facts });
    }
  });
  await work.catch((error: unknown) => {
    // Other areas keep what hangs on a milestone too: a check-in that was begun, an apology.
    if (foreignKeyViolation(error)) throw new WrongState(HANGS_ON_IT);
    throw error;
  });
  // The milestones are changed, whatever becomes of the letters now: the timed work goes on with them.
  if (tell)
    await tellMovedDates(at, { batches: 1 }).catch((error: unknown) =>
      log.warn({ error: errorFacts(error) }, "Letters about moved dates wait for the timed work"),
    );
}

const HANGS_ON_IT =
  "Somebody has begun something for an item that you remove, so it stays. Take the tick off it, and save again.";

async function takeAway(tx: Tx, { removed }: RouteMapChanges): Promise<void> {
  const ids = removed.flatMap(({ id }) => id ?? []);
  const kept = await recordedAmong(tx, ids);
  const first = removed.find(({ id }) => id && kept.has(id));
  if (first)
    throw new WrongState(`Something is recorded or planned for “${first.title}”, so it cannot be removed.`);
  await dropMilestoneRows(tx, ids);
}

/**
 * Only minutes decide when recorded time completes an item; who has nothing recorded has nothing to count. All of its
 * tallies are held first: whoever records just now has counted by the minutes of before, and is waited for.
 */
async function countAgain(tx: Tx, { changed }: RouteMapChanges): Promise<void> {
  const ids = changed
    .filter(({ fields }) => fields.some(({ field }) => field === "minutes"))
    .flatMap(({ item }) => item.id ?? []);
  if (ids.length === 0) return;
  await tx.$queryRaw`
    SELECT 1 FROM "EnrolmentMilestone" WHERE "milestoneId" = ANY(${ids}::uuid[])
    ORDER BY "enrolmentId", "milestoneId" FOR UPDATE`;
  const pairs = await tx.enrolmentMilestone.findMany({
    where: { milestoneId: { in: ids }, OR: [{ minutesRecorded: { gt: 0 } }, { completedAt: { not: null } }] },
    select: { enrolmentId: true, milestoneId: true },
  });
  await retally(tx, pairs);
}

/** Before and after of what changed, and no more: figures, days and names of items. */
function audited({ changed, added, removed }: RouteMapChanges) {
  const facts = (item: PlannedItem, fields: readonly { field: keyof PlannedItem }[]) => ({
    number: item.number,
    ...Object.fromEntries(fields.map(({ field }) => [field, item[field] ?? null])),
  });
  const named = ({ number, kind, title }: PlannedItem) => ({ number, kind, title });
  return {
    before: {
      changed: changed.map(({ before, fields }) => facts(before, fields)),
      removed: removed.map(named),
    },
    after: { changed: changed.map(({ item, fields }) => facts(item, fields)), added: added.map(named) },
  };
}
