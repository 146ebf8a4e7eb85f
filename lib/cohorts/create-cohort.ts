import "server-only";
import { dateColumn } from "../dates";
import { type Tx, uniqueViolation } from "../db";
import { FieldProblem } from "../errors";
import { type NewCohort, newCohort } from "./schema";

/**
 * Makes a cohort inside the transaction that also gives it its milestones (rollForward in lib/route-map, which
 * authorises). Answers its identifier. A slug that is taken is a FieldProblem.
 */
export async function createCohort(tx: Tx, programmeId: string, input: NewCohort, at: Date): Promise<string> {
  const { startMonth, applicationsOpen, applicationsClose, ...rest } = newCohort.parse(input);
  if ((applicationsOpen === null) !== (applicationsClose === null)) {
    throw new FieldProblem("applicationsClose", "Give both the first and the last day to apply, or neither");
  }
  if (applicationsOpen && applicationsClose && applicationsClose < applicationsOpen) {
    throw new FieldProblem("applicationsClose", "Enter a last day that is not before the first");
  }
  try {
    const cohort = await tx.cohort.create({
      data: {
        ...rest,
        programmeId,
        startsOn: dateColumn(`${startMonth}-01`),
        applicationsOpen: applicationsOpen ? dateColumn(applicationsOpen) : null,
        applicationsClose: applicationsClose ? dateColumn(applicationsClose) : null,
        createdAt: at,
      },
      select: { id: true },
    });
    return cohort.id;
  } catch (error) {
    if (uniqueViolation(error))
      throw new FieldProblem("slug", "Choose another short name: this programme has a cohort with it");
    throw error;
  }
}
