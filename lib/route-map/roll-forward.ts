import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, isAdministrator } from "../auth/actor";
import { createCohort } from "../cohorts/create-cohort";
import type { NewCohort } from "../cohorts/schema";
import { dateColumn } from "../dates";
import { inTransaction } from "../db";
import { NotAllowed, NotFound } from "../errors";
import { isId } from "../ids";
import { checkRouteMap } from "./checker";
import { datedItems } from "./dated";
import type { RouteMapWarning } from "./schema";

const column = (day: string | null) => (day === null ? null : dateColumn(day));

/**
 * Starts a cohort: makes it, and its dated milestones from the programme's template by its start month. Answers
 * its identifier with what the checker says of the result, which stops nothing. For administrators.
 */
export async function rollForward(
  actor: Actor,
  input: NewCohort & { programmeId: string },
  at: Date,
): Promise<{ cohortId: string; warnings: RouteMapWarning[] }> {
  if (!isAdministrator(actor)) throw new NotAllowed("Only an administrator can start a cohort.");
  const { programmeId, ...cohort } = input;
  if (!isId(programmeId)) throw new NotFound();
  return inTransaction(async (tx) => {
    const programme = await tx.programme.findUnique({
      where: { id: programmeId },
      select: { durationMonths: true, routeItems: { orderBy: { number: "asc" } } },
    });
    if (!programme) throw new NotFound();
    const cohortId = await createCohort(tx, programmeId, cohort, at);
    const startMonth = `${cohort.startMonth}-01`;
    const ids = new Map(programme.routeItems.map((item) => [item.number, item.id]));
    const template = programme.routeItems.map(({ id: _id, programmeId: _programme, ...item }) => item);
    const items = datedItems(template, startMonth);
    await tx.milestone.createMany({
      data: items.map((item) => ({
        ...item,
        cohortId,
        itemId: ids.get(item.number) ?? null,
        opensOn: column(item.opensOn),
        closesOn: column(item.closesOn),
      })),
    });
    const after = { programmeId, slug: cohort.slug, startMonth: cohort.startMonth, milestones: items.length };
    await recordAudit(
      tx,
      actor,
      { action: "cohort.started", subjectType: "cohort", subjectId: cohortId, cohortId, after },
      at,
    );
    return {
      cohortId,
      warnings: checkRouteMap(items, { startMonth, durationMonths: programme.durationMonths }),
    };
  });
}
