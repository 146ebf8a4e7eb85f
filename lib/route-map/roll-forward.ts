import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, isAdministrator } from "../auth/actor";
import { manageOwnCohort } from "../auth/managers";
import { createCohort } from "../cohorts/create-cohort";
import { canStartCohort, cohortScope } from "../cohorts/policy";
import type { NewCohort } from "../cohorts/schema";
import { plainDate } from "../dates";
import { db, inTransaction, type Tx } from "../db";
import { FieldProblem, NotAllowed, NotFound } from "../errors";
import { isId } from "../ids";
import { editable } from "../programmes/policy";
import { checkRouteMap } from "./checker";
import { datedItems, noteRolled, rolledItems } from "./dated";
import { type MilestoneColumns, milestoneColumns, plainRow, rowColumns } from "./rows";
import type { RouteMapWarning } from "./schema";

export type RollForward = NewCohort & {
  programmeId: string;
  /** An earlier cohort of the programme, to be rolled forward in the template's place. */
  fromCohortId?: string;
  /** The form's key: the cohort's identifier, so that a second click makes no second. */
  id?: string;
};

/**
 * Starts a cohort, as a draft: makes it, and its dated milestones from the programme's template or from an earlier
 * cohort, by its start month. Answers its identifier with what the checker says of the result, which stops nothing.
 * For administrators, and for managers of one of the programme's cohorts, who manage what they start.
 */
export async function rollForward(
  actor: Actor,
  input: RollForward,
  at: Date,
): Promise<{ cohortId: string; warnings: RouteMapWarning[] }> {
  if (!canStartCohort(actor)) throw new NotAllowed("Only administrators and cohort managers start a cohort.");
  const { programmeId, fromCohortId, id } = input;
  if (!isId(programmeId) || (fromCohortId && !isId(fromCohortId)) || (id && !isId(id))) throw new NotFound();
  try {
    return await rollOnce(actor, input, at);
  } catch (error) {
    // Of the same form sent twice at once, the second finds the first one's cohort in its way.
    if (id && error instanceof FieldProblem && (await db.cohort.count({ where: { id, programmeId } })) > 0)
      return { cohortId: id, warnings: [] };
    throw error;
  }
}

async function rollOnce(actor: Actor, { programmeId, fromCohortId, id, ...cohort }: RollForward, at: Date) {
  return inTransaction(async (tx) => {
    const programme = await tx.programme.findFirst({
      where: { AND: [{ id: programmeId }, editable(actor)] },
      select: { durationMonths: true, routeItems: { orderBy: { number: "asc" } } },
    });
    if (!programme) throw new NotFound();
    const cohortId = await createCohort(tx, programmeId, cohort, at, id);
    const startMonth = `${cohort.startMonth}-01`;
    const items = fromCohortId
      ? await itemsOfCohort(tx, actor, { programmeId, fromCohortId, startMonth })
      : datedItems(
          programme.routeItems.map(({ id: itemId, programmeId: _, ...item }) => ({ ...item, itemId })),
          startMonth,
        );
    await tx.milestone.createMany({
      data: items.map((item) => ({ ...rowColumns({ ...item, note: noteRolled(item.note) }), cohortId })),
    });
    if (!isAdministrator(actor)) await manageOwnCohort(tx, actor, cohortId, at);
    const { slug, capacity, fundedPlaces } = cohort;
    const after = {
      programmeId,
      slug,
      startMonth: cohort.startMonth,
      capacity,
      fundedPlaces,
      milestones: items.length,
      ...(fromCohortId ? { fromCohortId } : {}),
    };
    const fact = { action: "cohort.started", subjectType: "cohort", subjectId: cohortId, cohortId, after };
    await recordAudit(tx, actor, fact, at);
    const { durationMonths } = programme;
    return { cohortId, warnings: checkRouteMap(items, { startMonth, durationMonths }) };
  });
}

async function itemsOfCohort(
  tx: Tx,
  actor: Actor,
  {
    programmeId,
    fromCohortId,
    startMonth,
  }: { programmeId: string; fromCohortId: string; startMonth: string },
): Promise<MilestoneColumns[]> {
  const from = await tx.cohort.findFirst({
    where: { AND: [{ id: fromCohortId, programmeId }, cohortScope(actor)] },
    select: { startsOn: true, milestones: { select: milestoneColumns, orderBy: { number: "asc" } } },
  });
  if (!from) throw new NotFound();
  return rolledItems(from.milestones.map(plainRow), plainDate(from.startsOn), startMonth);
}
