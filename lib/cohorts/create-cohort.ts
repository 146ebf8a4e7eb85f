import "server-only";
import { dateColumn } from "../dates";
import { type Tx, uniqueViolation } from "../db";
import { FieldProblem } from "../errors";
import { detailColumns, SLUG_TAKEN } from "./columns";
import { type NewCohort, newCohort } from "./schema";

/**
 * Makes a cohort, a draft, inside the transaction that also gives it its milestones (rollForward in lib/route-map,
 * which authorises). Answers its identifier. A slug that is taken is a FieldProblem.
 */
export async function createCohort(
  tx: Tx,
  programmeId: string,
  input: NewCohort,
  at: Date,
  id?: string,
): Promise<string> {
  const { startMonth, ...details } = newCohort.parse(input);
  const columns = { ...detailColumns(details), programmeId, startsOn: dateColumn(`${startMonth}-01`) };
  try {
    const cohort = await tx.cohort.create({
      data: { ...columns, createdAt: at, ...(id ? { id } : {}) },
      select: { id: true },
    });
    return cohort.id;
  } catch (error) {
    if (uniqueViolation(error)) throw new FieldProblem("slug", SLUG_TAKEN);
    throw error;
  }
}
