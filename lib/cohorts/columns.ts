import { dateColumn } from "../dates";
import { FieldProblem } from "../errors";
import type { CohortDetails } from "./schema";

/**
 * The columns that a cohort's details are written to.
 * @throws FieldProblem for days that are not a span
 */
export function detailColumns({ applicationsOpen: from, applicationsClose: to, ...rest }: CohortDetails) {
  if ((from === null) !== (to === null)) {
    throw new FieldProblem("applicationsClose", "Give both the first and the last day to apply, or neither");
  }
  if (from && to && to < from) {
    throw new FieldProblem("applicationsClose", "Enter a last day that is not before the first");
  }
  return {
    ...rest,
    applicationsOpen: from ? dateColumn(from) : null,
    applicationsClose: to ? dateColumn(to) : null,
  };
}

export const SLUG_TAKEN = "Choose another short name: this programme has a cohort with it";
